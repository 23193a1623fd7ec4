using System.Collections.Frozen;
using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>How the answers of one company become the score of one indicator.</summary>
internal abstract class Indicator
{
    private readonly MissingScores _missing;

    private Indicator(MissingScores missing) => _missing = missing;

    /// <returns>On the scale, or NaN; <paramref name="presence"/> says which and why.</returns>
    public abstract double Score(Interview interview, out Presence presence);

    /// <summary>A score for each option of a single choice or of a grid row.</summary>
    public sealed class ByCode(string variable, FrozenDictionary<string, double> scores, MissingScores missing) : Indicator(missing)
    {
        public override double Score(Interview interview, out Presence presence)
        {
            presence = Presence.Present;
            return interview.Effective(variable) switch
            {
                Answer.Coded coded => ScoreOf(coded.Code),
                Answer.Missing gap => _missing.Score(gap.Reason, out presence),
                var other => throw new UnreachableException($"{variable} holds {other}, not one option."),
            };
        }

        private double ScoreOf(string code) => scores.TryGetValue(code, out var score)
            ? score
            : throw new InvalidOperationException($"The index model has no score for '{code}' of {variable}: it was made for another version of the questionnaire.");
    }

    /// <summary>The number of options ticked, against a number that earns the full score. Exclusive options ("none of these") count nothing.</summary>
    public sealed class ByCount(string variable, FrozenSet<string> counted, int full, double from, double to, MissingScores missing) : Indicator(missing)
    {
        public override double Score(Interview interview, out Presence presence)
        {
            presence = Presence.Present;
            return interview.Effective(variable) switch
            {
                Answer.CodedSet ticked => from + ((to - from) * Math.Min(Ticked(ticked.Codes), full) / full),
                Answer.Missing gap => _missing.Score(gap.Reason, out presence),
                var other => throw new UnreachableException($"{variable} holds {other}, not a set of options."),
            };
        }

        private int Ticked(IReadOnlyList<string> codes)
        {
            var count = 0;
            for (var i = 0; i < codes.Count; i++)
            {
                count += counted.Contains(codes[i]) ? 1 : 0;
            }

            return count;
        }
    }

    /// <summary>A number computed from answers, put on the scale between two goalposts. A number that cannot be computed is missing for the reason
    /// of the first variable, in the order of the expression, that is missing; without one (a division by zero) it is excluded.</summary>
    public sealed class ByValue(Expression value, IReadOnlyList<string> variables, Goalposts goalposts, MissingScores missing) : Indicator(missing)
    {
        public override double Score(Interview interview, out Presence presence)
        {
            if (value.Number(interview) is { } number)
            {
                var score = goalposts.Score((double)number);
                presence = double.IsNaN(score) ? Presence.Missing : Presence.Present;
                return score;
            }

            for (var i = 0; i < variables.Count; i++)
            {
                if (interview.Effective(variables[i]) is Answer.Missing gap)
                {
                    return _missing.Score(gap.Reason, out presence);
                }
            }

            presence = Presence.Missing;
            return double.NaN;
        }
    }
}
