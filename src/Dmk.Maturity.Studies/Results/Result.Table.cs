namespace Dmk.Maturity.Studies;

public abstract partial record Result
{
    /// <summary>A table, past the gate, with the state of the data that it was made from.</summary>
    public sealed record Table(Study OfStudy, IndexTable Figures, DataState Data) : Result(OfStudy);
}
