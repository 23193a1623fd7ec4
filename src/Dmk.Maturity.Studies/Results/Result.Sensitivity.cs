namespace Dmk.Maturity.Studies;

public abstract partial record Result
{
    /// <summary>How the ranks of the Länder hang on the weights of an index, with the state of the data that it was made from.</summary>
    public sealed record Sensitivity(Study OfStudy, WeightSensitivity Figures, DataState Data) : Result(OfStudy);
}
