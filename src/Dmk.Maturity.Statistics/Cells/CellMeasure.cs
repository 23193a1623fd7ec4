namespace Dmk.Maturity.Statistics;

/// <summary>What is estimated of a domain: a ratio of two totals, sum w a / sum w b, or the total sum w a, from moments. For means and
/// shares b is 1.</summary>
public abstract record CellMeasure
{
    private protected CellMeasure() { }

    /// <summary>Whether b is 1, so that there is a simple random sample to compare the variance with.</summary>
    internal virtual bool IsMean => true;

    internal abstract CellPart Part(CellMoments moments, int place);

    /// <summary>Sum over the counted respondents of a cell of (u - mean u)(v - mean v), with u = a - one b and v = a - other b.</summary>
    internal abstract double Codeviations(CellMoments moments, int place, double one, double other);

    /// <summary>The mean of a variable: a is the score.</summary>
    public sealed record Score(int Variable) : CellMeasure
    {
        internal override CellPart Part(CellMoments moments, int place) =>
            new(moments.Count(Variable), moments.Sum(Variable), moments.Count(Variable));

        internal override double Codeviations(CellMoments moments, int place, double one, double other) =>
            moments.SquaredDeviations(Variable);
    }

    /// <summary>The share of those who reach a step of the layout; with the total their number.</summary>
    public sealed record Reached(int Variable, int Step) : CellMeasure
    {
        internal override CellPart Part(CellMoments moments, int place) =>
            new(moments.Count(Variable), moments.Reached(Variable, Step), moments.Count(Variable));

        internal override double Codeviations(CellMoments moments, int place, double one, double other) =>
            OfShare(moments.Reached(Variable, Step), moments.Count(Variable));
    }

    /// <summary>The share of those who stand at a step of the layout: they reach it and not the next one.</summary>
    /// <param name="Step">-1 for those below the first step.</param>
    public sealed record AtStep(int Variable, int Step) : CellMeasure
    {
        internal override CellPart Part(CellMoments moments, int place) =>
            new(moments.Count(Variable), There(moments), moments.Count(Variable));

        internal override double Codeviations(CellMoments moments, int place, double one, double other) =>
            OfShare(There(moments), moments.Count(Variable));

        private long There(CellMoments moments)
        {
            var reached = Step < 0 ? moments.Count(Variable) : moments.Reached(Variable, Step);
            return Step + 1 < moments.Layout.StepsOf(Variable).Count ? reached - moments.Reached(Variable, Step + 1) : reached;
        }
    }

    /// <summary>The share of those who were counted elsewhere, as by a scan for a threshold that is no step.</summary>
    /// <param name="Variable">Whose respondents the share is of.</param>
    /// <param name="Counts">Per cell of the sample, in its order.</param>
    public sealed record Counted(int Variable, IReadOnlyList<long> Counts) : CellMeasure
    {
        internal override CellPart Part(CellMoments moments, int place) =>
            new(moments.Count(Variable), Counts[place], moments.Count(Variable));

        internal override double Codeviations(CellMoments moments, int place, double one, double other) =>
            OfShare(Counts[place], moments.Count(Variable));
    }

    /// <summary>1 for every respondent, whatever is missing: its total is the estimated population.</summary>
    public sealed record Units : CellMeasure
    {
        internal override CellPart Part(CellMoments moments, int place) =>
            new(moments.Respondents, moments.Respondents, moments.Respondents);

        internal override double Codeviations(CellMoments moments, int place, double one, double other) => 0;
    }

    /// <summary>The mean per person employed: a is e y and b is e.</summary>
    public sealed record PerPerson(int Variable) : CellMeasure
    {
        internal override bool IsMean => false;

        internal override CellPart Part(CellMoments moments, int place)
        {
            ref readonly var persons = ref moments.Persons(Variable);
            return new(persons.Count, persons.Scores, persons.Persons) { Times = persons.Persons, SquaredTimes = persons.SquaredPersons };
        }

        internal override double Codeviations(CellMoments moments, int place, double one, double other)
        {
            var part = Part(moments, place);
            return moments.Persons(Variable).Deviations(one, other) - (part.Count * part.Residual(one) * part.Residual(other));
        }
    }

