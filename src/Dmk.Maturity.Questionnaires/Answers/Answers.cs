using System.Collections.Immutable;

namespace Dmk.Maturity.Questionnaires;

/// <summary>All that one company has answered, by variable. A variable that is not there is unanswered.</summary>
/// <remarks>A variable is the smallest part that can be answered: a question (<c>ai_use</c>), a row of a grid or an item of a sum group
/// (<c>skills.training</c>), or the text behind "other" (<c>ai_fields.other</c>). Immutable; setting unanswered equals removing.</remarks>
public sealed class Answers
{
    private readonly ImmutableSortedDictionary<string, Answer> _byVariable;

    private Answers(ImmutableSortedDictionary<string, Answer> byVariable) => _byVariable = byVariable;

    public static Answers None { get; } = new(ImmutableSortedDictionary.Create<string, Answer>(StringComparer.Ordinal));

    public static Answers Of(IEnumerable<KeyValuePair<string, Answer>> answers) => None.With(answers);

    /// <summary>Sorted by variable, ordinal.</summary>
    public IEnumerable<KeyValuePair<string, Answer>> All => _byVariable;

    public int Count => _byVariable.Count;

    public Answer this[string variable] => _byVariable.GetValueOrDefault(variable, Answer.Unanswered);

    public Answers With(string variable, Answer answer) =>
        answer == Answer.Unanswered ? new(_byVariable.Remove(variable)) : new(_byVariable.SetItem(variable, answer));

    public Answers With(IEnumerable<KeyValuePair<string, Answer>> changes) =>
        changes.Aggregate(this, (answers, change) => answers.With(change.Key, change.Value));

    public Answers Where(Func<string, bool> keep)
    {
        List<string>? dropped = null;
        foreach (var (variable, _) in _byVariable)
        {
            if (!keep(variable))
            {
                (dropped ??= []).Add(variable);
            }
        }

        return dropped is null ? this : new(_byVariable.RemoveRange(dropped));
    }
}
