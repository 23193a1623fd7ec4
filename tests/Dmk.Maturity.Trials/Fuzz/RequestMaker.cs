using System.Text;

namespace Dmk.Maturity.Trials;

/// <summary>Makes each request of a fuzz from its number alone.</summary>
/// <param name="callers">Whose sessions and tokens are sent along; their secrets are all that differs from one run to the next.</param>
internal sealed class RequestMaker(int seed, Callers callers)
{
    private const int LargestPage = 1 << 20;

    public FuzzRequest Make(int number)
    {
        var chance = new Chance(seed, number);
        return chance.Below(20) switch
        {
            < 3 => OfDraft(number, "GraphQL by GET", GraphQLGet(chance), chance),
            < 8 => OfDraft(number, "GraphQL by POST", GraphQLPost(chance), chance),
            < 10 => OfDraft(number, "pages and files", Page(chance, chance.Of(callers.Pages)), chance),
            < 14 => OfDraft(number, "forms", PostedForm(chance), chance),
            < 16 => OfDraft(number, "paths", Page(chance, Path(chance)), chance),
            < 17 => OfDraft(number, "methods", Method(chance), chance),
            < 18 => OfDraft(number, "headers", Odd(chance), chance),
            < 19 => Raw(number, chance),
            _ => Several(number, chance),
        };
    }

    private FuzzRequest OfDraft(int number, string entrance, HttpDraft draft, Chance chance)
    {
        if (chance.OneIn(15))
        {
            draft.Headers.Add(chance.Of(Oddities.Headers));
        }

        if (chance.OneIn(25) && draft.Body.Length > 0)
        {
            draft.Ends = chance.Of(Enum.GetValues<HttpDraft.Framing>());
        }

        if (chance.OneIn(60))
        {
            draft.Host = chance.Of(Oddities.Hosts);
        }

        if (chance.OneIn(60))
        {
            draft.Version = chance.Of(["HTTP/1.0", "HTTP/1.2", "HTTP/2", "http/1.1", "HTTP/9.9", ""]);
        }

        // A length that is not that of the body makes the server wait for the rest, or not.
        var told = draft.Headers.Any(header =>
            header.StartsWith("Content-Length", StringComparison.OrdinalIgnoreCase)
            || header.StartsWith("Transfer-Encoding", StringComparison.OrdinalIgnoreCase)
        );
        return new(number, entrance, draft.Written(chance), draft.IsWhole && !told);
    }

    private HttpDraft GraphQLGet(Chance chance)
    {
        var query = DocumentMaker.Document(chance);
        var target = "/graphql?query=" + (chance.OneIn(8) ? Latin(query) : Escaped(query));
        target += chance.OneIn(3) ? "&variables=" + Escaped(DocumentMaker.Variables(chance)) : "";
        target += chance.OneIn(10) ? "&operationName=" + chance.Of(["A", "B", "%00", "", "%ff"]) : "";
        target += chance.OneIn(20) ? "&query=%7b%7d" : "";
        var draft = new HttpDraft { Target = target };
        Authorize(draft, chance);
        return draft;
    }

    private HttpDraft GraphQLPost(Chance chance)
    {
        var draft = new HttpDraft
        {
            Method = "POST",
            Target = "/graphql",
            Body = DocumentMaker.Body(chance),
        };
        var type = chance.OneIn(12)
            ? chance.Of([
                "application/graphql",
                "application/json; charset=utf-7",
                "application/json; charset=utf-16",
                "application/json;charset=\"",
                "text/json",
                "",
                .. Oddities.ContentTypes,
            ])
            : "application/json";
        draft.Headers.Add("Content-Type: " + type);
        if (chance.OneIn(400))
        {
            draft.Body = Encoding.ASCII.GetBytes(
                "{\"query\":\"" + new string(' ', 200_000 + chance.Below(LargestPage)) + "{__typename}\"}"
            );
        }

        Authorize(draft, chance);
        return draft;
    }

    private void Authorize(HttpDraft draft, Chance chance)
    {
        var secret = chance.Below(6) switch
        {
            0 => callers.Session,
            1 => callers.Tokens["economist"],
            2 => callers.Tokens["operator"],
            3 => callers.Tokens["administrator"],
            _ => null,
        };
        if (secret is not null)
        {
            draft.Headers.Add($"Authorization: Bearer {secret}");
        }
    }