    /// <summary>The ratio of two crossed variables: a and b are the scores of those who have both.</summary>
    /// <param name="Above">Its place among the crossed variables.</param>
    /// <param name="Below">Likewise.</param>
    public sealed record Ratio(int Above, int Below) : CellMeasure
    {
        internal override bool IsMean => false;

        internal override CellPart Part(CellMoments moments, int place)
        {
            var part = default(CellPart);
            foreach (var crossed in Both(moments))
            {
                part = new(
                    part.Count + crossed.Respondents,
                    part.Above + (crossed.Respondents * crossed.Mean(Above)),
                    part.Below + (crossed.Respondents * crossed.Mean(Below))
                );
            }

            return part;
        }

        internal override double Codeviations(CellMoments moments, int place, double one, double other)
        {
            var spread = default(CoSpread);
            foreach (var crossed in Both(moments))
            {
                var (above, below) = (crossed.Mean(Above), crossed.Mean(Below));
                spread.Add(
                    crossed.Respondents,
                    above - (one * below),
                    above - (other * below),
                    crossed.Codeviations(Above, Above)
                        - ((one + other) * crossed.Codeviations(Above, Below))
                        + (one * other * crossed.Codeviations(Below, Below))
                );
            }

            return spread.Codeviations;
        }

        private IEnumerable<CrossedSums> Both(CellMoments moments) =>
            moments.Crossed.Where(crossed => crossed.Has(Above) && crossed.Has(Below));
    }

    /// <summary>The mean of an index with other weights of its dimensions: of each respondent the weighted mean of the crossed variables
    /// that have a value, weights spread over those.</summary>
    /// <param name="Weights">Per crossed variable, 0 or above, not all 0.</param>
    /// <param name="LeastShare">Respondents with values of a smaller share of the weights have no index; 0 to 1.</param>
    /// <param name="Needed">The place among the crossed variables of one that respondents must have, as the index under its own weights;
    /// null for none.</param>
    public sealed record WhatIf(IReadOnlyList<double> Weights, double LeastShare = 0, int? Needed = null) : CellMeasure
    {
        /// <summary>What rounding may take from a share that is exactly the least.</summary>
        private const double Rounding = 1e-12;

        internal override CellPart Part(CellMoments moments, int place)
        {
            var (count, sum) = (0L, 0.0);
            foreach (var crossed in moments.Crossed)
            {
                if (Has(crossed))
                {
                    count += crossed.Respondents;
                    sum += crossed.Respondents * Mean(crossed);
                }
            }

            return new(count, sum, count);
        }

        internal override double Codeviations(CellMoments moments, int place, double one, double other)
        {
            var spread = default(Spread);
            foreach (var crossed in moments.Crossed)
            {
                if (Has(crossed))
                {
                    spread.Add(crossed.Respondents, Mean(crossed), SquaredDeviations(crossed));
                }
            }

            return spread.SquaredDeviations;
        }

        private double Present(CrossedSums crossed)
        {
            var present = 0.0;
            foreach (var place in crossed.Places)
            {
                present += Weights[place];
            }

            return present;
        }

        private bool Has(CrossedSums crossed) =>
            (Needed is not { } needed || crossed.Has(needed))
            && Present(crossed) is var present
            && present > 0
            && present >= (LeastShare - Rounding) * Weights.Sum();

        private double Mean(CrossedSums crossed)
        {
            var sum = 0.0;
            foreach (var place in crossed.Places)
            {
                sum += Weights[place] * crossed.Mean(place);
            }

            return sum / Present(crossed);
        }

        private double SquaredDeviations(CrossedSums crossed)
        {
            var (sum, present) = (0.0, Present(crossed));
            foreach (var one in crossed.Places)
            {
                foreach (var other in crossed.Places)
                {
                    sum += Weights[one] * Weights[other] * crossed.Codeviations(one, other);
                }
            }

            return Math.Max(0, sum / present / present);
        }
    }

    private static double OfShare(long there, long count) => count == 0 ? 0 : (double)there * (count - there) / count;
}
