using System.Numerics;

namespace Dmk.Maturity.Statistics;

/// <summary>Sums as 64-bit words, high before low.</summary>
internal sealed class WordWriter
{
    private readonly List<long> _words = [];

    public long[] Words => [.. _words];

    public void Write(long word) => _words.Add(word);

    public void Write(Int128 sum)
    {
        Write((long)(sum >> 64));
        Write(unchecked((long)(ulong)(sum & ulong.MaxValue)));
    }

    /// <summary>In as many words as it takes, their number before them.</summary>
    public void Write(BigInteger sum)
    {
        long words = (sum.GetByteCount() + 7) / 8;
        Write(words);
        for (var word = (int)words - 1; word >= 0; word--)
        {
            Write(unchecked((long)(ulong)((sum >> (64 * word)) & ulong.MaxValue)));
        }
    }
}
