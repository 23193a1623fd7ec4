using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>One thing that is settled on the way through a questionnaire.</summary>
internal abstract class Step
{
    /// <summary>Its place among the steps; it reads only what earlier ones settle.</summary>
    public required int Number { get; init; }

    public abstract void Take(Walk walk);

    /// <summary>Whether a section, a group or a question is asked: what it stands in is, and its own condition holds.</summary>
    /// <param name="place">Its place among all that can be asked.</param>
    /// <param name="within">The place of what it stands in, or -1.</param>
    public class Ask(int place, int within, Expression? when) : Step
    {
        public override void Take(Walk walk) =>
            walk.Ask(place, (within < 0 || walk.Asked[within]) && (when is null || when.TruthOf(walk.Slots) == true));
    }

    /// <summary>A question with its variables.</summary>
    public class AskQuestion(int place, int within, PlannedQuestion question) : Ask(place, within, question.Question.When)
    {
        private readonly int _place = place;
        private readonly int _within = within;

        public override void Take(Walk walk)
        {
            var isAsked = (_within < 0 || walk.Asked[_within]) && question.IsAsked(walk.Slots);
            walk.Ask(_place, isAsked);
            foreach (var variable in question.Variables)
            {
                walk.Settle(
                    variable.Index,
                    isAsked ? question.Counting(variable, walk.Given(variable.Index), walk.Slots) : Answer.NotAsked
                );
            }
        }
    }

    /// <summary>A roster with its items.</summary>
    public sealed class AskRoster(int place, int within, PlannedQuestion question, PlannedRoster roster)
        : AskQuestion(place, within, question)
    {
        public override void Take(Walk walk)
        {
            base.Take(walk);
            walk.Settle(
                roster.Slot,
                walk.Slots[roster.Own] switch
                {
                    Answer.Items items => roster.Settle(walk, items.Ids, Number),
                    Answer.Missing missing => missing,
                    Answer.Coded or Answer.CodedSet or Answer.Number or Answer.Words or Answer.Day or Answer.Period or Answer.EachItem =>
                        Answer.Unanswered,
                    var other => throw new UnreachableException(other.GetType().Name),
                }
            );
        }
    }

    /// <summary>A computed value.</summary>
    public sealed class Compute(int slot, Expression value) : Step
    {
        public override void Take(Walk walk) => walk.Settle(slot, value.AnswerOf(walk.Slots));
    }
}
