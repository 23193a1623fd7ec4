using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Server;

/// <summary>A composite of columns, as its file says.</summary>
/// <param name="Screen">Units with a smaller share of their indicators have no score; 0 keeps all.</param>
/// <param name="ScreensImputed">The share is taken after imputing.</param>
/// <param name="Columns">By leaf, in the order of <see cref="CompositeNode.Leaf.Column"/>.</param>
internal sealed record CompositeModel(
    string Id,
    double Screen,
    bool ScreensImputed,
    CompositeNode.Branch Root,
    IReadOnlyList<CompositeColumn> Columns
);

/// <summary>A leaf of a composite: a column of the table and what is done to it before it is added up.</summary>
/// <param name="Column">Its name in the table.</param>
/// <param name="Turned">-1 where less is better, else 1.</param>
/// <param name="Treat">Null leaves outliers alone.</param>
internal sealed record CompositeColumn(
    string Id,
    string Column,
    int Turned,
    string? Denominator,
    ImputeRule Impute,
    OutlierRule? Treat,
    ColumnScale Scale
);
