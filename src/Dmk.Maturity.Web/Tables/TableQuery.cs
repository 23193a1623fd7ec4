using Dmk.Maturity.Indices;
using Dmk.Maturity.Studies;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Dmk.Maturity.Web;

/// <summary>Which table a reader asks for, as its address says: index, node, of which part, of which companies, by what, and in which
/// order.</summary>
public sealed record TableQuery(RequestedTable Asked, TableOrder Order)
{
    /// <summary>In addresses: columns=all.</summary>
    public const string Columns = "columns";

    public const string All = "all";

    /// <summary>In addresses: estimand=perPerson.</summary>
    public const string PerPerson = "perPerson";

    /// <summary>A part was asked for that the study does not report by these variables; all of Germany is shown instead.</summary>
    public bool IsWithoutItsPart { get; init; }

    /// <summary>Only those were asked for of whom a condition is true, and there are no such figures of this breakdown, part or node; all
    /// companies are shown instead.</summary>
    public bool IsWithoutItsCondition { get; init; }

    /// <summary>Figures per person employed were asked for, and there are none of this breakdown, part or node; each company counts alike
    /// instead.</summary>
    public bool IsWithoutPersons { get; init; }

    /// <summary>With the columns that only some readers need: standard error, effective respondents, coefficient of variation.</summary>
    public bool AllColumns { get; init; }

    public IndexModel Index => Asked.Model;

    public IndexNode Node => Asked.Node;

    public IReadOnlyList<ReportingVariable> By => Asked.By;

    /// <summary>As in addresses: land=SN; empty for all.</summary>
    public string Part => string.Join('&', Asked.Filter.Select(part => NameOf(part.Variable, part.Code)));

    /// <summary>Of whom the figures are, as the study declares it; null for all.</summary>
    public NamedCondition? Condition => Asked.Condition;

    /// <summary>Each company counts as often as it employs persons, and not like any other.</summary>
    public bool CountsPersons => Asked.Measure is NodeMeasure.PerPerson;

    /// <returns>Null when the address names something that the study does not have.</returns>
    public static (ResultRequest Request, TableOrder Order)? Read(Study study, IQueryCollection query, Audience audience)
    {
        var estimand = query["estimand"].ToString();
        if (PartsIn(query["where"]) is not { } parts || estimand is not ("" or PerPerson))
        {
            return null;
        }

        var request = new ResultRequest
        {
            Study = study,
            Index = query["index"].ToString() is { Length: > 0 } index ? index : null,
            Node = query["node"].ToString() is { Length: > 0 } node ? node : ResultRequest.WholeIndex,
            By = query["by"].ToString() is { Length: > 0 } by ? by.Split(',') : [.. study.Design.Lattice[0].Select(one => one.Id)],
            Filter = parts,
            Condition = query["condition"].ToString() is { Length: > 0 } condition ? condition : null,
            Estimand = estimand == PerPerson ? Estimand.PerPersonEmployed : Estimand.PerEnterprise,
            Audience = audience,
        };
        return TableOrder.Read(query["sort"].ToString()) is { } order ? (request, order) : null;
    }

    /// <summary>The same without its part, where the study does not report the part by these variables.</summary>
    public static ResultRequest? WithoutPart(ResultRequest request)
    {
        var design = request.Study.Design;
        string[] parts = [.. request.Filter.Select(part => part.Variable)];
        return
            parts.Length > 0
            && request.Filter.All(part => design.Variable(part.Variable)?.PossibleCodes.Contains(part.Code) == true)
            && design.Table(request.By) is not null
            && (design.Table(parts) is null || design.Table([.. parts, .. request.By]) is null)
            ? request with
            {
                Filter = [],
            }
            : null;
    }

    /// <summary>The same per enterprise, of all companies, or both, where this reader is not shown what was asked for of those of whom
    /// the condition is true, or per person employed.</summary>
    /// <returns>Null where it is shown as it was asked for, or not in any of these ways either.</returns>
    public static ResultRequest? WithFewerChoices(ResultRequest request)
    {
        if (IsTold(request))
        {
            return null;
        }

        var perEnterprise = request with { Estimand = Estimand.PerEnterprise };
        ResultRequest[] others = [perEnterprise, request with { Condition = null }, perEnterprise with { Condition = null }];
        return others.FirstOrDefault(IsTold);
    }

    /// <summary>A condition that there is not is none that could be left out.</summary>
    private static bool IsTold(ResultRequest request)
    {
        try
        {
            _ = request.Find();
            return true;
        }
        catch (Exception refused) when (refused is ResultRequestException { Code: not "CONDITION_UNKNOWN" } or NotPermittedException)
        {
            return false;
        }
    }

    /// <summary>The parts that readers can choose beside these variables, by the variable that divides them.</summary>
    public IEnumerable<(ReportingVariable Variable, IReadOnlyList<string> Codes)> PartsOf(StudyDesign design)
    {
        string[] shown = [.. By.Select(one => one.Id)];
        return design
            .Variables.Where(variable =>
                design.Table([variable.Id]) is not null && design.Table([variable.Id, .. shown])?.Count == shown.Length + 1
            )
            .Select(variable => (variable, variable.PossibleCodes));
    }

    /// <summary>As in addresses: land=SN.</summary>
    public static string NameOf(ReportingVariable variable, string code) => $"{variable.Id}={code}";

    /// <summary>As in addresses: land, or land,sector.</summary>
    public static string NameOf(IReadOnlyList<ReportingVariable> by) => string.Join(',', by.Select(variable => variable.Id));

    /// <summary>The part of the address behind the question mark.</summary>
    public string Text(TableOrder order) =>
        $"index={Uri.EscapeDataString(Index.Id)}&node={Uri.EscapeDataString(Node.Id)}&by={NameOf(By)}{Parts}{Only}{Persons}&sort={order}"
        + (AllColumns ? $"&{Columns}={All}" : "");

    /// <summary>Whether an address asks for <see cref="AllColumns"/>.</summary>
    public static bool AsksForAllColumns(IQueryCollection query) => query[Columns].ToString() == All;

    private string Parts => string.Concat(Asked.Filter.Select(Where));

    private string Only => Condition is { } only ? $"&condition={Uri.EscapeDataString(only.Id)}" : "";

    private string Persons => CountsPersons ? $"&estimand={PerPerson}" : "";

    private static string Where((ReportingVariable Variable, string Code) part) =>
        $"&where={Uri.EscapeDataString(NameOf(part.Variable, part.Code))}";

    /// <returns>Null when one is not written as a variable and a code.</returns>
    private static VariableCode[]? PartsIn(StringValues written)
    {
        var parts = written.OfType<string>().Where(one => one.Length > 0).Select(one => one.Split('=', 2)).ToArray();
        return parts.All(part => part.Length == 2) ? [.. parts.Select(part => new VariableCode(part[0], part[1]))] : null;
    }
}