    private HttpDraft Page(Chance chance, string target)
    {
        var draft = new HttpDraft { Target = target.Length == 0 ? "/" : target };
        if (!chance.OneIn(3))
        {
            draft.Headers.Add(
                "Cookie: "
                    + (
                        chance.OneIn(10)
                            ? Latin(Encoding.Latin1.GetString(chance.Damaged(Encoding.Latin1.GetBytes(callers.Cookies[0]))))
                            : chance.Of(callers.Cookies)
                    )
            );
        }

        return draft;
    }

    private static string Path(Chance chance) =>
        chance.Below(6) switch
        {
            0 => "/" + Escaped(chance.Word(60)),
            1 => "/" + new string('a', chance.Below(9_000)),
            2 => chance.Of(Oddities.Paths) + "/" + chance.Of(Oddities.Paths),
            _ => chance.Of(Oddities.Paths),
        };

    private HttpDraft PostedForm(Chance chance)
    {
        var (address, fields) = chance.Of(callers.Forms);
        var draft = Page(chance, chance.OneIn(10) ? chance.Of(callers.Pages) : address);
        draft.Method = "POST";
        draft.Headers.Add("Content-Type: " + (chance.OneIn(5) ? chance.Of(Oddities.ContentTypes) : Oddities.ContentTypes[0]));
        draft.Body = chance.OneIn(8)
            ? Multipart(chance, draft)
            : Encoding.Latin1.GetBytes(
                string.Join('&', Nonsense(fields, chance).Select(field => $"{Escaped(field.Name)}={Value(field.Value, chance)}"))
            );
        if (chance.OneIn(20))
        {
            draft.Body = chance.Damaged(draft.Body);
        }

        if (chance.OneIn(500))
        {
            draft.Body = [.. draft.Body, .. Encoding.ASCII.GetBytes("&x=" + new string('y', chance.Below(LargestPage + 20_000)))];
        }
        else if (chance.OneIn(200))
        {
            draft.Body = Encoding.ASCII.GetBytes(
                string.Join('&', Enumerable.Range(0, chance.Below(3_000)).Select(field => $"f{field}={field}"))
            );
        }

        return draft;
    }

    private static IEnumerable<(string Name, string Value)> Nonsense(IReadOnlyList<(string Name, string Value)> fields, Chance chance)
    {
        foreach (var field in fields)
        {
            switch (chance.Below(12))
            {
                case 0:
                    break;
                case 1:
                    yield return field;
                    yield return field with
                    {
                        Value = chance.Word(20),
                    };
                    break;
                case 2:
                    yield return (chance.Word(30), field.Value);
                    break;
                case 3:
                    yield return field with
                    {
                        Value = chance.Of([
                            "",
                            "\0",
                            "\ud800",
                            "1e999",
                            "-1",
                            "2026-02-30",
                            "😀",
                            "<script>",
                            new string('9', 400),
                            "\r\n",
                            "0",
                            "on",
                            "null",
                            "1,5",
                            "١",
                        ]),
                    };
                    break;
                case 4 when field.Value.Length > 0:
                    yield return field with
                    {
                        Value = Encoding.Latin1.GetString(chance.Damaged(Encoding.Latin1.GetBytes(field.Value))),
                    };
                    break;
                default:
                    yield return field.Value.Length > 0 ? field : field with { Value = chance.Of(["", "1", "12,5", "x"]) };
                    break;
            }
        }
    }

    private static string Value(string value, Chance chance) =>
        chance.OneIn(60) ? chance.Of(["%", "%zz", "%00", "%ff%fe", "%C0%80", "%u1234", "\xff", "+++", "%ED%A0%80"]) : Escaped(value);

