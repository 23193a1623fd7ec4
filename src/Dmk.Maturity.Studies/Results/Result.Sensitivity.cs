namespace Dmk.Maturity.Studies;

public abstract partial record Result
{
    /// <summary>How the ranks of the Länder hang on the weights of an index, with the state of the data that it was made from.</summary>
    /// <param name="Declared">The figures of the Länder under the weights around which others were tried.</param>
    public sealed record Sensitivity(Study OfStudy, WeightSensitivity Figures, Table Declared) : Result(OfStudy)
    {
        /// <summary>The state behind them.</summary>
        public DataState Data => Declared.Data;
    }
}
