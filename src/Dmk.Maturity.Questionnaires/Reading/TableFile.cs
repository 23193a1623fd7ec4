using System.Text;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads the text of a table as the spreadsheets of this country save it: UTF-8, UTF-16 with its mark, or Windows-1252.</summary>
internal static class TableFile
{
    private static readonly Encoding _western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <returns>Null where a problem was reported.</returns>
    public static string? Text(string path, List<Problem> problems)
    {
        var mistakes = new List<Problem>();
        if (YamlFile.Text(path, mistakes) is { } text)
        {
            return text;
        }

        if (mistakes is [{ Code: "not-utf8" } bad] && Western(File.ReadAllBytes(path)) is { } guessed)
        {
            var line = LineEnds.Normalised(guessed).Split('\n')[bad.Place.Line - 1];
            problems.Add(
                new(
                    bad.Place,
                    "read-as-windows-1252",
                    "The file is not UTF-8 and was read as Windows-1252, as Excel saves it. Look whether this is right: "
                        + $"{line.Trim()}. Save it as \"CSV UTF-8\" and nothing has to be guessed.",
                    Severity.Warning
                )
            );
            return guessed;
        }

        problems.AddRange(mistakes);
        return null;
    }

    /// <returns>Null where it would be other letters than were typed: other encodings have their umlauts where this one has quotation
    /// marks and dashes, which do not stand within words.</returns>
    private static string? Western(byte[] bytes)
    {
        var text = _western.GetString(bytes);
        for (var i = 0; i < bytes.Length; i++)
        {
            var isMark = bytes[i] is >= 0x80 and < 0xA0;
            if (isMark && ((i > 0 && char.IsLetter(text[i - 1])) && (i + 1 < text.Length && char.IsLetter(text[i + 1]))))
            {
                return null;
            }
        }

        return text.Contains('\0', StringComparison.Ordinal) ? null : text;
    }
}
