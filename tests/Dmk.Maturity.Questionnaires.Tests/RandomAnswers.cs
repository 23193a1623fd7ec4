namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Possible answers to any questionnaire, drawn by seed; blanks and reasons among them, off the path as well as on it.</summary>
internal static class RandomAnswers
{
    private static readonly string[] _items = ["aaaaaa", "bbbbbb", "cccccc", "dddddd"];

    /// <summary>Those of every item that a roster may list among them.</summary>
    public static IReadOnlyList<Variable> VariablesOf(Questionnaire questionnaire) =>
        [
            .. questionnaire.Variables,
            .. questionnaire
                .Sections.SelectMany(section => section.Questions)
                .OfType<Question.Roster>()
                .SelectMany(roster =>
                    _items.SelectMany(item =>
                        questionnaire
                            .VariablesOf(roster)
                            .Select(variable => questionnaire.Variable(ItemId.Variable(roster.Id, item, variable.Id))!)
                    )
                ),
        ];

    public static Answers Of(Questionnaire questionnaire, Random random) =>
        Answers.Of(VariablesOf(questionnaire).Select(variable => KeyValuePair.Create(variable.Id, Of(variable, random))));

    public static Answer Of(Variable variable, Random random)
    {
        if (random.Next(8) == 0)
        {
            return Answer.Unanswered;
        }

        if (variable.Specify is not null)
        {
            return new Answer.Words("etwas anderes");
        }

        return variable.Question.Missing is { Count: > 0 } reasons && random.Next(6) == 0
            ? new Answer.Missing(reasons[random.Next(reasons.Count)])
            : Value(variable.Question, random);
    }

    private static Answer Value(Question question, Random random) =>
        question switch
        {
            Question.Single single => new Answer.Coded(Any(single.Options, random).Code),
            Question.Grid { Several: true } grid => grid.Ticked([Any(grid.Options, random).Code]),
            Question.CodeSearch search => new Answer.Coded(Any(search.Options, random).Code),
            Question.Period period => Period(period, random),
            Question.Roster roster => new Answer.Items([
                .. _items.OrderBy(_ => random.Next()).Take(random.Next(Math.Min(roster.Maximum, _items.Length) + 1)),
            ]),
            Question.Grid grid => new Answer.Coded(Any(grid.Options, random).Code),
            Question.Multiple multiple => Ticks(multiple, random),
            Question.Numeric numeric => new Answer.Number(Number(numeric, random)),
            Question.SumGroup group => new Answer.Number(random.Next(1 + (100 / group.Items.Count * 2))),
            Question.Date date => new Answer.Day(
                (date.From?.ConstantDay ?? new(2000, 1, 1)).AddDays(
                    random.Next(
                        1 + ((date.To?.ConstantDay ?? new(2030, 1, 1)).DayNumber - (date.From?.ConstantDay ?? new(2000, 1, 1)).DayNumber)
                    )
                )
            ),
            Question.FreeText { Format: TextFormat.Email } => new Answer.Words($"{new string('x', random.Next(1, 20))}@example.org"),
            Question.FreeText { Format: TextFormat.PostalCode or TextFormat.Phone } => new Answer.Words($"{random.Next(10_000, 100_000)}"),
            Question.FreeText text => new Answer.Words(new string('x', random.Next(text.MinimumLength, text.MaximumLength + 1))),
            _ => Answer.Unanswered,
        };

    private static Answer.Period Period(Question.Period question, Random random)
    {
        var from = question.From?.ConstantDay ?? new(2020, 1, 1);
        var longest = (question.To?.ConstantDay ?? new(2030, 1, 1)).DayNumber - from.DayNumber + 1;
        var days = random.Next(question.MinimumDays ?? 1, Math.Min(longest, question.MaximumDays ?? longest) + 1);
        var first = from.AddDays(random.Next(longest - days + 1));
        return new(first, first.AddDays(days - 1));
    }

    private static Answer Ticks(Question.Multiple question, Random random)
    {
        var free = question.Options.Where(option => !option.Exclusive).Select(option => option.Code).ToArray();
        if (free.Length == 0 || (random.Next(5) == 0 && question.Options.Any(option => option.Exclusive)))
        {
            return question.Ticked([question.Options.First(option => option.Exclusive).Code]);
        }

        random.Shuffle(free);
        return question.Ticked(free.Take(random.Next(question.Minimum ?? 1, Math.Min(free.Length, question.Maximum ?? free.Length) + 1)));
    }

    private static decimal Number(Question.Numeric question, Random random)
    {
        var least = question.Min?.Constant ?? 0;
        var most = question.Max?.Constant ?? (least + 1000);
        return decimal.Round(least + ((most - least) * random.Next(1001) / 1000), question.Decimals, MidpointRounding.ToZero);
    }

    private static Option Any(IReadOnlyList<Option> options, Random random) => options[random.Next(options.Count)];
}
