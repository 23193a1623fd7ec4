namespace Dmk.Maturity.Studies;

public abstract partial record Result
{
    /// <summary>How the items of a scale go together, past the gate, with the state of the data that it was made from.</summary>
    public sealed record OfInstrument(Study OfStudy, Instrument Figures, DataState Data) : Result(OfStudy);
}
