namespace Dmk.Maturity.Studies;

/// <summary>Who is asked: a sample drawn by strata, or everybody.</summary>
/// <param name="IsCensus">Every unit of the frame is asked. There is nothing to draw, so that the whole population is one weighting
/// class: those who answer stand for those who do not,
/// which assumes that not answering has nothing to do with the answers. Where all answer, every weight is 1 and every standard error
/// 0.</param>
/// <param name="OfPublicBodies">Respondents are public bodies that report on their own work; a single one's results may be
/// published.</param>
/// <param name="Strata">The reporting variables by which the frame knows its units, in the order Land, sector, size.</param>
public sealed record Population(bool IsCensus, bool OfPublicBodies, IReadOnlyList<ReportingVariable> Strata);
