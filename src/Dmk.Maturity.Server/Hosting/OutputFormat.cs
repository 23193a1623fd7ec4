namespace Dmk.Maturity.Server;

/// <summary>How a command writes its result.</summary>
internal enum OutputFormat
{
    Table,
    Json,
}
