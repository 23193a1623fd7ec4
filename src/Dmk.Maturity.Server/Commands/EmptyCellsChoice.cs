namespace Dmk.Maturity.Server;

/// <summary>What becomes of the cells of a mix in which a domain has no estimate.</summary>
internal enum EmptyCellsChoice
{
    LeaveOut,
    Borrow,
}
