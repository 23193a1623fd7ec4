namespace Dmk.Maturity.Studies;

public abstract partial record Result
{
    /// <summary>A table, past the gate, with the state of the data that it was made from.</summary>
    public sealed record Table(Study OfStudy, IndexTable Figures, DataState Data) : Result(OfStudy)
    {
        /// <summary>Null where the table was made without a study in the field.</summary>
        public FieldCounts? Field { get; init; }

        /// <summary>The whole that the table is about; null where that is a part other than a Land.</summary>
        public FieldPart? FieldOfAll =>
            Figures.Filter.Count == 0 ? Field?.Of(null)
            : Figures.Filter is [var part] && part.Variable.Equals(Figures.Design.Land) ? Field?.Of(part.Code)
            : null;

        /// <summary>The part of a cell; null where that is neither a Land nor the whole.</summary>
        public FieldPart? FieldOf(IndexCell cell) =>
            cell.Codes.Count == 0 ? FieldOfAll
            : Figures is { Filter: [], By: [var by] } && by.Equals(Figures.Design.Land) ? Field?.Of(cell.Codes[0])
            : null;
    }
}
