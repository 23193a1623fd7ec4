using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Differences between domains of a data file, pair by pair.</summary>
/// <param name="domains">As asked for.</param>
/// <param name="everything">All rows, which a pair may name as <see cref="EstimateRequest.Everything"/>.</param>
internal sealed class DomainComparisons(
    EstimateRequest request,
    SampleDesign design,
    IReadOnlyList<DataDomain> domains,
    DataDomain everything
)
{
    private readonly DataDomain[] _all = [.. domains, everything];

    /// <summary>The pairs asked for, else each domain and all rows.</summary>
    /// <exception cref="DataException">A pair names a domain that is not there.</exception>
    public IEnumerable<(DataDomain One, DataDomain Other)> Gaps()
    {
        var pairs = Pairs();
        return pairs.Length > 0 ? pairs.Select(pair => (_all[pair.One], _all[pair.Other])) : domains.Select(domain => (domain, everything));
    }

    /// <summary>With covariances, the part and the whole among them, and p-values adjusted by Holm over all pairs.</summary>
    /// <exception cref="DataException">A pair names a domain that is not there, or the statistic has no covariances.</exception>
    public IEnumerable<ComparisonRow> Of(Measure measure)
    {
        var pairs = Pairs();
        if (measure.Covariances(design, [.. _all.Select(domain => domain.Rows)]) is not { } joint)
        {
            throw new DataException("Quantiles have no covariances, so they cannot be compared.");
        }

        Comparison[] contrasts = [.. pairs.Select(pair => Contrasts.Difference(joint, pair.One, pair.Other, request.Level))];
        var adjusted = Holm.Of([.. contrasts.Select(contrast => contrast.P)]);
        return contrasts.Select(
            (contrast, place) =>
                new ComparisonRow(
                    measure.Variable,
                    measure.Category,
                    _all[pairs[place].One].Name,
                    _all[pairs[place].Other].Name,
                    contrast.Value,
                    contrast.StandardError,
                    contrast.T,
                    contrast.DegreesOfFreedom,
                    contrast.P,
                    adjusted.P[place]
                )
        );
    }

    private (int One, int Other)[] Pairs() =>
        request.ComparesAll
            ? [.. Enumerable.Range(0, domains.Count).SelectMany(a => Enumerable.Range(a + 1, domains.Count - a - 1), (a, b) => (a, b))]
            : [.. request.Comparisons.Select(pair => (Place(pair.One), Place(pair.Other)))];

    private int Place(string name)
    {
        var place = Array.FindIndex(_all, domain => domain.IsCalled(name));
        return place >= 0
            ? place
            : throw new DataException(
                $"There is no domain '{name}' to be compared. There are: {string.Join(", ", _all.Select(domain => domain.Name))}."
            );
    }
}
