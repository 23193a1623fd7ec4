namespace Dmk.Maturity.Server;

/// <summary>How a result is written.</summary>
internal enum ResultFormat
{
    Table,
    Csv,
    Json,
}
