using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Weights are moved until the companies that answered stand for as many of each category as the frame has.</summary>
/// <remarks>Categories are those of the reporting cell: a company that has moved or grown counts where it stands now, so that estimated
/// populations in tables are those of the frame. That takes for granted that as many move into a category as out of it.</remarks>
/// <param name="Margins">Sets of reporting variables that the frame knows, as Land x size and sector x size.</param>
public sealed record CalibrationRule(CalibrationDistance Distance, IReadOnlyList<IReadOnlyList<ReportingVariable>> Margins);
