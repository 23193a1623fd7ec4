namespace Dmk.Maturity.Studies;

/// <summary>Who is asked: a sample drawn by strata, or everybody.</summary>
/// <remarks>In a census there is nothing to draw, so that the whole population is one weighting class: those who answer stand for those
/// who do not, which assumes that not answering has nothing to do with the answers. Where all answer, every weight is 1 and every standard
/// error 0.</remarks>
public sealed record Population
{
    /// <summary>Every unit of the frame is asked.</summary>
    public required bool IsCensus { get; init; }

    /// <summary>Respondents are public bodies that report on their own work; a single one's results may be published.</summary>
    public required bool OfPublicBodies { get; init; }

    /// <summary>The reporting variables by which the sample is drawn, in the study's order; the first is the Land.</summary>
    public required IReadOnlyList<ReportingVariable> Strata { get; init; }
}
