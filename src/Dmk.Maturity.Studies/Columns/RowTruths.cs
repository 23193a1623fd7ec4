using System.Diagnostics;

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
                RowTest.Both both => Joined(Filled(both.Left), Filled(both.Right), Math.Min),
                RowTest.Either either => Joined(Filled(either.Left), Filled(either.Right), Math.Max),
                RowTest.Not not => Turned(Filled(not.Of)),
                RowTest.OfAnswer answer => answers(answer) is var column ? OfColumn(column.Values, column.Of, answer.Holds) : null,
                RowTest.OfScore score => OfColumn(scores(score), KeptValue.Of, score.Holds),
                _ => throw new UnreachableException(),
            };
        }
    }

    private static Fill Joined(Fill left, Fill right, Func<byte, byte, byte> join)
    {
        // One truth for each pair, so that nothing is called per row.
        var joined = new byte[9];
        for (byte one = 0; one <= True; one++)
        {
            for (byte other = 0; other <= True; other++)
            {
                joined[(3 * one) + other] = join(one, other);
            }
        }

        return (from, truths) =>
        {
            left(from, truths);
            Span<byte> others = stackalloc byte[Block];
            right(from, others[..truths.Length]);
            for (var row = 0; row < truths.Length; row++)
            {
                truths[row] = joined[(3 * truths[row]) + others[row]];
            }
        };
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

        return (from, truths) => codes.Map(from, byCode, truths);
    }

    private static byte Truth(bool? truth) =>
        truth switch
        {
            true => True,
            null => Unknown,
            false => 0,
        };
}
