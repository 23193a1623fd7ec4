namespace Dmk.Maturity.Studies;

public abstract partial record Result
{
    /// <summary>How far the field work has come: live, for operators.</summary>
    /// <param name="Laender">By Land, in the order of the classification.</param>
    public sealed record Progress(Study OfStudy, IReadOnlyDictionary<string, LandProgress> Laender) : Result(OfStudy);
}
