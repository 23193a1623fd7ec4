using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>An area of a data file after modelling.</summary>
/// <param name="Codes">Per column of the areas its value, in the order asked for.</param>
/// <param name="StandardError">Of the direct estimate; NaN where there is none.</param>
/// <param name="Group">Null without benchmarking.</param>
/// <param name="Benchmarked">The modelled value after it was brought to the direct total of its group; null without benchmarking.</param>
public sealed record AreaRow(
    IReadOnlyList<(string Column, string Value)> Codes,
    ModelledArea Area,
    double StandardError,
    string? Group,
    double? Benchmarked
);
