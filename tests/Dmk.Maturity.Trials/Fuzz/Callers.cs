using System.Net;
using System.Text.RegularExpressions;

namespace Dmk.Maturity.Trials;

/// <summary>Who asks, with what they hold: a company that has entered its code, and readers with tokens.</summary>
internal sealed partial class Callers
{
    private static readonly string[] _roles = ["economist", "operator", "administrator"];

    /// <summary>Secrets of readers, by role.</summary>
    public required IReadOnlyDictionary<string, string> Tokens { get; init; }

    /// <summary>The company's, good for GraphQL.</summary>
    public required string Session { get; init; }

    /// <summary>As the header Cookie: of the company, of a reader who has signed in, and of both their forms.</summary>
    public required IReadOnlyList<string> Cookies { get; init; }

    /// <summary>Pages that the company and the reader see.</summary>
    public required IReadOnlyList<string> Pages { get; init; }

    /// <summary>Forms on them, as their address and all their fields.</summary>
    public required IReadOnlyList<(string Address, IReadOnlyList<(string Name, string Value)> Fields)> Forms { get; init; }

    /// <summary>Makes a token for each role; no server may be running on the folder.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> NewTokens(string data, CancellationToken cancellation)
    {
        var tokens = new Dictionary<string, string>();
        foreach (var role in _roles)
        {
            var said = await ServerUnderTrial.Run(cancellation, "token", "create", "--data", data, "--role", role, "--name", "trial");
            tokens[role] = said.Split('\n', ' ').First(word => word.StartsWith("dmkt_", StringComparison.Ordinal)).Trim();
        }

        return tokens;
    }

    /// <summary>New codes of all companies that have not answered; no server may be running on the folder.</summary>
    public static async Task<IReadOnlyList<string>> NewCodes(string data, string file, CancellationToken cancellation)
    {
        await ServerUnderTrial.Run(
            cancellation,
            ["invitations", "export", "--data", data, "--study", "pilot-2027", "--reissue", "--out", file]
        );
        var lines = await File.ReadAllLinesAsync(file, cancellation);
        var code = lines[0].Split(',', ';').Index().First(column => column.Item.Contains("code", StringComparison.OrdinalIgnoreCase)).Index;
        return [.. lines.Skip(1).Select(line => line.Split(',', ';')[code].Trim('"'))];
    }

    /// <summary>Enters the code and signs in, through the pages as a browser does, and looks round.</summary>
    public static async Task<Callers> Enter(
        string server,
        string code,
        IReadOnlyDictionary<string, string> tokens,
        CancellationToken cancellation
    )
    {
        var jar = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = jar };
        using var http = new HttpClient(handler) { BaseAddress = new Uri(server) };
        var overview = await Post("/en/survey", "code", code);
        var table = await Post("/en/signin", "token", tokens["operator"]);
        string[] pages =
        [
            overview,
            table,
            .. await Links(overview),
            .. (await Links(table)).Take(5),
            $"{overview}/check",
            $"{overview}/receipt",
        ];
        var forms = new List<(string, IReadOnlyList<(string, string)>)>();
        foreach (var page in pages.Distinct().Where(page => !page.EndsWith(".csv", StringComparison.Ordinal)))
        {
            forms.AddRange(FormsOf(await Text(page), page));
        }

        forms.Add(("/en/survey", Fields(await Text("/en/survey"))));
        var held = string.Join(
            "; ",
            jar.GetAllCookies().DistinctBy(cookie => cookie.Name).Select(cookie => $"{cookie.Name}={cookie.Value}")
        );
        var session = jar.GetAllCookies().First(cookie => cookie.Name == "dmk-company").Value;
        return new()
        {
            Tokens = tokens,
            Session = session,
            Cookies = [held, .. held.Split("; ")],
            Pages = [.. pages.Distinct()],
            Forms = forms,
        };

        async Task<string> Post(string page, string field, string value)
        {
            var fields = Fields(await Text(page)).Where(one => one.Name.StartsWith("form-token", StringComparison.Ordinal)).Take(1);
            using var body = new FormUrlEncodedContent([
                .. fields.Select(one => KeyValuePair.Create(one.Name, one.Value)),
                new(field, value),
            ]);
            using var answer = await http.PostAsync(new Uri(page, UriKind.Relative), body, cancellation);
            var there = answer.RequestMessage!.RequestUri!.AbsolutePath;
            return there != page ? there : throw new InvalidOperationException($"{page} did not let its caller in.");
        }

        async Task<string> Text(string page)
        {
            using var answer = await http.GetAsync(new Uri(page, UriKind.Relative), cancellation);
            return await answer.Content.ReadAsStringAsync(cancellation);
        }

        async Task<IEnumerable<string>> Links(string page)
        {
            return Link()
                .Matches(await Text(page))
                .Select(link => WebUtility.HtmlDecode(link.Groups[1].Value))
                .Where(link => link.StartsWith('/'))
                .Distinct();
        }
    }

    /// <summary>Those of a page, with its own address where they name none.</summary>
    public static IEnumerable<(string Address, IReadOnlyList<(string Name, string Value)> Fields)> FormsOf(string html, string page) =>
        Form().Matches(html).Select(form => (Action(form, page), Fields(form.Value)));

    private static string Action(Match form, string page) =>
        form.Groups[1].Value is { Length: > 0 } action ? WebUtility.HtmlDecode(action) : page;

    private static IReadOnlyList<(string Name, string Value)> Fields(string html) =>
        [
            .. Field()
                .Matches(html)
                .Select(field => (Attribute(field.Value, "name"), Attribute(field.Value, "value")))
                .Where(field => field.Item1.Length > 0),
        ];

    private static string Attribute(string element, string name) =>
        WebUtility.HtmlDecode(Regex.Match(element, $" {name}=\"([^\"]*)\"").Groups[1].Value);

    [GeneratedRegex("<form[^>]*?(?: action=\"([^\"]*)\"[^>]*)?>.*?</form>", RegexOptions.Singleline)]
    private static partial Regex Form();

    [GeneratedRegex("<(?:input|button|textarea|select)[^>]*>")]
    private static partial Regex Field();

    [GeneratedRegex("href=\"([^\"#]*)")]
    private static partial Regex Link();
}
