namespace Dmk.Maturity.Questionnaires;

/// <summary>What expressions give for one interview.</summary>
public static class ExpressionValues
{
    extension(Expression expression)
    {
        /// <summary>The number it gives for this interview, or null when it is missing or unknown.</summary>
        /// <exception cref="InvalidOperationException">It is not of kind number.</exception>
        public decimal? Number(Interview interview) => expression.NumberOf(interview.Slots);

        /// <summary>The number it gives within an item of a roster, or outside of all.</summary>
        /// <exception cref="InvalidOperationException">It is not of kind number.</exception>
        /// <exception cref="ArgumentException">No roster lists the item.</exception>
        public decimal? Number(Interview interview, string? item) => interview.InSlots(item, expression.NumberOf);

        /// <summary>The day it gives for this interview, or null when it is missing.</summary>
        /// <exception cref="InvalidOperationException">It is not of kind date.</exception>
        public DateOnly? Day(Interview interview) => expression.DayOf(interview.Slots);

        /// <summary>True, false, or null for unknown.</summary>
        /// <exception cref="InvalidOperationException">It is not of kind truth.</exception>
        public bool? Truth(Interview interview) => expression.TruthOf(interview.Slots);

        /// <summary>The text or code it gives for this interview, or null when it is missing.</summary>
        /// <exception cref="InvalidOperationException">It is neither text nor code.</exception>
        public string? Words(Interview interview) => expression.WordsOf(interview.Slots);
    }
}
