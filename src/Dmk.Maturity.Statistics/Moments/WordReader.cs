using System.Numerics;

namespace Dmk.Maturity.Statistics;

/// <summary>Reads what a <see cref="WordWriter"/> wrote.</summary>
internal ref struct WordReader(ReadOnlySpan<long> words)
{
    /// <summary>A sum of more words cannot have come from respondents.</summary>
    private const long LongestSum = 8;

    private readonly ReadOnlySpan<long> _words = words;
    private int _at;

    public readonly bool IsAtEnd => _at == _words.Length;

    /// <exception cref="ArgumentException">There are no more.</exception>
    public long Long() =>
        _at < _words.Length ? _words[_at++] : throw new ArgumentException("These are not the words of moments: they end too early.");

    /// <inheritdoc cref="Long"/>
    public Int128 Sum()
    {
        var high = (ulong)Long();
        return new(high, (ulong)Long());
    }

    /// <inheritdoc cref="Long"/>
    public BigInteger BigSum()
    {
        var words = Long();
        if (words is < 1 or > LongestSum)
        {
            throw new ArgumentException("These are not the words of moments: a sum has no such length.");
        }

        BigInteger sum = Long();
        for (var word = 1; word < words; word++)
        {
            sum = (sum << 64) | (ulong)Long();
        }

        return sum;
    }

    /// <summary>A count between 0 and a whole.</summary>
    /// <exception cref="ArgumentException">It is not.</exception>
    public long Count(long whole) =>
        Long() is var count && count >= 0 && count <= whole
            ? count
            : throw new ArgumentException($"These are not the words of moments: {count} of {whole} respondents.");
}
