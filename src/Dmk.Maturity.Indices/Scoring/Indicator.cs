using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>How the answers of one company become the score of one indicator. Variables are found by their place, not by their
/// name.</summary>
internal abstract class Indicator
{
    private readonly MissingScores _missing;

    private Indicator(IReadOnlyList<Variable> variables, MissingScores missing, ScoreRange reach) =>
        (Variables, _missing, Reach) = (variables, missing, missing.Widen(reach));

    /// <summary>Those whose answers it reads, in the order of the expression.</summary>
    public IReadOnlyList<Variable> Variables { get; }

    public ScoreRange Reach { get; }

    /// <summary>How its score is made from which answers: two indicators of the same words give the same score of the same
    /// answers.</summary>
    public string Definition => $"{string.Join(' ', Variables.Select(variable => variable.Id))}: {Rule}; missing {_missing}";

    protected abstract string Rule { get; }

    /// <summary>Whether an answer, not only a missing one, leaves it out.</summary>
    public virtual bool LeavesOut => false;

    /// <returns>On the scale, or NaN; <paramref name="presence"/> says which and why.</returns>
    public abstract double Score(Interview interview, out Presence presence);

    /// <summary>Why there is no value: the reason whose rule was applied. Null where there is a value, or where none can be computed (a
    /// division by zero).</summary>
    public abstract MissingReason? ReasonOf(Interview interview);

    private double Known(double score, Answer answer) =>
        double.IsNaN(score)
            ? throw new InvalidOperationException(
                $"The index model has no score for {answer} of {Variables[0].Id}: the questionnaire does not allow this answer."
            )
            : score;

    /// <summary>Of several variables that are missing the strictest rule counts: what leaves the indicator out as missing, then a score,
    /// then what leaves it out because it does
    /// not apply. A score for one gap must not paper over another one; and what is not asked is often a branch that does not
    /// matter.</summary>
    private MissingReason? GapOf(Interview interview)
    {
        var (found, strictness) = ((MissingReason?)null, 0);
        for (var i = 0; i < Variables.Count; i++)
        {
            if (
                interview.Effective(Variables[i]) is Answer.Missing gap
                && _missing.StrictnessOf(gap.Reason) is var strict
                && strict > strictness
            )
            {
                (found, strictness) = (gap.Reason, strict);
            }
        }

        return found;
    }

    /// <summary>What a reason of missing scores; without one the indicator is left out.</summary>
    private double Missing(MissingReason? reason, out Presence presence)
    {
        if (reason is { } known)
        {
            return _missing.Score(known, out presence);
        }

        presence = Presence.Missing;
        return double.NaN;
    }

    private static double Present(double score, out Presence presence)
    {
        presence = double.IsNaN(score) ? Presence.Missing : Presence.Present;
        return score;
    }

    /// <summary>A score for each option of a single choice or of a grid row; an option may leave the indicator out instead, as what does
    /// not apply.</summary>
    public sealed class ByCode(Variable variable, CodeScores scores, MissingScores missing)
        : Indicator([variable], missing, new(scores.All.Min(), scores.All.Max()))
    {
        public override bool LeavesOut => scores.Excludes;

        protected override string Rule => $"{scores}";

        public override double Score(Interview interview, out Presence presence) =>
            interview.Effective(variable) switch
            {
                Answer.Coded coded => Scored(coded, out presence),
                Answer.Missing gap => Missing(gap.Reason, out presence),
                var other => throw new UnreachableException($"{variable.Id} holds {other}, not one option."),
            };

        public override MissingReason? ReasonOf(Interview interview) =>
            interview.Effective(variable) is Answer.Coded coded && double.IsPositiveInfinity(scores[coded.Code])
                ? MissingReason.NotApplicable
                : GapOf(interview);

        private double Scored(Answer.Coded coded, out Presence presence)
        {
            var score = Known(scores[coded.Code], coded);
            if (double.IsPositiveInfinity(score))
            {
                presence = Presence.Inapplicable;
                return double.NaN;
            }

            return Present(score, out presence);
        }
    }

    /// <summary>The options ticked in a multiple choice.</summary>
    public sealed class ByTicks(Variable variable, TickScore rule, MissingScores missing, ScoreRange reach)
        : Indicator([variable], missing, reach)
    {
        protected override string Rule => $"{rule}";

        public override double Score(Interview interview, out Presence presence) =>
            interview.Effective(variable) switch
            {
                Answer.CodedSet ticked => Present(Known(rule.Score(ticked.Codes), ticked), out presence),
                Answer.Missing gap => Missing(gap.Reason, out presence),
                var other => throw new UnreachableException($"{variable.Id} holds {other}, not a set of options."),
            };

        public override MissingReason? ReasonOf(Interview interview) => GapOf(interview);
    }

    /// <summary>A number as answered.</summary>
    public sealed class ByNumber(Variable variable, Normalisation normalisation, MissingScores missing)
        : Indicator([variable], missing, normalisation.Reach)
    {
        protected override string Rule => $"{normalisation}";

        public override double Score(Interview interview, out Presence presence) =>
            interview.Effective(variable) switch
            {
                Answer.Number number => Present(normalisation.Score((double)number.Value), out presence),
                Answer.Missing gap => Missing(gap.Reason, out presence),
                var other => throw new UnreachableException($"{variable.Id} holds {other}, not a number."),
            };

        public override MissingReason? ReasonOf(Interview interview) => GapOf(interview);
    }

    /// <summary>A number computed from answers. A number that cannot be computed is missing for the strictest reason among its
    /// variables.</summary>
    public sealed class ByValue(Expression value, IReadOnlyList<Variable> variables, Normalisation normalisation, MissingScores missing)
        : Indicator(variables, missing, normalisation.Reach)
    {
        protected override string Rule => $"{value.Source}: {normalisation}";

        public override double Score(Interview interview, out Presence presence) =>
            value.Number(interview) is { } number
                ? Present(normalisation.Score((double)number), out presence)
                : Missing(GapOf(interview), out presence);

        public override MissingReason? ReasonOf(Interview interview) => value.Number(interview) is null ? GapOf(interview) : null;
    }

    /// <summary>A condition that holds or does not; where it is unknown, the strictest reason among its variables counts.</summary>
    public sealed class ByTruth(Expression value, IReadOnlyList<Variable> variables, double holds, double fails, MissingScores missing)
        : Indicator(variables, missing, new(Math.Min(holds, fails), Math.Max(holds, fails)))
    {
        protected override string Rule => FormattableString.Invariant($"{value.Source}: {holds:R} or {fails:R}");

        public override double Score(Interview interview, out Presence presence) =>
            value.Truth(interview) is { } truth ? Present(truth ? holds : fails, out presence) : Missing(GapOf(interview), out presence);

        public override MissingReason? ReasonOf(Interview interview) => value.Truth(interview) is null ? GapOf(interview) : null;
    }
}
