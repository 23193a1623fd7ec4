using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A variable by which a study reports results, as its file declares it: Land, sector, size, or whatever else it keeps of a
/// company.</summary>
/// <param name="Id">As in <c>by</c> of a request, in addresses and in the heads of files.</param>
/// <param name="Title">As in "by sector".</param>
/// <param name="Groups">Its cells, as in "of 13 sectors".</param>
/// <param name="Order">Its place among the study's variables, from 0: the order of tables.</param>
public sealed record ReportingVariable(string Id, Text Title, Text Groups, Classification Classification, VariableSource Source, int Order)
{
    /// <summary>The one that every study has: the partitions of its data.</summary>
    public const string Land = "land";

    private static readonly Text _notStated = new("keine Angabe", "not stated");

    /// <summary>The variable of the reporting cell that its codes follow from: itself, unless it groups another one.</summary>
    public ReportingVariable Kept =>
        Source switch
        {
            VariableSource.Cell => this,
            VariableSource.Group group => group.Of.Kept,
            _ => throw new UnreachableException(Source.GetType().Name),
        };

    /// <summary>Whether the frame knows it of every company.</summary>
    public bool IsInFrame => Kept.Source is VariableSource.Cell { IsInFrame: true };

    /// <summary>Whether its codes are bands of a number, so that their order means something.</summary>
    public bool IsOrdered => NumberBand.Of(Classification).Count > 0;

    /// <summary>The code of a company that stands in a cell.</summary>
    public string CodeOf(ReportingCell cell) =>
        Source switch
        {
            VariableSource.Cell kept => cell[kept.Place],
            VariableSource.Group group => group.CodeAbove(group.Of.CodeOf(cell)),
            _ => throw new UnreachableException(Source.GetType().Name),
        };

    /// <summary>The codes of a coarser variable that follow from the codes of this one: under each of its codes lie whole codes of this
    /// one. Of two that tell the same, the later one counts as coarser.</summary>
    /// <returns>Null where the other is not coarser.</returns>
    public IReadOnlyDictionary<string, string>? CodesIn(ReportingVariable coarser)
    {
        if (coarser == this || coarser.Kept != Kept)
        {
            return null;
        }

        var kept = Kept.Classification.Entries.Select(entry => entry.Code);
        var pairs = (IsInFrame ? kept : kept.Append(ReportingCell.NotStated))
            .Select(code => (Finer: CodeOfKept(code), Coarser: coarser.CodeOfKept(code)))
            .Distinct()
            .ToArray();
        var follows = pairs.DistinctBy(pair => pair.Finer).Count() == pairs.Length;
        var tellsTheSame = pairs.DistinctBy(pair => pair.Coarser).Count() == pairs.Length;
        return follows && (!tellsTheSame || coarser.Order > Order)
            ? pairs.ToDictionary(pair => pair.Finer, pair => pair.Coarser, StringComparer.Ordinal)
            : null;
    }

    /// <summary>Every code that a company can stand under, those who did not say left aside, in the order of the classification.</summary>
    public IReadOnlyList<string> PossibleCodes => [.. Kept.Classification.Entries.Select(entry => CodeOfKept(entry.Code)).Distinct()];

    /// <summary>What readers read for a code.</summary>
    public Text LabelOf(string code) =>
        code == ReportingCell.NotStated ? _notStated : Classification.Find(code)?.Label ?? new Text(code, code);

    public override string ToString() => Id;

    public bool Equals(ReportingVariable? other) => other is not null && (Id, Order) == (other.Id, other.Order);

    public override int GetHashCode() => HashCode.Combine(Id, Order);

    private string CodeOfKept(string code) =>
        Source switch
        {
            VariableSource.Cell => code,
            VariableSource.Group group => group.CodeAbove(group.Of.CodeOfKept(code)),
            _ => throw new UnreachableException(Source.GetType().Name),
        };
}
