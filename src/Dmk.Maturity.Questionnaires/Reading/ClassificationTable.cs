using System.Globalization;
using System.Text;

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

    private const string Separators = ",;\t";

    private static readonly Dictionary<string, string> _noProperties = new(StringComparer.Ordinal);

    private readonly string[] _columns = [.. new[] { "code", "level", "parent", "title_de", "title_en" }.Take(3 + languages.Length)];

    private char _separator = ',';
    private int _reported;

    public List<ClassificationRow> Read(string text)
    {
        var lines = LineEnds.Normalised(text.TrimStart('\uFEFF')).Split('\n');
        var heads = lines[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && lines.Length > 1 ? 1 : 0;
        if (!FindSeparator(lines[heads]))
        {
            Report(
                new(path, heads + 1, 1),
                "wrong-columns",
                $"The first line must name the columns: {string.Join(',', _columns)}, parted by commas, semicolons or tabs."
            );
            return [];
        }

        var rows = new List<ClassificationRow>(lines.Length);
        for (var i = heads + 1; i < lines.Length && _reported < MostReported; i++)
        {
            if (HasValue(lines[i]) && Row(lines[i], i + 1) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    private bool FindSeparator(string heads)
    {
        foreach (var separator in Separators)
        {
            var named = heads.TrimEnd(separator, ' ').Split(separator).Select(head => head.Trim().Trim('"'));
            if (named.SequenceEqual(_columns, StringComparer.OrdinalIgnoreCase))
            {
                _separator = separator;
                return true;
            }
        }

        return false;
    }

    /// <summary>A spreadsheet writes rows that were emptied as separators alone.</summary>
    private bool HasValue(string line) => line.AsSpan().Trim().Trim(_separator).Length > 0;

    private ClassificationRow? Row(ReadOnlySpan<char> line, int number)
    {
        if (Values(line, number) is not { } values)
        {
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

    /// <returns>As many values as columns, or null where a problem was reported.</returns>
    private List<Value>? Values(ReadOnlySpan<char> line, int number)
    {
        var values = new List<Value>(_columns.Length);
        var at = 0;
        do
        {
            var place = new FilePosition(path, number, at + 1);
            var isQuoted = at < line.Length && line[at] == '"';
            var value = isQuoted ? Quoted(line, ref at) : Plain(line, ref at);
            if (value is null || (at < line.Length && line[at] != _separator))
            {
                Report(
                    place,
                    "table-syntax",
                    "The quotation marks of this value do not fit: one before, one behind it, and two for one inside."
                );
                return null;
            }

            values.Add(new(value.Trim(), place));
        } while (at++ < line.Length);

        while (values.Count > _columns.Length && values[^1].Text.Length == 0)
        {
            values.RemoveAt(values.Count - 1);
        }

        if (values.Count != _columns.Length)
        {
            Report(
                new(path, number, 1),
                "table-syntax",
                $"This line has {values.Count} values, but there are {_columns.Length} columns. "
                    + "Put a value with the separator in it in quotation marks."
            );
            return null;
        }

        return values;
    }

    private string? Plain(ReadOnlySpan<char> line, ref int at)
    {
        var rest = line[at..];
        var end = rest.IndexOf(_separator);
        var value = end < 0 ? rest : rest[..end];
        at += value.Length;
        return value.Contains('"') ? null : value.ToString();
    }

    private static string? Quoted(ReadOnlySpan<char> line, ref int at)
    {
        var value = new StringBuilder();
        for (at++; at < line.Length; at++)
        {
            if (line[at] != '"')
            {
                value.Append(line[at]);
            }
            else if (at + 1 < line.Length && line[at + 1] == '"')
            {
                value.Append('"');
                at++;
            }
            else
            {
                at++;
                return value.ToString();
            }
        }

        return null;
    }

    private static bool IsCode(string text) =>
        text.Length is > 0 and <= MaximumCodeLength
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.');

    private void Report(FilePosition place, string code, string message)
    {
        _reported++;
        problems.Add(new(place, code, message));
    }

    private sealed record Value(string Text, FilePosition Place);
}
