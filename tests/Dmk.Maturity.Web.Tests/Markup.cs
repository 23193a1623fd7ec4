using System.Text.RegularExpressions;

namespace Dmk.Maturity.Web.Tests;

/// <summary>Reads attributes out of HTML that our own pages have written.</summary>
internal static partial class Markup
{
    public static IReadOnlyList<string> Values(string html, string attribute) =>
        [
            .. AnyAttribute()
                .Matches(html)
                .Where(match => match.Groups["name"].Value == attribute)
                .Select(match => match.Groups["value"].Value),
        ];

    /// <summary>The value of the hidden field that keeps forms from elsewhere out.</summary>
    public static string FormToken(string html) => TokenField().Match(html).Groups["token"].Value;

    /// <summary>Umlauts as themselves, so that people can review the text; everything that HTML needs escaped stays so.</summary>
    public static string Readable(string html) =>
        AnyLetter().Replace(html, match => ((char)Convert.ToInt32(match.Groups["code"].Value, 16)).ToString());

    [GeneratedRegex("""name="form-token" value="(?<token>[^"]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex TokenField();

    [GeneratedRegex("&#x(?<code>(?![0-7][0-9A-F];)[0-9A-F]{2,4});", RegexOptions.ExplicitCapture)]
    private static partial Regex AnyLetter();

    [GeneratedRegex("""\s(?<name>[a-z-]+)="(?<value>[^"]*)"(?=[\s>])""", RegexOptions.ExplicitCapture)]
    private static partial Regex AnyAttribute();
}
