namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads questions for days: one, and a period from one to another.</summary>
/// <param name="keys">That were read already.</param>
internal sealed class DayQuestions(YamlMapping yaml, QuestionKeys keys)
{
    /// <summary>A hundred years.</summary>
    private const int MostDays = 36_525;

    public QuestionDraft Date()
    {
        var (from, to) = (yaml.Optional("from")?.AsScalar(), yaml.Optional("to")?.AsScalar());
        return keys.Draft(
            ExpressionKind.Date,
            [],
            [],
            read =>
            {
                var (first, last) = DaysOf(read, from, to);
                return keys.Complete(new Question.Date(first, last) { Id = keys.Id, Text = keys.Text });
            }
        );
    }

    private static (Expression? From, Expression? To) DaysOf(ExpressionReader read, YamlScalar? from, YamlScalar? to)
    {
        var (first, last) = (read.Day(from), read.Day(to));
        if (last?.ConstantDay < first?.ConstantDay)
        {
            to!.Report("out-of-range", "The last day is before the first: no answer is possible.");
        }

        return (first, last);
    }

    public QuestionDraft Period()
    {
        var (from, to) = (yaml.Optional("from")?.AsScalar(), yaml.Optional("to")?.AsScalar());
        var shortest = yaml.Optional("minimumDays")?.AsInteger(1, MostDays);
        var longestNode = yaml.Optional("maximumDays");
        var longest = longestNode?.AsInteger(1, MostDays);
        if (longest < shortest)
        {
            longestNode!.Report("out-of-range", $"The maximum {longest} is below the minimum {shortest}.");
        }

        return keys.Draft(
            ExpressionKind.Period,
            [],
            [],
            read =>
            {
                var (first, last) = DaysOf(read, from, to);
                return keys.Complete(new Question.Period(first, last, shortest, longest) { Id = keys.Id, Text = keys.Text });
            }
        );
    }
}
