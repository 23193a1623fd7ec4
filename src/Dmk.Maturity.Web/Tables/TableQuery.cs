using Dmk.Maturity.Indices;
using Dmk.Maturity.Studies;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>Which table a reader asks for: index, node, by what, and in which order.</summary>
public sealed record TableQuery(IndexModel Index, IndexNode Node, IReadOnlyList<ReportingVariable> By, TableOrder Order)
{
    /// <returns>Null when the address names something that the study does not have.</returns>
    public static TableQuery? Read(Study study, IQueryCollection query)
    {
        var index =
            query["index"].ToString() is { Length: > 0 } id ? study.Index(id)
            : study.Indices is [var first, ..] ? first
            : null;
        var node =
            index is null ? null
            : query["node"].ToString() is { Length: > 0 } name ? index.Node(name)
            : index.Nodes[0];
        var by =
            query["by"].ToString() is { Length: > 0 } names
                ? study.Design.Lattice.FirstOrDefault(one => NameOf(one).Equals(names, StringComparison.OrdinalIgnoreCase))
            : study.Design.Lattice is [var simplest, ..] ? simplest
            : [];
        return index is null || node is null || by is null || TableOrder.Read(query["sort"].ToString()) is not { } order
            ? null
            : new(index, node, by, order);
    }

    /// <summary>As in addresses: land, or land,sector.</summary>
    public static string NameOf(IReadOnlyList<ReportingVariable> by) => string.Join(',', by.Select(NameOf));

    public static string NameOf(ReportingVariable variable) =>
        variable switch
        {
            ReportingVariable.Land => "land",
            ReportingVariable.Sector => "sector",
            _ => "size",
        };

    /// <summary>The part of the address behind the question mark.</summary>
    public string Text(TableOrder order) =>
        $"index={Uri.EscapeDataString(Index.Id)}&node={Uri.EscapeDataString(Node.Id)}&by={NameOf(By)}&sort={order}";
}
