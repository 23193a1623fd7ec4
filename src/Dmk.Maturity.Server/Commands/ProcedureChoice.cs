namespace Dmk.Maturity.Server;

/// <summary>How often pairs are compared for ranks.</summary>
internal enum ProcedureChoice
{
    Stepwise,
    Single,
}
