namespace Dmk.Maturity.Studies;

/// <summary>A condition whose names have been found in the columns of a study.</summary>
internal abstract record RowTest
{
    private RowTest() { }

    public sealed record Both(RowTest Left, RowTest Right) : RowTest;

    public sealed record Either(RowTest Left, RowTest Right) : RowTest;

    public sealed record Not(RowTest Of) : RowTest;

    /// <param name="Place">Among the kept answers.</param>
    public sealed record OfAnswer(int Place, Func<KeptValue, bool?> Holds) : RowTest;

    /// <param name="Model">Its place in the study.</param>
    public sealed record OfScore(int Model, int Node, Func<KeptValue, bool?> Holds) : RowTest;
}
