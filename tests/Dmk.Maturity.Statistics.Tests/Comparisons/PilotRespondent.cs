namespace Dmk.Maturity.Statistics.Tests;

/// <summary>A respondent of the pilot study.</summary>
/// <param name="Class">The weighting class.</param>
/// <param name="Weight">Raked.</param>
/// <param name="Index">NaN where it is missing.</param>
internal sealed record PilotRespondent(string Land, string Sector, string Size, string Class, double Weight, double Index);
