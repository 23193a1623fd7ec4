namespace Dmk.Maturity.Studies;

public abstract partial record Result
{
    /// <summary>How a node changed from earlier waves, past the gate, with the state of the later wave's data.</summary>
    public sealed record Trend(Study OfStudy, StudyTrend Figures, DataState Data) : Result(OfStudy);
}
