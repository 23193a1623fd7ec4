using Dmk.Maturity.Indices;
using Dmk.Maturity.Studies;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>Which table a reader asks for, as its address says: index, node, by what, and in which order.</summary>
public sealed record TableQuery(RequestedTable Asked, TableOrder Order)
{
    public IndexModel Index => Asked.Model;

    public IndexNode Node => Asked.Node;

    public IReadOnlyList<ReportingVariable> By => Asked.By;

    /// <returns>Null when the address names something that the study does not have.</returns>
    public static (ResultRequest Request, TableOrder Order)? Read(Study study, IQueryCollection query, Audience audience)
    {
        var request = new ResultRequest
        {
            Study = study,
            Index = query["index"].ToString() is { Length: > 0 } index ? index : null,
            Node = query["node"].ToString() is { Length: > 0 } node ? node : ResultRequest.WholeIndex,
            By = query["by"].ToString() is { Length: > 0 } by ? by.Split(',') : [.. study.Design.Lattice[0].Select(one => one.Id)],
            Audience = audience,
        };
        return TableOrder.Read(query["sort"].ToString()) is { } order ? (request, order) : null;
    }

    /// <summary>As in addresses: land, or land,sector.</summary>
    public static string NameOf(IReadOnlyList<ReportingVariable> by) => string.Join(',', by.Select(variable => variable.Id));

    /// <summary>The part of the address behind the question mark.</summary>
    public string Text(TableOrder order) =>
        $"index={Uri.EscapeDataString(Index.Id)}&node={Uri.EscapeDataString(Node.Id)}&by={NameOf(By)}&sort={order}";
}
