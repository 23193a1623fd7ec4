namespace Dmk.Maturity.Studies;

public abstract partial record Result
{
    /// <summary>Modelled cells beside their direct figures, with the state of the data that they were made from.</summary>
    public sealed record Areas(Study OfStudy, ModelledAreas Figures, DataState Data) : Result(OfStudy);
}
