namespace Dmk.Maturity.Questionnaires;

/// <summary>Whether questions whose order is drawn by chance read each other: then one could stand before what it reads.</summary>
internal sealed class ShuffledReads(ComputedOrder order)
{
    private readonly Dictionary<QuestionDraft, HashSet<int>> _reads = new(ReferenceEqualityComparer.Instance);

    /// <param name="piped">Slots that its texts pipe in.</param>
    public void Note(QuestionDraft draft, Question question, IEnumerable<int> piped)
    {
        var bounds = question switch
        {
            Question.Numeric numeric => [numeric.Min, numeric.Max],
            Question.SumGroup group => [group.Total],
            _ => Array.Empty<Expression?>(),
        };
        var slots = bounds.Append(question.When).OfType<Expression>().SelectMany(expression => expression.Slots).Concat(piped).ToList();
        _reads[draft] = [.. order.VariablesBehind(slots), .. draft.Inner.SelectMany(inner => _reads[inner])];
    }

    /// <param name="first">The first variable of the section.</param>
    public void Report(Section section, SectionDraft draft, int first)
    {
        var owners = draft.Questions.SelectMany(question => question.Variables.Select(_ => question)).ToList();
        foreach (var reader in draft.Questions)
        {
            foreach (var read in _reads[reader].Where(slot => slot >= first && slot < first + owners.Count).Select(slot => owners[slot - first]).Where(read => read != reader).Distinct())
            {
                var sameGroup = reader.Group is not null && ReferenceEquals(reader.Group, read.Group);
                if (sameGroup ? reader.Group!.IsShuffled : section.IsShuffled)
                {
                    reader.Node.Report("shuffled-reads", $"'{reader.Id}' reads '{read.Id}', but both stand in an order drawn by chance. Remove 'order: random', or put the two into a group of their own.");
                }
            }
        }
    }
}
