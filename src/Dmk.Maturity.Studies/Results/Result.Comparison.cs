namespace Dmk.Maturity.Studies;

public abstract partial record Result
{
    /// <summary>The Länder beside each other, past the gate, with the state of the data that it was made from.</summary>
    public sealed record Comparison(Study OfStudy, LaenderComparison Figures, DataState Data) : Result(OfStudy);
}
