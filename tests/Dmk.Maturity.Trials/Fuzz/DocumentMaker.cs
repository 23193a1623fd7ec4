using System.Globalization;
using System.Text;
using Dmk.Maturity.GraphQL.Tests;

namespace Dmk.Maturity.Trials;

/// <summary>GraphQL requests, from right ones to nonsense.</summary>
internal static class DocumentMaker
{
    private const string Study = "pilot-2027";

    private static readonly string[] _real =
    [
        "{ studies { id title phase wave } }",
        "query Q($by: [ID!]! = []) { study(id: \""
            + Study
            + "\", language: EN) { indexTable(by: $by) { total { estimate } cells { estimate } } } }",
        "{ study(id: \""
            + Study
            + "\") { indexTable(by: [\"land\"]) { cells { codes { variable code name } estimate standardError status } csv { text } } } }",
        "{ questionnaires { id version sections { id questions { id type text options { code label } rows { id } } } checks "
            + "{ id must } } }",
        "{ response(language: EN) { revision status answers { variable code codes number text date missing } sections { id "
            + "questions { id asked } } } }",
        "{ checkResponse { __typename } }",
        "{ tokens { id role name state expiresAt } }",
        "mutation($base: Int!, $answers: [AnswerInput!]!) { saveAnswers(baseRevision: $base, answers: $answers) { result "
            + "revision problems { code } } }",
        "mutation { saveAnswers(baseRevision: 0, answers: [{ variable: \"a\", text: \"b\" }]) { result } }",
        "mutation($code: String!) { enterCode(code: $code, language: EN) { sessionToken problem message } }",
        "mutation { submitResponse(idempotencyKey: \"0\", baseRevision: 1) { result } }",
        "{ __schema { queryType { name fields { name args { name type { name ofType { name ofType { name } } } } } } types { "
            + "name kind } } }",
        "query A { studies { ...F } } query B { __typename } fragment F on Study { id @skip(if: false) progress { drawn } }",
        "subscription { studies { id } }",
    ];

    private static readonly string[] _tokens =
    [
        .. (
            "{ } ( ) [ ] : , ! $ @ ... | & = # \" \"\"\" \\ query mutation fragment on true false null study studies id by "
            + "cells estimate response type schema extend input"
        ).Split(' '),
        "__typename",
        "$v",
        "@include(if: true)",
        "-0",
        "1e999",
        "99999999999999999999",
        "0.1",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "...on",
        "\r",
        "\0",
        "\u2028",
        "\uFEFF",
        "\ud800",
        "😀",
    ];

    private static readonly HostileDocument[] _hostile =
    [
        .. HostileDocuments.All,
        .. HostileDocuments.WithinLimits,
        .. HostileDocuments.Variables,
    ];

    private static readonly string[] _values =
    [
        "null",
        "true",
        "0",
        "-1",
        "1e999",
        "123456789012345678901234567890",
        "0.1e-400",
        "\"\"",
        "\"x\"",
        "[]",
        "{}",
        "[null]",
        "[[[[1]]]]",
        "{\"a\":1,\"a\":2}",
        "\"\\ud800\"",
        "\"\\u0000\"",
        "\"2026-02-30\"",
        "[\"land\"]",
        "[\"land\",\"sector\",\"size\"]",
        "[{\"variable\":\"a\",\"number\":1e99}]",
        "[{\"variable\":\"a\",\"code\":null,\"text\":\"b\"}]",
        "[{\"variable\":1}]",
        "\"AAAA-BBBB-CCCC\"",
    ];

    public static string Document(Chance chance)
    {
        var one = chance.Of(_real);
        switch (chance.Below(12))
        {
            case 0:
                return one[..chance.Below(one.Length)];
            case 1:
                var other = chance.Of(_real);
                return one[..chance.Below(one.Length)] + other[chance.Below(other.Length)..];
            case 2:
                return string.Concat(Enumerable.Range(0, chance.Below(80)).Select(_ => chance.Of(_tokens) + (chance.OneIn(5) ? "" : " ")));
            case 3 or 4:
                var words = one.Split(' ');
                words[chance.Below(words.Length)] = chance.Of(_tokens);
                words[chance.Below(words.Length)] = chance.Of(_tokens);
                return string.Join(chance.OneIn(4) ? "\r" : " ", words);
            case 5:
                return chance.OneIn(4) ? chance.Of(_hostile).Query : one;
            case 6:
                return one.Insert(chance.Below(one.Length), chance.Of(_tokens));
            case 7:
                var deep = chance.Below(200);
                return new StringBuilder().Insert(0, chance.Of(["{a", "{studies", "[", "{ ...on Query "]), deep)
                    + new string('}', chance.Below(200));
            default:
                return one;
        }
    }

    /// <summary>A body of POST.</summary>
    public static byte[] Body(Chance chance)
    {
        if (chance.OneIn(60))
        {
            var hostile = chance.Of(_hostile);
            return Encoding.UTF8.GetBytes($$"""{"query":{{Quoted(hostile.Query)}},"variables":{{hostile.Variables}}}""");
        }

        var json = Json(chance);
        var bytes = Encoding.UTF8.GetBytes(json);
        return chance.Below(30) switch
        {
            0 => chance.Damaged(bytes),
            1 => bytes[..chance.Below(bytes.Length)],
            2 => [0xEF, 0xBB, 0xBF, .. bytes],
            3 => Encoding.Unicode.GetBytes(json),
            4 => Encoding.ASCII.GetBytes(json.Replace("{", "+AHs-", StringComparison.Ordinal)),
            5 => [],
            6 => chance.Bytes(300),
            7 => Encoding.UTF8.GetBytes(new string('[', chance.Below(3_000)) + json),
            8 => Encoding.UTF8.GetBytes($"[{json},{json}]"),
            9 => [.. bytes, 0],
            _ => bytes,
        };
    }

    public static string Variables(Chance chance)
    {
        return chance.Below(6) switch
        {
            0 => chance.Of(_values),
            1 => $$"""{"by":{{chance.Of(_values)}},"by":{{chance.Of(_values)}}}""",
            _ => $$"""{"by":{{One()}},"base":{{One()}},"answers":{{One()}},"code":{{One()}}}""",
        };

        string One()
        {
            return chance.Of(_values);
        }
    }

    private static string Json(Chance chance)
    {
        var parts = new List<string> { $"\"query\":{(chance.OneIn(20) ? chance.Of(_values) : Quoted(Document(chance)))}" };
        if (chance.OneIn(2))
        {
            parts.Add($"\"variables\":{Variables(chance)}");
        }

        if (chance.OneIn(6))
        {
            parts.Add($"\"operationName\":{(chance.OneIn(2) ? chance.Of(_values) : chance.Of(["\"Q\"", "\"A\"", "\"B\""]))}");
        }

        if (chance.OneIn(10))
        {
            parts.Add("\"extensions\":" + chance.Of(["""{"persistedQuery":{"version":1,"sha256Hash":"00"}}""", "[]", "1", "{\"a\":{}}"]));
        }

        if (chance.OneIn(20))
        {
            parts.Add(chance.Of(parts));
        }

        return "{" + string.Join(',', parts) + "}";
    }

    /// <summary>As JSON, halves of pairs escaped.</summary>
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var letter in text)
        {
            quoted.Append(
                letter is '"' or '\\' ? $"\\{letter}"
                : letter < 32 || char.IsSurrogate(letter) ? string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}")
                : letter.ToString()
            );
        }

        return quoted.Append('"').ToString();
    }
}
