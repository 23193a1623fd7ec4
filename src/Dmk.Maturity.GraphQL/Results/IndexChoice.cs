using Dmk.Maturity.Indices;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>What a reader asked for, found in the study: which index, which node, by which variables.</summary>
internal sealed record IndexChoice(IndexModel Model, IndexNode Node, IReadOnlyList<ReportingVariable> By)
{
    /// <summary>The name of the index itself among its nodes.</summary>
    public const string Whole = "total";

    /// <exception cref="Refusal">There is no such index, node or table; the message says what there is.</exception>
    public static IndexChoice Of(Study study, string? index, string node, IReadOnlyList<ReportingVariable> by)
    {
        var model = index is null
            ? study.Indices[0]
            : study.Index(index)
                ?? throw new Refusal(
                    "INDEX_UNKNOWN",
                    $"The study {study.Id} has no index '{index}'. It has {InWords(study.Indices.Select(one => one.Id))}."
                );
        var found =
            model.Node(node)
            ?? (node == Whole ? model.Nodes[0] : null)
            ?? throw new Refusal(
                "NODE_UNKNOWN",
                $"The index {model.Id} has no node '{node}'. It has {InWords(model.Nodes.Select(one => one.Id))}."
            );
        var variables = by.Distinct().Order().ToArray();
        return variables.Length == by.Count && (by.Count == 0 || study.Design.Lattice.Any(table => table.Order().SequenceEqual(variables)))
            ? new IndexChoice(model, found, variables)
            : throw new Refusal(
                "TABLE_UNKNOWN",
                $"The study {study.Id} has no table by {Table(by)}. It has "
                    + $"{InWords(study.Design.Lattice.Select(Table))}, and the total without 'by'."
            );
    }

    private static string Table(IReadOnlyList<ReportingVariable> variables) =>
        $"[{string.Join(", ", variables.Select(one => one.ToString().ToUpperInvariant()))}]";

    private static string InWords(IEnumerable<string> names) => string.Join(", ", names);
}
