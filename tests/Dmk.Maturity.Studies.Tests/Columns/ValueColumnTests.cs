using CsCheck;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Columns take few bytes and give back what was added, bit for bit.</summary>
public sealed class ValueColumnTests
{
    [Fact]
    public void What_was_added_comes_back_bit_for_bit() =>
        Gen.Select(Gen.Double.Special.Array[0, 20], Gen.Int[0, 400].Array[0, 3000])
            .Sample(
                (few, picks) =>
                {
                    double[] values = [double.NaN, 0.0, -0.0, double.Epsilon, .. few];
                    AssertSame([.. picks.Select(pick => pick < values.Length ? values[pick] : pick / 7.0)]);
                },
                iter: 200
            );

    [Theory]
    [InlineData(255, 1)]
    [InlineData(256, 2)]
    [InlineData(4096, 2)]
    [InlineData(65_535, 2)]
    [InlineData(65_536, 8)]
    public void The_number_of_distinct_values_decides_on_the_width(int distinct, int width)
    {
        // Every value often enough, so that a list of them pays.
        double[] values = [.. Enumerable.Range(0, 4 * distinct).Select(row => (row / 4) / 3.0)];
        Assert.Equal(width, AssertSame([.. values, double.NaN]).Width);
    }

    [Fact]
    public void A_list_that_takes_more_than_it_saves_is_given_up() =>
        Assert.Equal(sizeof(double), AssertSame([.. Enumerable.Range(0, 5000).Select(row => (double)row)]).Width);

    [Fact]
    public void Missing_takes_none_of_the_255_values() =>
        Assert.Equal(
            1,
            AssertSame([.. Enumerable.Range(0, 255).Select(value => (double)value), double.NaN, .. Enumerable.Repeat(-double.NaN, 9)]).Width
        );

    [Fact]
    public void Codes_widen_and_stay_what_they_were() =>
        Gen.Int[0, 70_000]
            .Array[0, 500]
            .Sample(
                codes =>
                {
                    var column = new CodeColumn();
                    foreach (var code in codes)
                    {
                        column.Add(code);
                    }

                    var read = new int[codes.Length];
                    column.Read(0, read);
                    Assert.Equal(codes, read);
                    Assert.Equal(codes, Enumerable.Range(0, codes.Length).Select(row => column[row]));
                    var highest = codes.DefaultIfEmpty().Max();
                    Assert.Equal(
                        highest < 256 ? 1
                            : highest < 65_536 ? 2
                            : 4,
                        column.Width
                    );
                },
                iter: 200
            );

    private static ValueColumn AssertSame(double[] values)
    {
        var column = new ValueColumn();
        foreach (var value in values)
        {
            column.Add(value);
        }

        var read = new double[values.Length];
        column.Read(0, read);
        Assert.Equal(values.Select(Bits), read.Select(Bits));
        Assert.Equal(values.Select(Bits), Enumerable.Range(0, values.Length).Select(row => Bits(column[row])));
        return column;
    }

    /// <summary>All that is missing is one NaN.</summary>
    private static ulong Bits(double value) => BitConverter.DoubleToUInt64Bits(double.IsNaN(value) ? double.NaN : value);
}
