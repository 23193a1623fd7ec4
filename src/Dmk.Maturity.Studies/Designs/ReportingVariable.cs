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
    public ReportingVariable Kept => Source is VariableSource.Group group ? group.Of.Kept : this;

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
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>The code of a coarser variable that follows from a code of this one.</summary>
    /// <returns>Null where none follows: another variable, or one that is not coarser.</returns>
    public string? Implied(ReportingVariable coarser, string code)
    {
        if (coarser == this || coarser.Kept != Kept)
        {
            return null;
        }

        var codes = Kept
            .Classification.Entries.Where(entry => CodeOfKept(entry.Code) == code)
            .Select(entry => coarser.CodeOfKept(entry.Code))
            .Distinct()
            .Take(2)
            .ToArray();
        return code == ReportingCell.NotStated ? code
            : codes.Length == 1 ? codes[0]
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

    private string CodeOfKept(string code) => Source is VariableSource.Group group ? group.CodeAbove(group.Of.CodeOfKept(code)) : code;
}
