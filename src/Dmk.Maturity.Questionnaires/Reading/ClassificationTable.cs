using System.Globalization;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads the entries of a long classification from a table: the first line names the columns, one line per entry, parents before
/// or after.</summary>
/// <remarks>Columns <c>code,level,parent,title_de</c> and, where the classification has English labels, <c>title_en</c>, parted by commas,
/// or by semicolons or tabs as German spreadsheets write them; the first line decides. A value with a separator or a quotation mark stands
/// in quotation marks, which are doubled inside (RFC 4180); no value has a line break. <c>level</c> counts from 1 and is checked against
/// the parents, because a wrong parent shows there. What spreadsheets add is not looked at: a first line <c>sep=;</c>, capitals in the
/// heads, columns and lines without a value, blanks around one.</remarks>
internal sealed class ClassificationTable(string path, Language[] languages, List<Problem> problems)
{
    /// <summary>Who has more mistakes than these has another kind of file.</summary>
    private const int MostReported = 20;

    private const int MaximumCodeLength = 64;

    private static readonly Dictionary<string, string> _noProperties = new(StringComparer.Ordinal);

    private readonly string[] _columns = [.. new[] { "code", "level", "parent", "title_de", "title_en" }.Take(3 + languages.Length)];

    private int _reported;

    public List<ClassificationRow> Read(string text)
    {
        if (TableLines.Of(path, text) is not { } lines || !lines.Heads.SequenceEqual(_columns, StringComparer.OrdinalIgnoreCase))
        {
            Report(
                TableLines.PlaceOfHeads(path, text),
                "wrong-columns",
                $"The first line must name the columns: {string.Join(',', _columns)}, parted by commas, semicolons or tabs."
            );
            return [];
        }

        var rows = new List<ClassificationRow>();
        foreach (var line in lines.Rows)
        {
            if (_reported >= MostReported)
            {
                break;
            }

            if (Row(lines, line) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private ClassificationRow? Row(TableLines lines, int number)
    {
        if (lines.Values(number, out var mistake) is not { } values)
        {
            Report(mistake!.Place, mistake.Code, mistake.Message);
            return null;
        }

        var (code, level, parent) = (values[0], values[1], values[2]);
        if (!IsCode(code.Text))
        {
            Report(
                code.Place,
                "wrong-kind",
                $"'{code.Text}' is no code: a code has letters, digits, '_', '-' and '.', at most {MaximumCodeLength}."
            );
            return null;
        }

        if (!int.TryParse(level.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var depth))
        {
            Report(level.Place, "wrong-kind", "A level is a whole number, 1 at the top.");
            return null;
        }

        if (values.Skip(_columns.Length - languages.Length).FirstOrDefault(title => title.Text.Length == 0) is { } blank)
        {
            Report(blank.Place, "wrong-kind", "A title has text.");
            return null;
        }

        var label = new Text(values[3].Text, values[^1].Text);
        return new(
            new(code.Text, label, parent.Text.Length == 0 ? null : parent.Text, _noProperties),
            code.Place,
            parent.Place,
            (depth, level.Place)
        );
    }

    private static bool IsCode(string text) =>
        text.Length is > 0 and <= MaximumCodeLength
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.');

    private void Report(FilePosition place, string code, string message)
    {
        _reported++;
        problems.Add(new(place, code, message));
    }
}
