namespace Dmk.Maturity.Studies;

/// <summary>A column to be read.</summary>
public sealed record WantedColumn(string Name, ColumnContent Holds);
