namespace Dmk.Maturity.Questionnaires;

/// <summary>Whether questions whose order is drawn by chance read each other: then one could stand before what it reads.</summary>
internal sealed class ShuffledReads(ComputedOrder order)
{
    private readonly Dictionary<QuestionDraft, (Question Question, IReadOnlyList<int> Piped)> _noted = new(
        ReferenceEqualityComparer.Instance
    );

    /// <summary>What it reads is worked out only where an order is drawn by chance.</summary>
    /// <param name="piped">Slots that its texts pipe in.</param>
    public void Note(QuestionDraft draft, Question question, IReadOnlyList<int> piped) => _noted[draft] = (question, piped);

    /// <param name="first">The first variable of the section.</param>
    public void Report(Section section, SectionDraft draft, int first)
    {
        if (!section.IsShuffled && !section.Groups.Any(group => group.IsShuffled))
        {
            return;
        }

        var owners = draft.Questions.SelectMany(question => question.Variables.Select(_ => question)).ToList();
        foreach (var reader in draft.Questions)
        {
            var (when, all) = Reads(reader);
            var read = all.Where(slot => slot >= first && slot < first + owners.Count && IsShuffled(section, reader, owners[slot - first]))
                .ToList();
            if (read.Count > 0)
            {
                (when.Overlaps(read) ? reader.When! : reader.Node).Report(
                    "shuffled-condition",
                    $"'{reader.Id}' reads '{owners[read[0] - first].Id}', which may come after it, because their order is random. "
                        + "Put that one into an earlier section, or both into a group in fixed order."
                );
            }
        }
    }

    private (HashSet<int> When, HashSet<int> All) Reads(QuestionDraft draft)
    {
        var (question, piped) = _noted[draft];
        var when = order.VariablesBehind(question.When?.Slots ?? []).ToHashSet();
        var others = order.VariablesBehind([.. QuestionExpressions.Of(question).SelectMany(one => one.Slots), .. piped]);
        return (when, [.. when, .. others, .. draft.Inner.SelectMany(inner => Reads(inner).All)]);
    }

    private static bool IsShuffled(Section section, QuestionDraft reader, QuestionDraft read) =>
        reader != read && (Around(reader, read)?.IsShuffled ?? section.IsShuffled);

    /// <summary>The innermost group around both.</summary>
    private static GroupDraft? Around(QuestionDraft one, QuestionDraft other) =>
        one.Groups.LastOrDefault(group => other.Groups.Any(its => ReferenceEquals(its, group)));
}
