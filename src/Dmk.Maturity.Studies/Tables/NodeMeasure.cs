using System.Globalization;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>What is estimated of a node of an index.</summary>
public abstract record NodeMeasure
{
    private NodeMeasure() { }

    /// <summary>The weighted mean of the companies' scores.</summary>
    public static NodeMeasure OfScores { get; } = new Mean();

    /// <summary>For files: mean, mean_per_person, share_at:LEVEL, quantile:NUMBER or weights:NUMBERS, in the order of the model.</summary>
    public abstract string Code { get; }

    /// <summary>What the figures are, in a sentence.</summary>
    public abstract Text Words { get; }

    /// <summary>What the figures lie between.</summary>
    internal abstract (double From, double To) ScaleOf(IndexModel model);

    /// <summary>Whether figures are means on the scale that add up over cells, so that it can be seen how far a withheld one is
    /// open.</summary>
    internal virtual bool IsMeanOnScale => true;

    /// <summary>Into which categories the figures divide the companies of a cell, and how many are in each; none where a figure tells of
    /// all of them together.</summary>
    internal virtual IEnumerable<(long Category, long Companies)> Categories(CellMoments moments, IndexModel model, IndexNode node) => [];

    /// <summary>Of how many companies each category of a cell must be, if it is of any.</summary>
    internal virtual int Minimum(ConfidentialityRule rule) => rule.MinimumRespondents;

    /// <summary>One figure per domain of a partition; null where nobody has a score.</summary>
    /// <param name="place">Of the node among the variables of the moments.</param>
    /// <exception cref="LonelyUnitException">A class has a single respondent, and the study lets no figure rest on that.</exception>
    internal virtual IReadOnlyList<Estimate?> Of(CellEstimates estimates, CellPartition partition, IndexModel model, int place) =>
        estimates.Means(In(model, place), partition, ScaleOf(model));

    /// <summary>In the moments of cells.</summary>
    /// <param name="place">Of the node among the variables of the moments.</param>
    internal abstract CellMeasure In(IndexModel model, int place);

    /// <summary>The mean of the scores, in points of the index; each company counts alike.</summary>
    public sealed record Mean : NodeMeasure
    {
        public override string Code => "mean";

        public override Text Words { get; } =
            new("Mittel der Punkte; jedes Unternehmen zählt gleich viel", "Mean of the scores; each company counts alike");

        internal override (double From, double To) ScaleOf(IndexModel model) => (model.ScaleFrom, model.ScaleTo);

        internal override CellMeasure In(IndexModel model, int place) => new CellMeasure.Score(place);
    }

    /// <summary>The share of companies whose score lies at a level, in percent of those that have a score.</summary>
    /// <param name="Level">Of the model.</param>
    public sealed record ShareAt(Level Level) : NodeMeasure
    {
        private const double Percent = 100;

        public override string Code => $"share_at:{Level.Id}";

        public override Text Words =>
            new(
                $"Anteil der Unternehmen auf der Stufe „{Level.Title.In(Language.German)}“, in Prozent derer mit Punkten",
                $"Share of companies at the level “{Level.Title.In(Language.English)}”, in percent of those that have a score"
            );

        internal override (double From, double To) ScaleOf(IndexModel model) => (0, Percent);

        /// <summary>What is withheld at one level follows from all others, as they make up 100 percent; each for itself cannot be
        /// protected.</summary>
        internal override bool IsMeanOnScale => false;

        internal override IReadOnlyList<Estimate?> Of(CellEstimates estimates, CellPartition partition, IndexModel model, int place) =>
            [.. estimates.Means(In(model, place), partition, (0, 1)).Select(share => share?.Times(Percent))];

        /// <summary>The levels: who knows the shares of all of them knows how many companies are at each.</summary>
        internal override IEnumerable<(long Category, long Companies)> Categories(CellMoments moments, IndexModel model, IndexNode node)
        {
            var reached = moments.Count(node.Index);
            for (var step = 0; step < model.Levels.Count; step++)
            {
                var next = step + 1 < model.Levels.Count ? moments.Reached(node.Index, step) : 0;
                yield return (step, reached - next);
                reached = next;
            }
        }

