namespace Dmk.Maturity.GraphQL;

/// <summary>Who may read a field: any of these.</summary>
[Flags]
internal enum Readers
{
    None = 0,
    Public = 1,
    Company = 2,
    Ministry = 4,
    Economist = 8,
    Operator = 16,
    Administrator = 32,

    /// <summary>Everybody who works with results.</summary>
    ResultReaders = Ministry | Economist | Operator | Administrator,

    /// <summary>Field staff.</summary>
    FieldStaff = Operator | Administrator,

    Everybody = Public | Company | ResultReaders,
}
