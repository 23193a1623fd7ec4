using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>How a study knows where a company stands.</summary>
public abstract record VariableSource
{
    private VariableSource() { }

    /// <summary>A code of the reporting cell: what the company answered where the study says so, else what the frame says.</summary>
    /// <param name="Place">In the reporting cell; 0 is the Land.</param>
    public sealed record Cell(int Place) : VariableSource
    {
        /// <summary>The frame knows it of every company. Otherwise a company that has not answered stands under
        /// <see cref="ReportingCell.NotStated"/>.</summary>
        public required bool IsInFrame { get; init; }
    }

    /// <summary>Follows from a finer variable: the entry above its code.</summary>
    /// <param name="Level">Of the finer variable's own classification, 1 at the top; null where the parents are another
    /// classification.</param>
    public sealed record Group(ReportingVariable Of, int? Level) : VariableSource
    {
        /// <param name="code">Of the finer variable.</param>
        public string CodeAbove(string code) =>
            code == ReportingCell.NotStated ? code
            : Level is { } level ? AtLevel(Of.Classification, code, level)
            : Of.Classification.Find(code)?.Parent ?? ReportingCell.NotStated;

        private static string AtLevel(Classification classification, string code, int level)
        {
            var entry = classification.Find(code);
            while (entry is not null && classification.LevelOf(entry) > level)
            {
                entry = classification.ParentOf(entry);
            }

            return entry?.Code ?? ReportingCell.NotStated;
        }
    }
}
