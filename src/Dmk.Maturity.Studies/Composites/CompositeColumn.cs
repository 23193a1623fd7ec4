using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>A leaf of a composite: a column of the table and what is done to it before it is added up.</summary>
/// <param name="Column">Its name in the table.</param>
/// <param name="Turned">-1 where less is better, else 1.</param>
/// <param name="Treat">Null leaves outliers alone.</param>
public sealed record CompositeColumn(
    string Id,
    string Column,
    int Turned,
    string? Denominator,
    ImputeRule Impute,
    OutlierRule? Treat,
    ColumnScale Scale
);
