using System.Diagnostics;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace Dmk.Maturity.Studies;

/// <summary>Looks up a condition in columns, block by block. A row is false (0), unknown (1) or true (2), so that "and" is the smaller,
/// "or" the larger of two.</summary>
internal static class RowTruths
{
    public const byte True = 2;
    private const byte Unknown = 1;

    /// <summary>Rows of a block, at most.</summary>
    public const int Block = 1024;

    /// <summary>Fills the truths of the rows from one on, at most <see cref="Block"/>.</summary>
    public delegate void Fill(int from, Span<byte> truths);

    public static Fill Of(RowTest test, Func<RowTest.OfAnswer, KeptColumn> answers, Func<RowTest.OfScore, ValueColumn> scores)
    {
        return Filled(test);

        Fill Filled(RowTest part)
        {
            return part switch
            {
                RowTest.Both both => Joined(Filled(both.Left), Filled(both.Right), Smaller),
                RowTest.Either either => Joined(Filled(either.Left), Filled(either.Right), Larger),
                RowTest.Not not => Turned(Filled(not.Of)),
                RowTest.OfAnswer answer => answers(answer) is var column ? OfColumn(column.Values, column.Of, answer.Holds) : null,
                RowTest.OfScore score => OfColumn(scores(score), KeptValue.Of, score.Holds),
                _ => throw new UnreachableException(),
            };
        }
    }

    /// <summary>Fills the rows of which it is true, counted from the first of the block.</summary>
    /// <returns>How many there are.</returns>
    public static int TrueRows(ReadOnlySpan<byte> truths, Span<int> rows)
    {
        var (found, row, wanted) = (0, 0, Vector256.Create(True));
        for (; row <= truths.Length - Vector256<byte>.Count; row += Vector256<byte>.Count)
        {
            for (
                var bits = Vector256.Equals(Vector256.Create(truths[row..]), wanted).ExtractMostSignificantBits();
                bits != 0;
                bits &= bits - 1
            )
            {
                rows[found++] = row + BitOperations.TrailingZeroCount(bits);
            }
        }

        for (; row < truths.Length; row++)
        {
            if (truths[row] == True)
            {
                rows[found++] = row;
            }
        }

        return found;
    }

    private delegate void Join(Span<byte> truths, ReadOnlySpan<byte> others);

    private static Fill Joined(Fill left, Fill right, Join join) =>
        (from, truths) =>
        {
            left(from, truths);
            Span<byte> others = stackalloc byte[Block];
            right(from, others[..truths.Length]);
            join(truths, others[..truths.Length]);
        };

    private static void Smaller(Span<byte> truths, ReadOnlySpan<byte> others)
    {
        var row = 0;
        for (; row <= truths.Length - Vector<byte>.Count; row += Vector<byte>.Count)
        {
            Vector.Min(new Vector<byte>(truths[row..]), new Vector<byte>(others[row..])).CopyTo(truths[row..]);
        }

        for (; row < truths.Length; row++)
        {
            truths[row] = Math.Min(truths[row], others[row]);
        }
    }

    private static void Larger(Span<byte> truths, ReadOnlySpan<byte> others)
    {
        var row = 0;
        for (; row <= truths.Length - Vector<byte>.Count; row += Vector<byte>.Count)
        {
            Vector.Max(new Vector<byte>(truths[row..]), new Vector<byte>(others[row..])).CopyTo(truths[row..]);
        }

        for (; row < truths.Length; row++)
        {
            truths[row] = Math.Max(truths[row], others[row]);
        }
    }

    private static Fill Turned(Fill of) =>
        (from, truths) =>
        {
            of(from, truths);
            for (var row = 0; row < truths.Length; row++)
            {
                truths[row] = (byte)(True - truths[row]);
            }
        };

    private static Fill OfColumn(ValueColumn column, Func<double, KeptValue> read, Func<KeptValue, bool?> holds)
    {
        if (column.Codes is not { } codes)
        {
            return (from, truths) =>
            {
                Span<double> values = stackalloc double[Block];
                column.Read(from, values[..truths.Length]);
                for (var row = 0; row < truths.Length; row++)
                {
                    truths[row] = Truth(holds(read(values[row])));
                }
            };
        }

        var byCode = new byte[column.Values!.All.Length];
        for (var code = 0; code < byCode.Length; code++)
        {
            byCode[code] = Truth(holds(read(column.Values.All[code])));
        }

        return (from, truths) => codes.MapTruths(from, byCode, truths);
    }

    private static byte Truth(bool? truth) =>
        truth switch
        {
            true => True,
            null => Unknown,
            false => 0,
        };
}
