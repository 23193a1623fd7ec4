namespace Dmk.Maturity.Studies;

/// <summary>What a column of a data file holds.</summary>
public enum ColumnContent
{
    Numbers,
    Names,

    /// <summary>Numbers, if its first value is one.</summary>
    Either,
}