        internal override int Minimum(ConfidentialityRule rule) => rule.MinimumCount;

        internal override CellMeasure In(IndexModel model, int place) =>
            new CellMeasure.AtStep(place, model.Levels.ToList().IndexOf(Level) - 1);
    }

    /// <summary>The score up to which a share of the companies has theirs, in points of the index; each company counts alike. Made from
    /// counts of the scores (<see cref="ScoreCounts"/>), and for operators alone.</summary>
    /// <param name="Probability">The share: between 0 and 1, both excluded; 0.5 is the median.</param>
    public sealed record Quantile(double Probability) : NodeMeasure
    {
        private const double Percent = 100;

        /// <summary>As typed: 0.5.</summary>
        public string Number => Probability.ToString(CultureInfo.InvariantCulture);

        public override string Code => $"quantile:{Number}";

        public override Text Words =>
            new(
                $"Punktzahl, die {InPercent.Replace('.', ',')} % der Unternehmen nicht übersteigen (Quantil); jedes Unternehmen zählt "
                    + "gleich viel",
                $"Score that {InPercent} percent of the companies do not exceed (quantile); each company counts alike"
            );

        private string InPercent => (Percent * Probability).ToString("0.########", CultureInfo.InvariantCulture);

        internal override (double From, double To) ScaleOf(IndexModel model) => (model.ScaleFrom, model.ScaleTo);

        internal override bool IsMeanOnScale => false;

        /// <summary>Whose scores it is of.</summary>
        internal override CellMeasure In(IndexModel model, int place) => new CellMeasure.Score(place);

        internal override IReadOnlyList<Estimate?> Of(CellEstimates estimates, CellPartition partition, IndexModel model, int place) =>
            throw new InvalidOperationException("Quantiles are made from counts of scores, not from moments.");
    }

    /// <summary>The mean of the scores, in points of the index, each company counted as often as it employs persons: where such a person
    /// works, on average. Of companies that have a score and have said how many they employ.</summary>
    public sealed record PerPerson : NodeMeasure
    {
        public override string Code => "mean_per_person";

        public override Text Words { get; } =
            new(
                "Mittel der Punkte je beschäftigter Person; jedes Unternehmen zählt so oft, wie es Personen beschäftigt",
                "Mean of the scores per person employed; each company counts as often as it employs persons"
            );

        internal override (double From, double To) ScaleOf(IndexModel model) => (model.ScaleFrom, model.ScaleTo);

        internal override CellMeasure In(IndexModel model, int place) => new CellMeasure.PerPerson(place);
    }

    /// <summary>The mean of the index if its dimensions had other weights, of the companies that have an index.</summary>
    /// <param name="Weights">Per dimension, in the order of the model: relative, 0 or above, not all 0.</param>
    public sealed record OtherWeights(IReadOnlyList<double> Weights) : NodeMeasure
    {
        /// <summary>Whether it is mixed from the figures of the index and its dimensions that readers see, instead of scoring every company
        /// anew.</summary>
        public bool IsMixed { get; init; }

        public override string Code => $"weights:{Numbers(" ")}";

        public override Text Words =>
            new(
                $"Mittel des Index, wenn seine Dimensionen die Gewichte {Numbers(", ")} hätten"
                    + (IsMixed ? ", gemischt aus den gezeigten Mitteln; Standardfehler höchstens so groß" : ""),
                $"Mean of the index if its dimensions had the weights {Numbers(", ")}"
                    + (IsMixed ? ", mixed from the means that are shown; standard errors are at most so large" : "")
            );

        internal override (double From, double To) ScaleOf(IndexModel model) => (model.ScaleFrom, model.ScaleTo);

        internal override CellMeasure In(IndexModel model, int place) => new CellMeasure.WhatIf([0, .. Weights], Needed: 0);

        private string Numbers(string between) =>
            string.Join(between, Weights.Select(weight => weight.ToString(CultureInfo.InvariantCulture)));
    }
}
