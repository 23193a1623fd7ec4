using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web.Tests;

/// <summary>The sentences above a table say no more than its figures.</summary>
public sealed class CaptionTests
{
    private static readonly TableBasis _basis = SmallTable.Basis(5_940, 5_710);

    [Theory]
    [InlineData(Language.German, "Deutschland erreicht 6,1 von 12 Punkten (95-%-Intervall: 5,9 bis 6,3).")]
    [InlineData(Language.English, "Germany reaches 6.1 of 12 points (95% interval: 5.9 to 6.3).")]
    public void The_scale_is_that_of_the_model(Language language, string sentence)
    {
        var table = SmallTable.Of(SmallTable.Intensity, _basis, SmallTable.Cell(6.1, 5.9, 6.3));

        Assert.Equal(sentence, Caption.Of(table, Sight.Shown, language));
        Assert.DoesNotContain("100", TableWords.TableTitle(table.Model).In(language), StringComparison.Ordinal);
        Assert.Contains("12", TableWords.TableTitle(table.Model).In(language), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.German, "Jedes Unternehmen zählt so oft, wie es Personen beschäftigt")]
    [InlineData(Language.English, "Every company counts as often as it employs persons")]
    public void Under_a_mean_per_person_stands_how_companies_count(Language language, string sentence)
    {
        var table = SmallTable.PerPerson(SmallTable.Maturity, _basis, SmallTable.Cell(61, 59, 63));

        var basis = Caption.Basis(table, Sight.Shown, language);
        Assert.Contains(sentence, basis, StringComparison.Ordinal);
        Assert.DoesNotContain(BasisWords.Alike(table.Design.Population).In(language), basis, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.German)]
    [InlineData(Language.English)]
    public void Figures_that_are_all_withheld_are_not_promised_for_the_next_night(Language language)
    {
        var withheld = SmallTable.Withheld(CellStatus.ProtectsAnother);
        var table = SmallTable.Of(SmallTable.Maturity, _basis, withheld, withheld, SmallTable.Withheld(CellStatus.FewRespondents));

        Assert.Equal(TableWords.AllWithheld.In(language), Caption.Of(table, Sight.Shown, language));
    }

    [Fact]
    public void Extremes_are_named_where_all_intervals_together_are_apart()
    {
        var text = English(Row(60, 58, 62), Row(50, 45, 55), Row(40, 38, 42));

        Assert.Contains("The highest estimate is that of", text, StringComparison.Ordinal);
        Assert.Contains("with 60.0 (58.0 to 62.0)", text, StringComparison.Ordinal);
        Assert.Contains("with 40.0 (38.0 to 42.0)", text, StringComparison.Ordinal);
        Assert.Contains(
            "The interval of 1 of 3 Länder lies wholly above and that of 1 wholly below that of Germany",
            text,
            StringComparison.Ordinal
        );
    }

    /// <summary>51.5 is above Germany's interval, and no more once four intervals have to hold together.</summary>
    [Theory]
    [InlineData(53.9, 51.5, 56.3)]
    [InlineData(57, 50, 64)]
    public void Extremes_that_may_be_noise_are_not_named(double value, double lower, double upper)
    {
        var text = English(Row(value, lower, upper), Row(50, 45, 55), Row(49, 43, 56));

        Assert.DoesNotContain("highest", text, StringComparison.Ordinal);
        Assert.DoesNotContain("lowest", text, StringComparison.Ordinal);
        Assert.Contains("All intervals of 3 Länder overlap with that of Germany", text, StringComparison.Ordinal);
        Assert.Contains("may be chance", text, StringComparison.Ordinal);
    }

