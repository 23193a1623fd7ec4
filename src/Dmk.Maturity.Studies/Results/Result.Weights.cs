namespace Dmk.Maturity.Studies;

public abstract partial record Result
{
    /// <summary>What the weights of a study look like: live, for operators.</summary>
    public sealed record Weights(Study OfStudy, WeightDiagnostics Diagnostics) : Result(OfStudy);
}
