using System.Globalization;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Reads how answers are weighted: <c>weights: { nonresponse: { groups: stratum, minimumRespondents: 2, collapse: [...] },
/// trim: 8, calibrate: { margins: [[land, size]] } }</c>.</summary>
/// <param name="strata">In the order of the design.</param>
/// <param name="variables">By what the study can report.</param>
/// <param name="newStudies">Takes what is asked of new studies alone.</param>
internal sealed class WeightsReader(
    IReadOnlyList<ReportingVariable> strata,
    IReadOnlyList<ReportingVariable> variables,
    NewStudies newStudies
)
{
    /// <summary>Groups of more are Länder as a whole, in which small companies stand for large ones.</summary>
    private const int MostNeeded = 100;

    private static readonly Dictionary<string, bool> _groups = new(StringComparer.Ordinal) { ["stratum"] = true };
    private static readonly Dictionary<string, FinitePopulation> _finite = new(StringComparer.Ordinal)
    {
        ["withinClasses"] = FinitePopulation.WithinClasses,
        ["none"] = FinitePopulation.None,
    };
    private static readonly Dictionary<string, CollapseKind> _orders = new(StringComparer.Ordinal) { ["cyclic"] = CollapseKind.Cyclic };

    /// <summary>Where the merging of adjoining classes begins, and which neighbour comes first.</summary>
    private static readonly Dictionary<string, bool> _starts = new(StringComparer.Ordinal) { ["largest"] = true, ["smallest"] = false };
    private static readonly Dictionary<string, bool> _nexts = new(StringComparer.Ordinal) { ["smaller"] = true, ["larger"] = false };

    private readonly Dictionary<string, int> _strata = strata
        .Select((variable, place) => (variable.Id, place))
        .ToDictionary(one => one.Id, one => one.place, StringComparer.Ordinal);

    public WeightRule? Read(YamlMapping top)
    {
        if (top.Required("weights")?.AsMapping() is not { } weights)
        {
            return null;
        }

        var collapse = weights.Required("nonresponse")?.AsMapping() is { } node ? Rule(node) : null;
        var trim = weights.Optional("trim");
        var most = trim?.AsDecimal();
        if (most <= 1)
        {
            trim!.Report("out-of-range", "No weight is cut below the mean. Write how many times the mean is the most, as in 8.");
        }

        var finite = weights.Optional("finitePopulation")?.AsChoice(_finite);
        var calibration = weights.Optional("calibrate")?.AsMapping() is { } calibrate
            ? new CalibrationReader(variables, newStudies).Read(calibrate)
            : null;
        weights.NothingElse();
        return collapse is null
            ? null
            : new(collapse)
            {
                MostTimesMean = (double?)most,
                FinitePopulation = finite ?? FinitePopulation.WithinClasses,
                Calibration = calibration,
            };
    }

    private CollapseRule? Rule(YamlMapping node)
    {
        _ = node.Required("groups")?.AsChoice(_groups);
        var minimum = Minimum(node);
        var most = node.Optional("maximumFactor");
        var factor = most is null ? double.PositiveInfinity : (double)(most.AsDecimal() ?? 1);
        if (factor < 1)
        {
            most!.Report("out-of-range", "The factor that makes up for non-response is 1 or more. Write its upper bound, as in 5.");
        }

        if (factor == 1)
        {
            newStudies.Ask(
                most!,
                "out-of-range",
                "A factor of 1 holds only where everybody has answered, so that all groups are merged. Write more, as in 5, or remove it."
            );
        }

        var steps = new List<CollapseStep>();
        foreach (var step in node.Required("collapse")?.AsMappings() ?? [])
        {
            Step(steps, step);
        }

        node.NothingElse();
        return minimum is null ? null : new(minimum.Value, factor, steps);
    }

    private int? Minimum(YamlMapping nonresponse)
    {
        var node = nonresponse.Required("minimumRespondents");
        var minimum = node?.AsInteger(1, 1000);
        if (minimum > MostNeeded)
        {
            newStudies.Ask(
                node!,
                "out-of-range",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Groups of {minimum} respondents are hardly found, so that all of a Land merge and small companies stand for large "
                        + $"ones. Write {MostNeeded} or fewer; 2 is enough for a standard error, 10 to 30 keep corrections steady."
                )
            );
        }

        return minimum;
    }

    private void Step(List<CollapseStep> steps, YamlMapping node)
    {
        var written = node.Required("over");
        var over = written?.AsChoice(_strata);
        if (steps.Exists(step => step.Dimension == over))
        {
            newStudies.Ask(
                written!,
                "duplicate-variable",
                $"Groups were merged over '{strata[over!.Value].Id}' in a step before, as far as they can be. Remove one of the two."
            );
        }

        if (over is { } wide && strata[wide].Id == ReportingVariable.Land)
        {
            node.Report(
                "collapse-across-laender",
                "Companies of one Land would stand for those of another, whose figures are compared. Merge within a Land, over the other "
                    + "strata; where there are none, write collapse: []."
            );
        }

        var order = node.Optional("order");
        var cyclic = order?.AsChoice(_orders);
        bool? largestFirst = null;
        if (order is null)
        {
            var (start, next) = (node.Required("start")?.AsChoice(_starts), node.Required("next")?.AsChoice(_nexts));
            largestFirst = start;
            if (start is not null && next is not null && start != next)
            {
                node.Report("collapse-direction", "Start largest goes with next smaller, start smallest with next larger.");
            }
        }

        node.NothingElse();
        if (over is not { } place || (cyclic is null && largestFirst is null))
        {
            return;
        }

        var codesInOrder = strata[place].Classification.Entries.Select(entry => entry.Code);
        steps.Add(new(place, [.. largestFirst == false ? codesInOrder.Reverse() : codesInOrder], cyclic ?? CollapseKind.Adjoining));
    }
}
