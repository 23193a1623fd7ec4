using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>What a request names, found in the study.</summary>
/// <param name="By">In the study's order.</param>
/// <param name="Filter">By variable, in the study's order.</param>
public sealed record RequestedTable(
    IndexModel Model,
    IndexNode Node,
    IReadOnlyList<ReportingVariable> By,
    IReadOnlyList<(ReportingVariable Variable, string Code)> Filter
)
{
    /// <summary>What is estimated of the node.</summary>
    public NodeMeasure Measure { get; init; } = NodeMeasure.OfScores;

    /// <summary>Only companies of which it is true; null for all.</summary>
    public StudyCondition? Where { get; internal init; }

    /// <summary>The same, where the study declares it; null otherwise.</summary>
    public NamedCondition? Condition { get; internal init; }

    /// <exception cref="NotPermittedException">A condition, or finer figures per person employed than are told, of somebody who
    /// does not see live figures.</exception>
    /// <exception cref="ResultRequestException">Something is not there; the message says what there is.</exception>
    internal static RequestedTable Of(ResultRequest request)
    {
        var (study, model) = (request.Study, FindModel(request.Study, request.Index));
        var node =
            model.Node(request.Node)
            ?? (request.Node == ResultRequest.WholeIndex ? model.Nodes[0] : null)
            ?? throw new ResultRequestException(
                "NODE_UNKNOWN",
                $"The index {model.Id} has no node '{request.Node}'. It has {InWords(model.Nodes.Select(one => one.Id))}."
            );
        var filter = request.Filter.Select(one => Found(study, one)).OrderBy(one => one.Variable.Order).ToArray();
        if (
            request.Filter.Select(part => part.Variable).Concat(request.By).CountBy(id => id).FirstOrDefault(id => id.Value > 1) is
            { Key: { } twice }
        )
        {
            throw new ResultRequestException("TABLE_UNKNOWN", $"'{twice}' stands twice in this request. Name each variable once.");
        }

        var by = study.Design.Table(request.By);
        string[] filtered = [.. filter.Select(one => one.Variable.Id)];
        return by is not null && study.Design.Table(filtered) is not null && study.Design.Table([.. filtered, .. request.By]) is not null
            ? RequestedCondition.Put(new(model, node, by, filter) { Measure = RequestedMeasure.Of(request, model, node) }, request)
            : throw new ResultRequestException("TABLE_UNKNOWN", NoTable(study, request.By, filtered));
    }

    private static IndexModel FindModel(Study study, string? index) =>
        index is null
            ? study.Indices[0]
            : study.Index(index)
                ?? throw new ResultRequestException(
                    "INDEX_UNKNOWN",
                    $"The study {study.Id} has no index '{index}'. It has {InWords(Names(study))}."
                );

    private static IEnumerable<string> Names(Study study) =>
        [
            .. study.Indices.Select(model => model.Id),
            .. study.Added.SelectMany(one => one.Indices).Select(model => VersionedId.Of(model).ToString()),
        ];

    private static (ReportingVariable Variable, string Code) Found(Study study, VariableCode part)
    {
        var variable =
            study.Design.Variable(part.Variable)
            ?? throw new ResultRequestException(
                "FILTER_UNKNOWN",
                $"The study {study.Id} reports by no '{part.Variable}'. It reports by "
                    + $"{InWords(study.Design.Variables.Select(one => one.Id))}."
            );
        return variable.PossibleCodes.Contains(part.Code) || (part.Code == ReportingCell.NotStated && !variable.IsInFrame)
            ? (variable, part.Code)
            : throw new ResultRequestException(
                "FILTER_UNKNOWN",
                $"'{variable.Id}' has no code '{part.Code}'. It has {InWords(variable.PossibleCodes)}."
            );
    }

    private static string NoTable(Study study, IReadOnlyList<string> by, string[] filtered)
    {
        var tables =
            $"It has {InWords(study.Design.Lattice.Select(table => Named(table.Select(one => one.Id))))}, and the total without 'by'.";
        return filtered.Length == 0
            ? $"The study {study.Id} has no table by {Named(by)}. {tables}"
            : $"A part of the study {study.Id} by {Named(by)}, filtered by {Named(filtered)}, is read from the tables by {Named(filtered)} "
                + $"and by {Named([.. filtered, .. by])}, and it has not both. {tables}";
    }

    private static string Named(IEnumerable<string> variables) => $"[{string.Join(", ", variables)}]";

    private static string InWords(IEnumerable<string> names) => string.Join(", ", names);
}
