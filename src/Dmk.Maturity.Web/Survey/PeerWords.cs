using System.Globalization;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web;

/// <summary>What stands on the page on which a company sees itself beside its peers.</summary>
internal static class PeerWords
{
    public static Text Title { get; } = new("Ihr Unternehmen im Vergleich", "Your company beside others");

    public static Text What { get; } = new("Bereich", "Area");

    public static Text Own { get; } = new("Ihr Wert", "Your score");

    public static Text Mean { get; } = new("Mittel der anderen", "Mean of the others");

    public static Text Lower { get; } = new("Andere mit niedrigerem Wert", "Others with a lower score");

    public static Text Others { get; } = new("Wer die anderen sind", "Who the others are");

    /// <summary>Stands where there is no number.</summary>
    private const string None = "–";

    private static readonly Text _none = new("zu wenige vergleichbare Unternehmen", "too few companies to compare with");

    private static readonly Text _alike = new(
        "wird nicht gezeigt, weil die anderen sich sehr ähnlich sind oder Ihr Wert fehlt",
        "not shown, as the others are much alike or your score is missing"
    );

    public static string Caption(IndexModel model, Language language)
    {
        var (from, to) = (Whole(model.ScaleFrom, language), Whole(model.ScaleTo, language));
        return new Text(
            $"{model.Title.In(language)}, von {from} bis {to} Punkten",
            $"{model.Title.In(language)}, from {from} to {to} points"
        ).In(language);
    }

    public static string OwnOf(BenchmarkedNode node, Language language) =>
        double.IsNaN(node.Score) ? None : node.Score.ToString("N1", language.Culture);

    /// <summary>Of a part of the scale, as in 40 to 45.</summary>
    public static string MeanOf(PeerFigure? figure, Language language) =>
        figure is null
            ? None
            : new Text(
                $"{Whole(figure.Mean.Lower, language)} bis {Whole(figure.Mean.Upper, language)}",
                $"{Whole(figure.Mean.Lower, language)} to {Whole(figure.Mean.Upper, language)}"
            ).In(language);

    public static string LowerOf(PeerFigure? figure, Language language) =>
        figure is null ? None
        : figure.Lower is not { } lower ? _alike.In(language)
        : new Text($"{Of(lower.From)} bis {Of(lower.To)} von 100", $"{Of(lower.From)} to {Of(lower.To)} of 100").In(language);

    public static string OthersOf(BenchmarkedNode node, Language language) =>
        node is { Peers: { } peers, Figure: { } figure }
            ? new Text(
                $"Mindestens {figure.AtLeast.ToString("N0", language.Culture)} andere. {BenchmarkWords.Who(peers).In(language)}",
                $"At least {figure.AtLeast.ToString("N0", language.Culture)} others. {BenchmarkWords.Who(peers).In(language)}"
            ).In(language)
            : _none.In(language);

    private static string Of(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Parts of a scale to 12 have decimals.</summary>
    private static string Whole(double value, Language language) => value.ToString("0.##", language.Culture);
}
