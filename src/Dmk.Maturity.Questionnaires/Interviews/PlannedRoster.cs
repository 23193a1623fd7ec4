using System.Buffers;
using System.Collections.Frozen;

namespace Dmk.Maturity.Questionnaires;

/// <summary>A roster with the questions of its items.</summary>
internal sealed class PlannedRoster
{
    private readonly FrozenDictionary<string, int> _byTemplate;
    private readonly Answer[] _blank;

    /// <param name="own">Its own variable.</param>
    /// <param name="slot">The slot with its items.</param>
    /// <param name="variables">Those of an item, in the order of their slots.</param>
    public PlannedRoster(Question.Roster roster, SlotLayout layout, int own, int slot, IReadOnlyList<Variable> variables)
    {
        (Roster, Layout, Own, Slot, Variables) = (roster, layout, own, slot, variables);
        Questions =
        [
            .. roster.Questions.Select(
                (question, i) =>
                    new PlannedQuestion(question, i, [.. variables.Where(variable => ReferenceEquals(variable.Question, question))])
                    {
                        Around = [.. question.GroupConditions],
                    }
            ),
        ];
        _byTemplate = variables.ToFrozenDictionary(variable => variable.Id, variable => variable.Index - First, StringComparer.Ordinal);
        _blank = new Answer[variables.Count];
        Array.Fill(_blank, Answer.Unanswered);
    }

    public Question.Roster Roster { get; }

    public int Own { get; }

    public int Slot { get; }

    public IReadOnlyList<Variable> Variables { get; }

    public PlannedQuestion[] Questions { get; }

    private SlotLayout Layout { get; }

    /// <summary>The first slot of an item, while one is looked at.</summary>
    private int First => Variables.Count > 0 ? Variables[0].Index : 0;

    /// <returns>The variable's place within an item, or -1.</returns>
    public int PlaceOf(ReadOnlySpan<char> template) =>
        _byTemplate.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(template, out var place) ? place : -1;

    /// <summary>Where no answer of an item was given.</summary>
    public Answer[] Blank() => (Answer[])_blank.Clone();

    /// <summary>Settles the items that are listed; those beyond the maximum are a mistake and not looked at. After a change only those
    /// that it touches are settled again.</summary>
    public Answer.EachItem Settle(Walk walk, IReadOnlyList<string> ids, int step)
    {
        var before = walk.Slots[Slot] as Answer.EachItem;
        var items = new List<RosterItem>(Math.Min(ids.Count, Roster.Maximum));
        var frame = Rent(walk.Slots);
        foreach (var id in ids)
        {
            if (items.Count == Roster.Maximum)
            {
                break;
            }

            if (!ItemId.IsWellFormed(id) || items.Exists(other => other.Id == id))
            {
                continue;
            }

            var known = before?.All.FirstOrDefault(other => other.Id == id);
            var isTouched = walk.IsTouched(this, id);
            items.Add(
                known is not null && !isTouched && !walk.IsStirred(step)
                    ? known
                    : Settle(frame, id, known is null || isTouched ? walk.Given(this, id) ?? _blank : known.Given)
            );
        }

        Return(frame);
        return new(items);
    }

    /// <summary>A row of slots in which one item after the other can be looked at, with <see cref="RosterItem.CopyTo"/>.</summary>
    public Answer[] Rent(Answer[] slots)
    {
        var frame = ArrayPool<Answer>.Shared.Rent(Layout.All);
        Array.Copy(slots, frame, Layout.FirstInner);
        return frame;
    }

    public static void Return(Answer[] frame) => ArrayPool<Answer>.Shared.Return(frame, clearArray: true);

    public void Show(Answer[] frame, RosterItem item) => item.CopyTo(frame, First);

    private RosterItem Settle(Answer[] frame, string id, ReadOnlySpan<Answer> given)
    {
        given.CopyTo(frame.AsSpan(First));
        var asked = new bool[Questions.Length];
        foreach (var question in Questions)
        {
            var isAsked = asked[question.Number] = question.IsAsked(frame);
            foreach (var variable in question.Variables)
            {
                frame[variable.Index] = isAsked ? question.Counting(variable, frame[variable.Index], frame) : Answer.NotAsked;
            }
        }

        return new(id, given.ToArray(), frame.AsSpan(First, Variables.Count).ToArray(), asked);
    }
}