    private static byte[] Multipart(Chance chance, HttpDraft draft)
    {
        draft.Headers.RemoveAll(header => header.StartsWith("Content-Type", StringComparison.Ordinal));
        draft.Headers.Add("Content-Type: multipart/form-data; boundary=x");
        var part = chance.Of([
            "--x\r\nContent-Disposition: form-data; name=\"code\"\r\n\r\nAAAA\r\n",
            "--x\r\nContent-Disposition: form-data; name=\"code\"; filename=\"../../x\"\r\nContent-Type: text/html\r\n\r\nAAAA\r\n",
            "--x\r\n\r\nnothing\r\n",
            "--x\r\nContent-Disposition: form-data; name=\"_charset_\"\r\n\r\nutf-7\r\n",
            "--x\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n+AGE-\r\n",
            "--x\r\nno colon\r\n\r\nAAAA\r\n",
            "--x\r\nContent-Disposition: form-data; name=\"" + new string('n', 3_000) + "\"\r\n\r\n\r\n",
            "-x",
        ]);
        return Encoding.Latin1.GetBytes(
            string.Concat(Enumerable.Repeat(part, 1 + chance.Below(chance.OneIn(20) ? 1_500 : 4)))
                + chance.Of(["--x--\r\n", "--x", "", "--x--"])
        );
    }

    private HttpDraft Method(Chance chance)
    {
        var draft = Page(chance, chance.OneIn(2) ? chance.Of(Oddities.Paths) : chance.Of(callers.Pages));
        draft.Method = chance.Of(Oddities.Methods);
        if (draft.Method == "CONNECT" && chance.OneIn(2))
        {
            draft.Target = "127.0.0.1:80";
        }

        if (chance.OneIn(3))
        {
            draft.Body = chance.OneIn(2) ? DocumentMaker.Body(chance) : chance.Bytes(100);
            draft.Headers.Add("Content-Type: application/json");
        }

        return draft;
    }

    private HttpDraft Odd(Chance chance)
    {
        var draft = chance.Below(4) switch
        {
            0 => GraphQLPost(chance),
            1 => PostedForm(chance),
            2 => GraphQLGet(chance),
            _ => Page(chance, chance.Of(Oddities.Paths)),
        };
        for (var count = 1 + chance.Below(6); count > 0; count--)
        {
            draft.Headers.Insert(0, chance.Of(Oddities.Headers));
        }

        if (chance.OneIn(10))
        {
            draft.Headers.Add("X-Long: " + new string('x', chance.Below(40_000)));
        }

        if (chance.OneIn(30))
        {
            draft.Headers.AddRange(Enumerable.Range(0, 150).Select(number => $"X-{number}: y"));
        }

        return draft;
    }

    /// <summary>Bytes that hardly make a request, or one that is given up half-way.</summary>
    private FuzzRequest Raw(int number, Chance chance)
    {
        var bytes = Odd(chance).Written(chance);
        return chance.Below(5) switch
        {
            0 => new(number, "bytes", chance.Bytes(400), false),
            1 => new(
                number,
                "bytes",
                Encoding.ASCII.GetBytes(
                    chance.Of([
                        "GET /\r\n",
                        "GET /\r\n\r\n",
                        "\r\n\r\nGET / HTTP/1.1\r\nHost: x\r\n\r\n",
                        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
                        "\x16\x03\x01",
                        "GET / HTTP/1.1\nHost: x\n\n",
                    ])
                ),
                false
            ),
            2 => new(number, "given up half-way", bytes[..chance.Below(bytes.Length)], false),
            _ => new(number, "bytes", chance.Damaged(bytes), false),
        };
    }

    /// <summary>Two or three in one go; the first one's answer is waited for.</summary>
    private FuzzRequest Several(int number, Chance chance)
    {
        var first = OfDraft(
            number,
            "several at once",
            chance.OneIn(2) ? GraphQLPost(chance) : Page(chance, chance.Of(callers.Pages)),
            chance
        );
        byte[] all = [.. first.Bytes, .. Page(chance, chance.Of(Oddities.Paths)).Written(chance), .. PostedForm(chance).Written(chance)];
        return first with { Bytes = all };
    }

    private static string Escaped(string text) => Uri.EscapeDataString(new string([.. text.Where(letter => !char.IsSurrogate(letter))]));

    /// <summary>Without what would end the line.</summary>
    private static string Latin(string text) => new([.. text.Select(letter => letter is '\r' or '\n' or > '\u00ff' ? '?' : letter)]);
}
