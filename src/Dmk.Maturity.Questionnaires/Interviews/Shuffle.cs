using System.Text;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The order in which one company sees options, rows and questions that are shuffled: drawn from the seed of its response, so
/// that it is the same on every visit.</summary>
/// <remarks>A Fisher-Yates shuffle over SplitMix64 (Steele, Lea and Flood 2014, figure 17), begun at the seed plus the 64-bit FNV-1a hash
/// of the id in UTF-8;
/// bounded numbers are the high word of a product, with rejection (Lemire 2019, algorithm 5). Written out here because an order once
/// shown must
/// be found again for as long as the response is kept, whatever later versions of .NET make of their own generators.</remarks>
public static class Shuffle
{
    /// <summary>The seed of a response: of the key by which it is stored as long as there is one, so that no order is kept.</summary>
    public static ulong SeedOf(string response) => HashOf(response);

    /// <summary>The options of a choice, those that are exclusive or last in their places.</summary>
    public static IReadOnlyList<Option> OptionsOf(Question question, ulong seed) =>
        question.OptionsAreShuffled ? Of(question.Choices, seed, question.Id, option => option.KeepsItsPlace) : question.Choices;

    /// <summary>The rows of a grid.</summary>
    public static IReadOnlyList<Row> RowsOf(Question question, ulong seed) =>
        question.RowsAreShuffled ? Of(question.Parts, seed, question.Id + " rows") : question.Parts;

    /// <summary>The questions of a section; a group moves as one block, notes stay in their places.</summary>
    public static IReadOnlyList<Question> QuestionsOf(Section section, ulong seed) =>
        InOrder(section.Questions, 0, section.IsShuffled ? "section " + section.Id : null, seed);

    /// <param name="depth">Of the groups that move as blocks here.</param>
    /// <param name="drawnBy">The id by which the order is drawn; null where it is fixed.</param>
    private static List<Question> InOrder(IReadOnlyList<Question> questions, int depth, string? drawnBy, ulong seed)
    {
        var blocks = new List<(Group? Group, List<Question> Questions)>();
        foreach (var question in questions)
        {
            var group = question.Groups.ElementAtOrDefault(depth);
            if (group is not null && blocks is [.., var (open, together)] && ReferenceEquals(open, group))
            {
                together.Add(question);
            }
            else
            {
                blocks.Add((group, [question]));
            }
        }

        IReadOnlyList<List<Question>> inOrder =
        [
            .. blocks.Select(block =>
                block.Group is { } group
                    ? InOrder(block.Questions, depth + 1, group.IsShuffled ? "group " + group.Id : null, seed)
                    : block.Questions
            ),
        ];
        var drawn = drawnBy is null ? inOrder : Of(inOrder, seed, drawnBy, block => block is [Question.Note]);
        return [.. drawn.SelectMany(block => block)];
    }

    /// <summary>Any list, shuffled by a seed and an id.</summary>
    /// <param name="keepsItsPlace">Items that stay where they are while the others change places around them; none where null.</param>
    public static IReadOnlyList<T> Of<T>(IReadOnlyList<T> items, ulong seed, string id, Func<T, bool>? keepsItsPlace = null)
    {
        var shuffled = items.ToArray();
        var free = Enumerable.Range(0, shuffled.Length).Where(i => keepsItsPlace?.Invoke(shuffled[i]) != true).ToArray();
        var state = unchecked(seed + HashOf(id));
        for (var last = free.Length - 1; last > 0; last--)
        {
            var other = (int)Below(ref state, (ulong)last + 1);
            (shuffled[free[last]], shuffled[free[other]]) = (shuffled[free[other]], shuffled[free[last]]);
        }

        return shuffled;
    }

    private static ulong HashOf(string id)
    {
        var hash = 0xCBF29CE484222325;
        foreach (var octet in Encoding.UTF8.GetBytes(id))
        {
            hash = unchecked((hash ^ octet) * 0x100000001B3);
        }

        return hash;
    }

    private static ulong Below(ref ulong state, ulong bound)
    {
        var high = Math.BigMul(Next(ref state), bound, out var low);
        while (low < bound && low < unchecked(0 - bound) % bound)
        {
            high = Math.BigMul(Next(ref state), bound, out low);
        }

        return high;
    }

    private static ulong Next(ref ulong state)
    {
        state = unchecked(state + 0x9E3779B97F4A7C15);
        var mixed = unchecked((state ^ (state >> 30)) * 0xBF58476D1CE4E5B9);
        mixed = unchecked((mixed ^ (mixed >> 27)) * 0x94D049BB133111EB);
        return mixed ^ (mixed >> 31);
    }
}
