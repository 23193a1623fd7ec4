using System.Numerics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>A set of small numbers, one bit each.</summary>
internal sealed class BitSet(int count)
{
    private readonly ulong[] _bits = new ulong[(count + 63) / 64];

    public void Set(int number) => _bits[number >> 6] |= 1UL << (number & 63);

    public void Set(ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            Set(number);
        }
    }

    public bool Has(int number) => (_bits[number >> 6] & (1UL << (number & 63))) != 0;

    public void Add(BitSet other)
    {
        for (var i = 0; i < _bits.Length; i++)
        {
            _bits[i] |= other._bits[i];
        }
    }

    /// <returns>The smallest number in it that is not below this one, or -1. Numbers set meanwhile are found.</returns>
    public int Next(int from)
    {
        for (var word = from >> 6; word < _bits.Length; word++)
        {
            var bits = word == from >> 6 ? _bits[word] & (ulong.MaxValue << (from & 63)) : _bits[word];
            if (bits != 0)
            {
                return (word << 6) + BitOperations.TrailingZeroCount(bits);
            }
        }

        return -1;
    }
}
