namespace Dmk.Maturity.Studies;

/// <summary>Tells rows by the nodes of which they have a score, block by block, from the codes.</summary>
/// <remarks>A pattern has a number, in the order in which patterns are first met.</remarks>
internal sealed class PatternRows(IReadOnlyList<ValueColumn> columns)
{
    /// <summary>Rows of a block.</summary>
    public const int Block = RowTruths.Block;

    private readonly int _characters = (columns.Count + ScorePattern.PerCharacter - 1) / ScorePattern.PerCharacter;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<ScorePattern> _patterns = [];

    /// <summary>By number.</summary>
    public IReadOnlyList<ScorePattern> Patterns => _patterns;

    /// <summary>Fills the numbers of the rows from one on, at most <see cref="Block"/>.</summary>
    public void Read(int from, Span<int> numbers)
    {
        var bits = new char[numbers.Length * _characters];
        Span<int> codes = stackalloc int[Block];
        codes = codes[..numbers.Length];
        for (var node = 0; node < columns.Count; node++)
        {
            var (at, bit) = (node / ScorePattern.PerCharacter, node % ScorePattern.PerCharacter);
            if (columns[node].Codes is { } coded)
            {
                coded.Read(from, codes);
                for (var row = 0; row < codes.Length; row++)
                {
                    bits[(row * _characters) + at] |= (char)((codes[row] == ValueCodes.Missing ? 0 : 1) << bit);
                }
            }
            else
            {
                for (var row = 0; row < codes.Length; row++)
                {
                    bits[(row * _characters) + at] |= (char)((double.IsNaN(columns[node][from + row]) ? 0 : 1) << bit);
                }
            }
        }

        var known = _numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var row = 0; row < numbers.Length; row++)
        {
            var pattern = bits.AsSpan(row * _characters, _characters);
            if (!known.TryGetValue(pattern, out numbers[row]))
            {
                numbers[row] = _patterns.Count;
                _patterns.Add(new(new string(pattern)));
                _numbers.Add(_patterns[^1].Bits, numbers[row]);
            }
        }
    }
}
