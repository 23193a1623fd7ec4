using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The weights of a study's respondents, as tables use them, for a file of microdata.</summary>
public sealed class MicrodataWeights
{
    private readonly Dictionary<(ReportingCell Stratum, ReportingCell Cell), MicrodataWeight> _weights;
    private readonly bool _isCensus;

    private MicrodataWeights(Dictionary<(ReportingCell, ReportingCell), MicrodataWeight> weights, bool isCensus) =>
        (_weights, _isCensus) = (weights, isCensus);

    /// <exception cref="NoDonorException">A part of the population has no respondents and no donor.</exception>
    /// <exception cref="ResultRequestException">No weights meet the counts of the frame.</exception>
    public static MicrodataWeights Of(StudyDesign design, IReadOnlyList<FrameStratum> frame, StudyMoments moments)
    {
        var weights = new Dictionary<(ReportingCell, ReportingCell), MicrodataWeight>();
        foreach (var one in WeightedStudy.Of(design, frame, moments).Weighted)
        {
            weights[(one.Stratum, one.Cell)] = new(one.Class, one.ClassPopulation, one.Weight, one.BeforeCalibration);
        }

        return new(weights, design.Population.IsCensus);
    }

    /// <param name="stratum">Where the company was drawn.</param>
    /// <param name="cell">Where it stands now.</param>
    /// <exception cref="ArgumentException">No respondent of these moments was drawn and stands there.</exception>
    public MicrodataWeight At(ReportingCell stratum, ReportingCell cell) =>
        _weights.TryGetValue((_isCensus ? cell : stratum, cell), out var weight)
            ? weight
            : throw new ArgumentException($"Nobody of {stratum} who stands in {cell} has answered.", nameof(cell));
}