    /// <summary>Half as wide as the scale, and apart all the same.</summary>
    [Fact]
    public void An_uncertain_extreme_is_not_named()
    {
        var unreliable = Row(25, 13, 37);
        Assert.Equal(CellStatus.Unreliable, unreliable.Status);

        Assert.DoesNotContain("lowest", English(unreliable, Row(50, 45, 55)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.German)]
    [InlineData(Language.English)]
    public void Nothing_to_show_is_said_with_when_there_will_be_more(Language language)
    {
        var nothing = SmallTable.Withheld(CellStatus.NotYetShown);
        var table = SmallTable.Of(SmallTable.Maturity, _basis, nothing, nothing, SmallTable.Withheld(CellStatus.FewRespondents));

        Assert.Equal(
            $"{TableWords.TooFewToShow.In(language)} {TableWords.Rhythm(SmallTable.Design.Confidentiality.Show).In(language)}",
            Caption.Of(table, Sight.Shown, language)
        );
        Assert.Equal(TableWords.TooFewToShow.In(language), Caption.Of(table, Sight.Live, language));
        var nobody = SmallTable.Withheld(CellStatus.NoRespondents);
        Assert.Equal(
            TableWords.NobodyYet.In(language),
            Caption.Of(SmallTable.Of(SmallTable.Maturity, _basis, nobody, nobody), Sight.Live, language)
        );
    }

    [Fact]
    public void A_total_that_is_withheld_or_a_range_is_said_so()
    {
        var withheld = SmallTable.Of(SmallTable.Maturity, _basis, SmallTable.Withheld(CellStatus.ProtectsAnother), Row(50, 45, 55));
        var alike = SmallTable.Of(SmallTable.Maturity, _basis, SmallTable.Shown(SmallTable.Maturity, Alike(70)), Row(50, 45, 55));

        Assert.StartsWith("Für Deutschland insgesamt gibt es hier keine Zahl: Zurückgehalten", German(withheld), StringComparison.Ordinal);
        Assert.EndsWith("liegen bei 60 bis 80 von 100 Punkten.", German(alike), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(5_940, 5_710, 5_710, "Aus den Antworten von 5.710 von rund 5.940 Unternehmen, die geantwortet haben.")]
    [InlineData(5_940, 5_710, 3_950, "Diesen Wert gibt es von 3.950 der 5.710;")]
    [InlineData(5_940, 5_943, 5_943, "Aus den Antworten von 5.943 Unternehmen; das sind alle oder fast alle, die geantwortet haben.")]
    [InlineData(5_940, 0, 5_900, "Aus den Antworten von 0 von rund 5.940 Unternehmen")]
    public void A_table_says_of_how_many_of_the_answered_it_speaks(long answered, long companies, long scored, string words)
    {
        var table = SmallTable.Of(SmallTable.Maturity, SmallTable.Basis(answered, companies), SmallTable.Cell(50, 48, 52, scored));

        var text = Caption.Basis(table, Sight.Shown, Language.German);

        Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Equal(scored < companies, text.Contains("Diesen Wert gibt es", StringComparison.Ordinal));
        Assert.EndsWith("eines mit 2 Personen so viel wie eines mit 2.000.", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Where_it_is_not_told_how_many_meet_a_condition_all_are_not_said_to()
    {
        var basis = SmallTable.Basis(5_940, 5_710) with { IsUntold = true };
        var table = SmallTable.Of(SmallTable.Maturity, basis, SmallTable.Cell(50, 48, 52, 5_710));

        Assert.StartsWith(
            "Wie viele Unternehmen dazugehören, wird nicht gezeigt. Geantwortet haben rund 5.940.",
            Caption.Basis(table, Sight.Shown, Language.German),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("5,710", Caption.Basis(table, Sight.Shown, Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_live_figures_the_number_is_exact() =>
        Assert.StartsWith(
            "From the answers of 5,710 of 5,939 companies",
            Caption.Basis(
                SmallTable.Of(SmallTable.Maturity, SmallTable.Basis(5_939, 5_710), SmallTable.Cell(50, 48, 52, 5_710)),
                Sight.Live,
                Language.English
            ),
            StringComparison.Ordinal
        );

    /// <summary>The total is that of the part, the companies those of all parts.</summary>
    [Fact]
    public void Of_a_part_the_companies_of_the_whole_breakdown_are_not_compared_with_it()
    {
        var table = SmallTable.Of(SmallTable.Maturity, _basis, SmallTable.Cell(50, 48, 52, 200));
        var size = SmallTable.Design.Variable("size")!;
        var part = new IndexTable
        {
            Design = table.Design,
            Model = table.Model,
            Node = table.Node,
            By = table.By,
            Filter = [(size, size.PossibleCodes[0])],
            Basis = table.Basis,
            Total = table.Total,
            Cells = table.Cells,
        };

        var text = Caption.Basis(part, Sight.Shown, Language.English);

        Assert.StartsWith(
            "The whole breakdown by size class and Land rests on the answers of 5,710 of about 5,940",
            text,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("200", text, StringComparison.Ordinal);
    }

    private static PublishedFigure Row(double value, double lower, double upper) =>
        SmallTable.Shown(SmallTable.Maturity, SmallTable.Cell(value, lower, upper));

    private static RawCell Alike(double score) => SmallTable.Cell(score, score, score) with { AllAlike = true };

    private static string German(IndexTable table) => Caption.Of(table, Sight.Shown, Language.German);

    private static string English(params PublishedFigure[] rows) =>
        Caption.Of(SmallTable.Of(SmallTable.Maturity, _basis, Row(50, 49, 51), rows), Sight.Shown, Language.English);
}
