using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Everyday names of trades, over the classes of both editions as they are shipped.</summary>
public class TradeSearchTests
{
    private const int First = 5;

    private static readonly Classification[] _editions =
    [
        .. new[] { "wz2008-classes", "wz2025-classes" }.Select(id => RepositoryFiles.Classifications.Find(id)!),
    ];

    public static TheoryData<string, string, string> Trades { get; } =
    [
        .. from line in File.ReadAllLines(
            Path.Combine(RepositoryFiles.Root, "tests", "Dmk.Maturity.Questionnaires.Tests", "Searching", "trades.cases")
        )
        where line.Length > 0 && line[0] != '#'
        let parts = line.Split([" => ", " | "], StringSplitOptions.None)
        select (parts[0], parts[1], parts[2]),
    ];

    public static TheoryData<string, string> Accidents { get; } =
        new()
        {
            { "Schreiner", "82.1" },
            { "Schreiner", "01.46" },
            { "Zeitarbeit", "43.11" },
            { "Molkerei", "19.10" },
        };

    [Theory]
    [MemberData(nameof(Trades))]
    public void A_trade_is_among_the_first_five(string typed, string in2008, string in2025)
    {
        Assert.Contains(Codes(0, typed), code => in2008.Split(' ').Contains(code));
        Assert.Contains(Codes(1, typed), code => in2025.Split(' ').Contains(code));
    }

    [Theory]
    [MemberData(nameof(Trades))]
    public void No_hit_is_another_one_s_only_subclass(string typed, string in2008, string in2025)
    {
        Assert.NotEqual("", in2008 + in2025);
        for (var edition = 0; edition < _editions.Length; edition++)
        {
            var hits = CodeSearch.Over(_editions[edition]).Find(typed, First);
            Assert.All(
                hits,
                hit =>
                    Assert.False(
                        _editions[edition].LevelOf(hit) == 5
                            && hits.Any(other => other.Code == hit.Parent)
                            && _editions[edition].Entries.Count(entry => entry.Parent == hit.Parent) == 1,
                        $"{hit} says nothing more."
                    )
            );
        }
    }

    [Theory]
    [MemberData(nameof(Accidents))]
    public void Shared_letters_make_no_trade(string typed, string wrong)
    {
        Assert.DoesNotContain(Codes(0, typed), code => code.StartsWith(wrong, StringComparison.Ordinal));
        Assert.DoesNotContain(Codes(1, typed), code => code.StartsWith(wrong, StringComparison.Ordinal));
    }

    [Fact]
    public void A_bakery_bakes_and_sells()
    {
        Assert.Equal(["10.71", "47.24"], Codes(0, "Bäckerei").Take(2));
        Assert.Equal(["10.71", "47.24"], Codes(1, "Bäckerei").Take(2));
    }

    [Theory]
    [InlineData("62.01", "62.01")]
    [InlineData("6201", "62.01")]
    [InlineData("62 01", "62.01")]
    [InlineData("62,01", "62.01")]
    [InlineData("62.01.0", "62.01")]
    [InlineData("62010", "62.01")]
    [InlineData("WZ 62.01", "62.01")]
    [InlineData("WZ2008 62.01", "62.01")]
    [InlineData("WZ08-6201", "62.01")]
    [InlineData("wz 2008: 62.01.1", "62.01.1")]
    [InlineData("NACE 62.01", "62.01")]
    [InlineData("1.11", "01.11")]
    [InlineData("1,11", "01.11")]
    [InlineData("62.01.1", "62.01.1")]
    [InlineData("43.32.0", "43.32")]
    public void Codes_are_read_as_people_and_spreadsheets_write_them(string typed, string code) => Assert.Equal(code, Codes(0, typed)[0]);

    [Fact]
    public void An_everyday_name_comes_before_titles_whatever_the_level_asked_for()
    {
        Assert.Equal("43.21", CodeSearch.Over(_editions[0], [4]).Find("Elektriker", 1).Single().Code);
        Assert.Equal("43.21.0", CodeSearch.Over(_editions[0], [5]).Find("Elektriker", 1).Single().Code);
        Assert.Equal("43", CodeSearch.Over(_editions[0], [2]).Find("Elektriker", 1).Single().Code);
    }

    [Fact]
    public void A_question_finds_only_what_it_lets_companies_choose()
    {
        var options = _editions[0].Entries.Where(entry => entry.Code is "10.71" or "43.21.0");
        var question = new Question.CodeSearch(_editions[0], [.. options.Select(entry => new Option(entry.Code, entry.Label))])
        {
            Id = "trade",
            Text = new("Was?", "What?"),
        };

        Assert.Equal(["10.71"], CodeSearch.For(question).Find("Bäckerei", 50).Select(hit => hit.Code));
        Assert.Equal(["43.21.0"], CodeSearch.For(question).Find("Elektriker", 50).Select(hit => hit.Code));
        Assert.Empty(CodeSearch.For(question).Find("Friseur", 50));
    }

    [Fact]
    public void What_strangers_type_costs_no_more_than_a_long_question()
    {
        string[] hostile =
        [
            new('a', 10_000),
            string.Concat(Enumerable.Repeat("Bäckerei ", 5000)),
            string.Concat(Enumerable.Range(0, 500).Select(at => $"wort{at} ")),
            string.Concat(Enumerable.Repeat("\ud83e\udd56", 5000)),
            "Ba\u0308" + new string('\u0308', 10_000) + "ckerei",
            new('\u200b', 1_000_000),
            string.Concat(Enumerable.Repeat("e-", 5000)),
        ];
        Codes(1, "warm");
        foreach (var typed in hostile)
        {
            var started = Stopwatch.GetTimestamp();
            Codes(1, typed);
            Assert.True(Stopwatch.GetElapsedTime(started) < TimeSpan.FromSeconds(1), typed[..20]);
        }
    }

    private static List<string> Codes(int edition, string typed) =>
        [.. CodeSearch.OverClasses(_editions[edition]).Find(typed, First).Select(hit => hit.Code)];
}
