namespace Dmk.Maturity.Studies;

public abstract partial record Result
{
    /// <summary>A profile of a part of the population, past the gate, with the state of the data that it was made from.</summary>
    public sealed record OfProfile(Study OfStudy, Profile Figures, DataState Data) : Result(OfStudy);
}
