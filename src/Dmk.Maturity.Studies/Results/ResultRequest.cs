namespace Dmk.Maturity.Studies;

/// <summary>What a reader asks of a study, as pages, GraphQL and the command line take it: names, not yet looked up.</summary>
public sealed record ResultRequest
{
    /// <summary>The name of the index itself among its nodes.</summary>
    public const string WholeIndex = "total";

    public required Study Study { get; init; }

    /// <summary>Its id, or its id and version as in dmk-reifegrad@1.1.0; null for the study's first one.</summary>
    public string? Index { get; init; }

    /// <summary>A dimension or an indicator, or <see cref="WholeIndex"/>.</summary>
    public string Node { get; init; } = WholeIndex;

    /// <summary>Ids of reporting variables, in any order; none gives the total alone.</summary>
    public IReadOnlyList<string> By { get; init; } = [];

    /// <summary>Only companies that stand under these codes, at most one for each variable. A part is read from a table that the study
    /// reports anyway, so that it tells nothing further about anybody.</summary>
    public IReadOnlyList<VariableCode> Filter { get; init; } = [];

    /// <summary>The id of a level of the index, for the share of companies at it; null for the mean of the scores.</summary>
    public string? ShareAt { get; init; }

    /// <summary>Between 0 and 1, both excluded: the score up to which this share of the companies has theirs, as 0.5 for the median;
    /// null for the mean. For operators.</summary>
    public double? Quantile { get; init; }

    /// <summary>Other weights of dimensions than those of the index model, to try what the index would be: relative, like those of the
    /// model; a dimension that is not named keeps its own. Empty for the index as it is.</summary>
    public IReadOnlyList<NodeWeight> Weights { get; init; } = [];

    /// <summary>Per person employed, others than operators see the index and its dimensions, in total and by one variable.</summary>
    public Estimand Estimand { get; init; } = Estimand.PerEnterprise;

    /// <summary>Only companies of which this is true, as in <c>ai_use == 'many'</c>; null for all. For operators; for others, one that
    /// the study declares.</summary>
    public string? Where { get; init; }

    /// <summary>The id of a condition that the study declares: only companies of which it is true; null for all.</summary>
    public string? Condition { get; init; }

    public required Audience Audience { get; init; }

    /// <summary>Looks up what is named.</summary>
    /// <exception cref="ResultRequestException">There is no such index, node, table, variable or code; the message says what there
    /// is.</exception>
    /// <exception cref="NotPermittedException">A condition, or finer figures per person employed than are told, of somebody who
    /// does not see live figures.</exception>
    public RequestedTable Find() => RequestedTable.Of(this);
}
