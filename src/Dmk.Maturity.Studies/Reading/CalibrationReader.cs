using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Reads <c>calibrate: { margins: [[land, size], [sector, size]], distance: logit, bounds: [0.3, 3] }</c>.</summary>
/// <param name="variables">Those that the study has declared.</param>
/// <param name="newStudies">Takes what is asked of new studies alone.</param>
internal sealed class CalibrationReader(IReadOnlyList<ReportingVariable> variables, NewStudies newStudies)
{
    private static readonly Dictionary<string, Distance> _distances = new(StringComparer.Ordinal)
    {
        ["raking"] = Distance.Raking,
        ["linear"] = Distance.Linear,
        ["logit"] = Distance.Logit,
        ["clipped-linear"] = Distance.ClippedLinear,
        ["clipped-raking"] = Distance.ClippedRaking,
    };

    private readonly Dictionary<string, int> _orders = variables.ToDictionary(one => one.Id, one => one.Order, StringComparer.Ordinal);

    public CalibrationRule? Read(YamlMapping node)
    {
        var margins = new List<IReadOnlyList<ReportingVariable>>();
        foreach (var one in node.Required("margins")?.AsList()?.Items ?? [])
        {
            Add(margins, one);
        }

        var distance = DistanceOf(node);
        node.NothingElse();
        return margins.Count == 0 || distance is null ? null : new(distance, margins);
    }

    private void Add(List<IReadOnlyList<ReportingVariable>> margins, YamlNode node)
    {
        int[] named = [.. (node.AsList()?.Items ?? []).Select(item => item.AsChoice(_orders)).OfType<int>()];
        ReportingVariable[] margin = [.. named.Distinct().Order().Select(order => variables[order])];
        if (margin.Length < named.Length)
        {
            newStudies.Ask(node, "duplicate-variable", "A reporting variable stands here twice. Keep one.");
        }

        if (Array.Find(margin, variable => !variable.IsInFrame) is { } unknown)
        {
            node.Report(
                "margin-not-in-frame",
                $"The frame does not know '{unknown}', so that nobody knows how many there are. Leave it out."
            );
        }
        else if (node is YamlList { Items.Count: 0 } || margins.Exists(other => other.SequenceEqual(margin)))
        {
            node.Report("margin-empty", "A margin names reporting variables, as in [land, size], and stands here once.");
        }
        else if (margin.Length > 0)
        {
            margins.Add(margin);
        }
    }

    private static CalibrationDistance? DistanceOf(YamlMapping node)
    {
        var (written, list) = (node.Optional("distance"), node.Optional("bounds"));
        var kind = written is null ? Distance.Raking : written.AsChoice(_distances);
        var bounds = list?.AsList()?.Items.Select(item => item.AsDecimal()).OfType<decimal>().ToArray();
        var isBounded = kind is Distance.Logit or Distance.ClippedLinear or Distance.ClippedRaking;
        if (kind is not null && isBounded != (list is not null))
        {
            var what = isBounded
                ? "This distance runs between bounds: add bounds: [0.3, 3], the smallest and the largest factor on a weight."
                : "This distance has no bounds. Write distance: logit, or remove 'bounds'.";
            var at = list ?? written ?? node;
            at.Report("bounds-of-distance", what);
            return null;
        }

        if (bounds is not null and not [< 1 and >= 0, > 1])
        {
            list!.Report("out-of-range", "Bounds are two factors, one below and one above 1, as in [0.3, 3].");
            return null;
        }

        var (lower, upper) = ((double)(bounds?[0] ?? 0), (double)(bounds?[1] ?? 0));
        return kind switch
        {
            null => null,
            Distance.Raking => CalibrationDistance.Raking,
            Distance.Linear => CalibrationDistance.Linear,
            Distance.Logit => CalibrationDistance.Logit(lower, upper),
            Distance.ClippedLinear => CalibrationDistance.ClippedLinear(lower, upper),
            Distance.ClippedRaking => CalibrationDistance.ClippedRaking(lower, upper),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private enum Distance
    {
        Raking,
        Linear,
        Logit,
        ClippedLinear,
        ClippedRaking,
    }
}
