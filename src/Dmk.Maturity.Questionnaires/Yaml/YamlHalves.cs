using YamlDotNet.Core;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads a large file in two halves at the same time, cut where an entry of a list at its top begins.</summary>
/// <remarks>The halves give the nodes that the whole gives, or nothing: where anything is wrong with them, or the cut does not separate
/// two entries after all, the whole is to be read by one reader, which says what is wrong.</remarks>
internal static class YamlHalves
{
    /// <summary>Characters of a file that is worth two readers.</summary>
    private const int Large = 40_000;

    /// <summary>Stands before the second half, so that its entries are those of a list again.</summary>
    private const string Key = "x:\n";

    /// <param name="yaml">As the library's scanner gets it.</param>
    /// <returns>Null where the file is small, cannot be cut or is no good.</returns>
    public static YamlMapping? Read(YamlSource source, string yaml) => yaml.Length < Large ? null : Read(source, yaml, Cut(yaml));

    /// <param name="cut">Where a line with an entry of a list begins; 0 for none.</param>
    internal static YamlMapping? Read(YamlSource source, string yaml, int cut)
    {
        if (cut == 0)
        {
            return null;
        }

        var problems = source.Problems;
        source.Problems = Array.Empty<Problem>();
        var halves = new YamlMapping?[2];
        Parallel.Invoke(
            () => halves[0] = Half(new Part("", yaml, 0, cut), source, 0, 0),
            () => halves[1] = Half(new Part(Key, yaml, cut, yaml.Length), source, yaml.AsSpan(0, cut).Count('\n') - 1, cut - Key.Length)
        );
        source.Problems = problems;
        return halves is [{ } first, { } second] ? Joined(source, first, second, Indent(yaml, cut) + 1) : null;
    }

    /// <summary>The first entry behind the middle of the list in which the middle is.</summary>
    /// <remarks>A lone CR ends a line for the scanner and not here, so that such files are not cut.</remarks>
    internal static int Cut(string yaml)
    {
        if (yaml.Contains('\r', StringComparison.Ordinal))
        {
            return 0;
        }

        var middle = yaml.Length / 2;
        var top = middle;
        while (top > 0 && !(yaml[top - 1] == '\n' && char.IsAsciiLetter(yaml[top])))
        {
            top--;
        }

        var line = yaml.IndexOf('\n', top) + 1;
        while (line > 0 && line < middle && !IsEntry(yaml, line))
        {
            line = yaml.IndexOf('\n', line) + 1;
        }

        if (line == 0 || line >= middle)
        {
            return 0;
        }

        var entry = $"\n{new string(' ', Indent(yaml, line))}- ";
        return yaml.IndexOf(entry, middle, StringComparison.Ordinal) is >= 0 and var behind ? behind + 1
            : yaml.LastIndexOf(entry, middle, StringComparison.Ordinal) is var before && before >= line ? before + 1
            : 0;
    }

    private static bool IsEntry(string yaml, int line) => yaml.AsSpan(line + Indent(yaml, line)).StartsWith("- ", StringComparison.Ordinal);

    private static int Indent(string yaml, int line)
    {
        var rest = yaml.AsSpan(line).IndexOfAnyExcept(' ');
        return rest < 0 ? 0 : rest;
    }

    /// <returns>Null where anything is wrong.</returns>
    private static YamlMapping? Half(Part text, YamlSource source, int lines, int characters)
    {
        var reader = new YamlReader(new Parser(text), source, lines, characters);
        try
        {
            return reader.Document() is { } half && reader.EndsWithText ? half : null;
        }
        catch (Exception failure)
            when (failure is YamlException or InvalidOperationException or NotSupportedException or YamlReader.RefusedException)
        {
            return null;
        }
    }

    /// <returns>Null where the first half does not end with a list whose entries begin in this column.</returns>
    private static YamlMapping? Joined(YamlSource source, YamlMapping first, YamlMapping second, int column)
    {
        if (
            first.Entries is not [.., { Value: YamlList { Items.Count: > 0 } begun } list]
            || begun.Place.Column != column
            || second.Entries is not [{ Value: YamlList rest }, ..]
            || rest.Place.Column != column
            || second.Entries.Skip(1).Any(entry => first.Find(entry.Key.Value) is not null)
        )
        {
            return null;
        }

        var items = new YamlList(source, begun.Place.Line, column, [.. begun.Items, .. rest.Items]);
        return new(
            source,
            first.Place.Line,
            first.Place.Column,
            [.. first.Entries.SkipLast(1), new(list.Key, items), .. second.Entries.Skip(1)]
        );
    }

    /// <summary>A part of the file behind a few characters of our own, without a copy of it: copies of this size are expensive to
    /// collect.</summary>
    private sealed class Part(string before, string text, int from, int to) : TextReader
    {
        private int _at = from - before.Length;

        public override int Peek() =>
            _at < from ? before[_at - from + before.Length]
            : _at < to ? text[_at]
            : -1;

        public override int Read()
        {
            var next = Peek();
            _at++;
            return next;
        }
    }
}
