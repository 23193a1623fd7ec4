using System.Globalization;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("Weighting"), Description("How respondents were weighted.")]
internal sealed class WeightingView(IndexTable table, Language language)
{
    private static readonly Text _corrected = new(
        "Designgewichte, korrigiert um Antwortausfall innerhalb der Schichten; Schichten mit zu wenigen Antworten sind zusammengelegt",
        "Design weights, corrected for non-response within strata; strata with too few respondents are merged"
    );
    private static readonly Text _trimmed = new(
        "kein Gewicht ist mehr als das {0:0.##}-Fache des mittleren",
        "no weight is more than {0:0.##} times the mean one"
    );
    private static readonly Text _calibrated = new("kalibriert auf den Auswahlrahmen nach {0}", "calibrated to the frame by {0}");

    [Description("In words.")]
    public string Description => string.Join("; ", Parts());

    private IEnumerable<string> Parts()
    {
        var rule = table.Design.Weights;
        yield return _corrected.In(language);
        if (rule.MostTimesMean is { } most)
        {
            yield return string.Format(CultureInfo.InvariantCulture, _trimmed.In(language), most);
        }

        if (rule.Calibration is { } calibration)
        {
            var margins = calibration.Margins.Select(margin => string.Join(" x ", margin.Select(one => one.Title.In(language))));
            yield return string.Format(CultureInfo.InvariantCulture, _calibrated.In(language), string.Join(", ", margins));
        }
    }

    [Description("How many classes were merged into others, by Land; Länder without are not there."), ListSize(16)]
    public IEnumerable<MergersView> Mergers =>
        table.Basis.Mergers.OrderBy(one => one.Key, StringComparer.Ordinal).Select(one => new MergersView(one.Key, one.Value));

    [Description("Which strata were merged into which, for operators; empty for others, as hardly anybody of such a stratum has answered.")]
    [ListSize(200)]
    public IEnumerable<CollapseView> Collapses => table.Basis.Collapses.Select(collapse => new CollapseView(collapse));
}
