using System.Globalization;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>What companies that answered in two waves make two estimates have in common.</summary>
/// <remarks>The population of a stratum is the larger one of the two waves, as if the smaller one lay within it. A company that has moved
/// to another stratum adds nothing, which errs towards a larger standard error.</remarks>
internal sealed class PanelCovariances
{
    private readonly PanelWave _before;
    private readonly PanelWave _after;
    private readonly Dictionary<string, List<(int Before, int After)>> _common = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _single = new(StringComparer.Ordinal);
    private readonly int _moved;
    private int _tooLarge;

    public PanelCovariances(PanelWave before, PanelWave after)
    {
        (_before, _after) = (before, after);
        foreach (var (name, row) in after.RowOf)
        {
            if (!before.RowOf.TryGetValue(name, out var earlier))
            {
                continue;
            }

            var stratum = after.StratumOf(row);
            if (before.StratumOf(earlier) != stratum)
            {
                _moved++;
                continue;
            }

            (_common.TryGetValue(stratum, out var own) ? own : _common[stratum] = []).Add((earlier, row));
        }
    }

    /// <summary>What is no mistake and should be known, in sentences.</summary>
    public IEnumerable<string> Said
    {
        get
        {
            yield return Text($"{_common.Values.Sum(one => one.Count) + _moved} companies are in both files.");
            if (_moved > 0)
            {
                yield return Text($"{_moved} of them have changed their stratum: they add nothing to a covariance.");
            }

            if (_single.Count > 0)
            {
                var names = string.Join(", ", _single.Take(20));
                yield return Text($"Of {_single.Count} strata a single company is in both files, so they have no covariance: {names}.");
            }

            if (_tooLarge > 0)
            {
                yield return Text($"Of {_tooLarge} changes the companies in both files are too few for a covariance; it counts as 0.");
            }
        }
    }

    /// <summary>The covariance of an estimate with itself one wave later; NaN where that of the common companies is larger than the
    /// standard errors allow.</summary>
    /// <param name="before">Linearised residuals of the earlier wave, by row.</param>
    /// <param name="after">Of the later one.</param>
    /// <param name="largest">The product of the standard errors.</param>
    public (double Covariance, long InBoth) Of(
        IReadOnlyList<(int Unit, double Residual)> before,
        IReadOnlyList<(int Unit, double Residual)> after,
        double largest
    )
    {
        var (earlier, later) = (ByRow(before), ByRow(after));
        var inBoth = _after.RowOf.Count(one =>
            later.ContainsKey(one.Value) && _before.RowOf.TryGetValue(one.Key, out var row) && earlier.ContainsKey(row)
        );
        var overlap = PanelOverlap.Of([
            .. later
                .Keys.Select(_after.StratumOf)
                .Distinct(StringComparer.Ordinal)
                .Where(_common.ContainsKey)
                .Order(StringComparer.Ordinal)
                .Select(stratum => Stratum(stratum, earlier, later)),
        ]);
        _single.UnionWith(overlap.WithoutCovariance);
        var isTooLarge = Math.Abs(overlap.Covariance) > largest * (1 + 1e-9);
        _tooLarge += isTooLarge ? 1 : 0;
        return (isTooLarge ? double.NaN : overlap.Covariance, inBoth);
    }

    private OverlapStratum Stratum(string name, Dictionary<int, double> earlier, Dictionary<int, double> later)
    {
        var (before, after) = (_before.PlaceOf(name), _after.PlaceOf(name));
        return new(
            name,
            Math.Max(Population(_before, before), Population(_after, after)),
            _before.Design.Respondents[before],
            _after.Design.Respondents[after],
            [.. _common[name].Select(one => (earlier.GetValueOrDefault(one.Before), later.GetValueOrDefault(one.After)))]
        );
    }

    private static double Population(PanelWave wave, int stratum) => wave.Populations?[stratum] ?? double.PositiveInfinity;

    private static Dictionary<int, double> ByRow(IReadOnlyList<(int Unit, double Residual)> residuals) =>
        residuals.ToDictionary(one => one.Unit, one => one.Residual);

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
