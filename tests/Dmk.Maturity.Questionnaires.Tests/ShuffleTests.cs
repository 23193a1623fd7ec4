using CsCheck;

namespace Dmk.Maturity.Questionnaires.Tests;

public class ShuffleTests
{
    private static readonly Section _visit = Fair.Form.Sections[1];

    [Fact]
    public void An_order_once_shown_is_found_again()
    {
        Assert.Equal("dgajehcfib", string.Concat(Shuffle.Of([.. "abcdefghij"], 2027, "q")));
        Assert.Equal("", string.Concat(Shuffle.Of([.. ""], 2027, "q")));
    }

    [Fact]
    public void Shuffling_keeps_every_item_and_the_places_of_those_that_stay() =>
        Gen.Select(Gen.Char.AlphaNumeric.Array[0, 20], Gen.ULong, Gen.String)
            .Sample(
                (items, seed, id) =>
                {
                    var shuffled = Shuffle.Of(items, seed, id, char.IsAsciiDigit);
                    return shuffled.Order().SequenceEqual(items.Order())
                        && Enumerable
                            .Range(0, items.Length)
                            .All(i =>
                                char.IsAsciiDigit(items[i]) == char.IsAsciiDigit(shuffled[i])
                                && (!char.IsAsciiDigit(items[i]) || items[i] == shuffled[i])
                            )
                        && shuffled.SequenceEqual(Shuffle.Of(items, seed, id, char.IsAsciiDigit));
                }
            );

    [Fact]
    public void Every_order_is_about_equally_frequent()
    {
        var counts = Enumerable.Range(0, 24_000).CountBy(seed => string.Concat(Shuffle.Of([.. "abcd"], (ulong)seed, "q"))).ToList();

        Assert.Equal(24, counts.Count);

        // Binomial with 24,000 draws and p = 1/24: standard deviation 31; five of them.
        Assert.All(counts, count => Assert.InRange(count.Value, 1000 - 155, 1000 + 155));
    }

    [Fact]
    public void Exclusive_options_and_fixed_lists_keep_their_places()
    {
        var tools = Fair.Form.Question("tools")!;

        Assert.All(Enumerable.Range(0, 50), seed => Assert.Equal("none", Shuffle.OptionsOf(tools, (ulong)seed)[^1].Code));
        Assert.True(
            Enumerable
                .Range(0, 50)
                .Select(seed => string.Join(' ', Shuffle.RowsOf(tools, (ulong)seed).Select(row => row.Id)))
                .Distinct()
                .Count() > 10
        );
        Assert.Same(Fair.Form.Question("land")!.Choices, Shuffle.OptionsOf(Fair.Form.Question("land")!, 7));
    }

    [Fact]
    public void A_group_moves_as_one_block_and_its_note_stays_first()
    {
        var orders = Enumerable
            .Range(0, 100)
            .Select(seed => string.Join(' ', Shuffle.QuestionsOf(_visit, (ulong)seed).Select(question => question.Id)))
            .Distinct()
            .ToList();

        Assert.Equal(12, orders.Count);
        Assert.All(orders, order => Assert.Matches("stand_note (stand_size stand_staff|stand_staff stand_size)", order));
        Assert.Equal(Fair.Form.Sections[0].Questions, Shuffle.QuestionsOf(Fair.Form.Sections[0], 1));
    }
}
