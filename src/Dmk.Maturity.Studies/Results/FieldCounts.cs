namespace Dmk.Maturity.Studies;

/// <summary>What stands behind a table beside its respondents: the frame, the sample, and who of it has answered.</summary>
/// <remarks>For readers other than operators the companies that have answered in a Land are those that its figures are made from, which
/// come in lots: one submission more must not show.</remarks>
public sealed class FieldCounts
{
    private readonly Study _study;
    private readonly bool _isExact;
    private readonly long _submitted;
    private readonly Lazy<IReadOnlyDictionary<string, long>?> _submittedIn;

    /// <param name="submitted">Companies that have answered, as tables say it.</param>
    /// <param name="submittedIn">The same by the Land in which they were drawn; null where it is not told.</param>
    internal FieldCounts(Study study, Sight sight, long submitted, Func<IReadOnlyDictionary<string, long>?> submittedIn)
    {
        _study = study;
        _isExact = sight == Sight.Live || study.Design.Confidentiality.MinimumRespondents == 1;
        _submitted = submitted;
        _submittedIn = new(submittedIn);
    }

    /// <summary>Companies that have begun and not submitted, by Land; as of some minutes ago.</summary>
    public IReadOnlyDictionary<string, long> Begun { get; init; } = new Dictionary<string, long>();

    /// <summary>With companies that have begun.</summary>
    public FieldCounts With(IReadOnlyDictionary<string, long> begun) =>
        new(_study, _isExact ? Sight.Live : Sight.Shown, _submitted, () => _submittedIn.Value) { Begun = begun };

    /// <param name="land">Null for the whole population.</param>
    public FieldPart Of(string? land)
    {
        var strata = _study.Frame.Where(stratum => land is null || stratum.Cell.Land == land).ToArray();
        var (population, drawn) = (strata.Sum(stratum => stratum.Population), strata.Sum(stratum => stratum.Sampled));
        var begun = land is null ? Begun.Values.Sum() : Begun.GetValueOrDefault(land);
        var rate = SubmittedIn(land) is { } submitted ? ResponseRate.Of(submitted, begun, drawn) : null;
        return _isExact
            ? new(population, drawn, rate)
            : new((long)Rounding.ThreeDigits(population), (long)Rounding.ThreeDigits(drawn), rate?.Rounded());
    }

    private long? SubmittedIn(string? land) =>
        land is null ? _submitted
        : _submittedIn.Value is { } lands ? lands.GetValueOrDefault(land)
        : null;
}
