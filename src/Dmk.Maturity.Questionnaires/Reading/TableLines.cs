using System.Text;

namespace Dmk.Maturity.Questionnaires;

/// <summary>A table as text, taken apart: the names of its columns, and the values of each line with their places.</summary>
/// <remarks>Columns are parted by commas, semicolons or tabs; the first line decides, and a first line <c>sep=;</c> is stepped over. A
/// value with a separator or a quotation mark stands in quotation marks, which are doubled inside (RFC 4180); no value has a line
/// break.</remarks>
internal sealed class TableLines
{
    private const string Separators = ",;\t";

    private readonly string _path;
    private readonly string[] _lines;
    private readonly int _first;
    private readonly char _separator;

    private TableLines(string path, string[] lines, int first, char separator, string[] heads) =>
        (_path, _lines, _first, _separator, Heads) = (path, lines, first, separator, heads);

    /// <summary>The columns, as written.</summary>
    public IReadOnlyList<string> Heads { get; }

    /// <summary>Numbers of the lines below the heads that have a value, 1 for the first line of the file. A spreadsheet writes rows that
    /// were emptied as separators alone.</summary>
    public IEnumerable<int> Rows =>
        Enumerable
            .Range(_first + 1, _lines.Length - _first)
            .Where(number => _lines[number - 1].AsSpan().Trim().Trim(_separator).Length > 0);

    /// <param name="path">For the places of problems.</param>
    /// <param name="text">Of the file.</param>
    /// <param name="comment">Lines that begin with it are no lines of the table; null where there are no comments.</param>
    /// <returns>Null where the first line parts no columns.</returns>
    public static TableLines? Of(string path, string text, char? comment = null)
    {
        var lines = Lines(text, comment);
        var first = First(lines);
        var separators = Separators.Where(one => first < lines.Length && lines[first].Contains(one, StringComparison.Ordinal)).ToList();
        if (separators is not [var separator, ..])
        {
            return null;
        }

        var heads = lines[first].TrimEnd(separator, ' ').Split(separator).Select(head => head.Trim().Trim('"'));
        return new(path, lines, first + 1, separator, [.. heads]);
    }

    /// <summary>Where the names of the columns stand, or should.</summary>
    public static FilePosition PlaceOfHeads(string path, string text, char? comment = null) =>
        new(path, First(Lines(text, comment)) + 1, 1);

    /// <param name="number">One of <see cref="Rows"/>.</param>
    /// <returns>As many values as columns; null where there is a mistake.</returns>
    public List<TableValue>? Values(int number, out Problem? mistake)
    {
        var line = _lines[number - 1].AsSpan();
        var values = new List<TableValue>(Heads.Count);
        var at = 0;
        do
        {
            var place = new FilePosition(_path, number, at + 1);
            var isQuoted = at < line.Length && line[at] == '"';
            var value = isQuoted ? Quoted(line, ref at) : Plain(line, ref at);
            if (value is null || (at < line.Length && line[at] != _separator))
            {
                mistake = new(
                    place,
                    "table-syntax",
                    "The quotation marks of this value do not fit: one before, one behind it, and two for one inside."
                );
                return null;
            }

            values.Add(new(value.Trim(), place));
        } while (at++ < line.Length);

        while (values.Count > Heads.Count && values[^1].Text.Length == 0)
        {
            values.RemoveAt(values.Count - 1);
        }

        mistake =
            values.Count == Heads.Count
                ? null
                : new(
                    new(_path, number, 1),
                    "table-syntax",
                    $"This line has {values.Count} values, but there are {Heads.Count} columns. "
                        + "Put a value with the separator in it in quotation marks."
                );
        return mistake is null ? values : null;
    }

    /// <summary>A comment is an empty line.</summary>
    private static string[] Lines(string text, char? comment) =>
        [
            .. LineEnds
                .Normalised(text.TrimStart('\uFEFF'))
                .Split('\n')
                .Select(line => comment is { } sign && line.AsSpan().TrimStart().StartsWith([sign]) ? "" : line),
        ];

    private static int First(string[] lines)
    {
        var first = lines[0].StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && lines.Length > 1 ? 1 : 0;
        while (first < lines.Length - 1 && lines[first].Length == 0)
        {
            first++;
        }

        return first;
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
}
