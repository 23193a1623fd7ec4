using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The questionnaire as one company is shown it: its answers within the texts, the options and rows that are offered to it, and
/// what is shuffled in the order drawn for it.</summary>
/// <param name="seed">Of the order; see <see cref="Shuffle"/>.</param>
public sealed class Showing(Interview interview, ulong seed)
{
    public Interview Interview => interview;

    /// <summary>A text with the answers that it pipes in, in both languages; a text that pipes nothing in as it is.</summary>
    /// <param name="item">The item of a roster that it is about; null outside of all, or where the item is no longer listed.</param>
    public Text Say(Text text, string? item = null)
    {
        var (de, en) = (interview.Say(text, Language.German, item), interview.Say(text, Language.English, item));
        return de == text.De && en == text.En ? text : new(de, en);
    }

    /// <summary>The questions of a section that are asked, in their order.</summary>
    public IReadOnlyList<Question> QuestionsOf(Section section) => [.. Shuffle.QuestionsOf(section, seed).Where(interview.IsAsked)];

    /// <summary>All questions of a section, asked or not, in their order.</summary>
    public IReadOnlyList<Question> OrderOf(Section section) => Shuffle.QuestionsOf(section, seed);

    /// <summary>A question with what is shown of it. It is for showing only: the definition is still the one that an answer is held
    /// against.</summary>
    /// <param name="item">The item of the roster that the question stands in, or null.</param>
    public Question Of(Question question, string? item = null)
    {
        var (text, help) = (Say(question.Text, item), question.Help is { } written ? Say(written, item) : null);
        var said =
            ReferenceEquals(text, question.Text) && ReferenceEquals(help, question.Help)
                ? question
                : question with
                {
                    Text = text,
                    Help = help,
                };
        return said switch
        {
            Question.Single single => single with { Options = OptionsOf(question, item) },
            Question.Multiple multiple => multiple with { Options = OptionsOf(question, item) },
            Question.Grid grid => grid with { Options = OptionsOf(question, item), Rows = RowsOf(question, item) },
            Question.SumGroup sum => sum with { Items = RowsOf(question, item), Unit = sum.Unit is { } unit ? Say(unit, item) : null },
            Question.Numeric number => number with { Unit = number.Unit is { } unit ? Say(unit, item) : null },
            Question.CodeSearch or Question.FreeText or Question.Date or Question.Period or Question.Roster or Question.Note => said,
            _ => throw new UnreachableException(question.GetType().Name),
        };
    }

    /// <summary>The options that are offered, in the order drawn.</summary>
    /// <param name="item">The item of the roster that the question stands in, or null.</param>
    public IReadOnlyList<Option> OptionsOf(Question question, string? item = null)
    {
        var offered = interview.OptionsOf(question, item).Select(option => option.Code).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Shuffle
                .OptionsOf(question, seed)
                .Where(option => offered.Contains(option.Code))
                .Select(option => option with { Label = Say(option.Label, item) }),
        ];
    }

    /// <summary>The rows that are asked, in the order drawn.</summary>
    /// <param name="item">The item of the roster that the question stands in, or null.</param>
    public IReadOnlyList<Row> RowsOf(Question question, string? item = null)
    {
        var asked = interview.RowsOf(question, item).Select(row => row.Id).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. Shuffle.RowsOf(question, seed).Where(row => asked.Contains(row.Id)).Select(row => new Row(row.Id, Say(row.Label, item))),
        ];
    }

    /// <summary>What is said about a mistake; the words may be the author's.</summary>
    public Text Message(AnswerProblem problem) => Say(problem.Message);

    /// <summary>What a check says.</summary>
    public Text Message(FiredCheck fired) => Say(fired.Check.Message, fired.Item);
}
