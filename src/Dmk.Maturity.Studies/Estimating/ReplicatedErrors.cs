using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Variances of the estimates of a file from replicates, and what should be known of them.</summary>
/// <remarks>A stratum with a single row cannot be drawn from again: Rao and Wu divide by n - 1, and R's bootstraps give no number. Its row
/// stays in every replicate, as <see cref="LonelyUnit.Certainty"/> has it. A domain that lies in such strata alone has no
/// variance.</remarks>
internal sealed class ReplicatedErrors
{
    private readonly SampleDesign _design;
    private readonly Replicates _replicates;
    private readonly (IReadOnlyList<CalibrationTerm> Terms, CalibrationDistance Distance)? _calibration;
    private readonly bool[] _isKept;
    private int _places;
    private (int Count, string Name) _most = (0, "");

    /// <param name="design">Before any calibration.</param>
    /// <param name="calibration">Done to every replicate; null for none.</param>
    public ReplicatedErrors(
        SampleDesign design,
        (IReadOnlyList<CalibrationTerm> Terms, CalibrationDistance Distance)? calibration,
        ReplicateRequest wanted
    )
    {
        (_design, _calibration) = (design, calibration);
        _replicates = wanted.Bootstraps is { } count
            ? Replicates.Bootstrap(design, count, wanted.Seed, wanted.Centre)
            : Replicates.Jackknife(design, wanted.Centre);
        _isKept =
        [
            .. Enumerable
                .Range(0, design.Strata)
                .Select(stratum =>
                    design.Lonely != LonelyUnit.Certainty && design.Respondents[stratum] == 1 && design.Corrections[stratum] > 0
                ),
        ];
    }

    /// <summary>In sentences.</summary>
    public IEnumerable<string> Said
    {
        get
        {
            if (_isKept.Count(one => one) is > 0 and var kept)
            {
                yield return FormattableString.Invariant(
                    $"Strata with a single row: {kept}. Replicates cannot vary them, so they add nothing "
                ) + "to standard errors, and what lies in them alone has none. Without --replicates they count as --lonely says.";
            }

            if (_places > 0)
            {
                yield return FormattableString.Invariant(
                    $"{_places} estimates do not exist in some replicates, as no row of theirs was drawn: "
                )
                    + FormattableString.Invariant($"up to {_most.Count} of {_replicates.Count} ({_most.Name}). ")
                    + "These are left out, as in R, and their standard errors are rather too small.";
            }
        }
    }

    /// <summary>How many estimates of each measure are made; all are, whatever is asked of it.</summary>
    public int Count => _replicates.Count;

    /// <summary>In the order of the domains; NaN where there is none.</summary>
    /// <param name="done">Told of each replicate, from several threads.</param>
    public double[,] Covariances(Measure measure, IReadOnlyList<DataDomain> domains, Action done, CancellationToken cancellation)
    {
        int[][] rows = [.. domains.Select(domain => domain.Rows)];
        var (matrix, leftOut) = _replicates.Covariances(
            _design,
            _calibration,
            design =>
            {
                double[] values = [.. measure.Values(design, rows)];
                done();
                return values;
            },
            cancellation
        );
        for (var domain = 0; domain < rows.Length; domain++)
        {
            if (rows[domain].Where(measure.IsKnown).All(row => _isKept[_design.StratumOf[row]]))
            {
                matrix[domain, domain] = double.NaN;
            }
            else if (leftOut[domain] > 0)
            {
                _places++;
                var name = string.Join(
                    ' ',
                    new[] { measure.Variable, measure.Category, domains[domain].Name }.Where(one => one is { Length: > 0 })
                );
                _most = leftOut[domain] > _most.Count ? (leftOut[domain], name) : _most;
            }
        }

        return matrix;
    }
}
