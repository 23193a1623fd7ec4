namespace Dmk.Maturity.Questionnaires;

/// <summary>How the lines of a text end: CR LF and CR become LF, and nothing else counts as a line end.</summary>
/// <remarks><see cref="string.ReplaceLineEndings()"/> also takes form feeds, U+0085, U+2028 and U+2029, which YAML 1.2 and the people who
/// paste a text from elsewhere do not.</remarks>
public static class LineEnds
{
    public static string Normalised(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
}
