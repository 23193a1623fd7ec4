using System.Globalization;
using System.Text.RegularExpressions;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Possible answers at and around everything that a definition compares answers with.</summary>
internal static partial class BoundaryAnswers
{
    private const int AtRandom = 60;

    private static readonly decimal[] _steps = [0, 0.000001m, 0.01m, 1, 100, 0.5m];

    public static IEnumerable<Interview> Of(Questionnaire form, string yaml, int seed)
    {
        var random = new Random(seed);
        var answers = form
            .Variables.Where(one => one.Question is not (Question.SumGroup or Question.Roster))
            .ToDictionary(one => one, one => Possible(form, one, yaml));
        for (var i = 0; i < AtRandom; i++)
        {
            var drawn = answers.Select(one => KeyValuePair.Create(one.Key.Id, one.Value[random.Next(one.Value.Count)])).ToList();
            drawn.AddRange(Sums(form, random));
            drawn.AddRange(
                form.Facts.Select(fact => KeyValuePair.Create(fact.Id, (Answer)new Answer.Day(new(2024, 2, 27 + random.Next(3)))))
            );
            drawn.AddRange(Rosters(form, random));
            var here = Interview.Of(form, Answers.Of(drawn));
            yield return here;
            if (i % 20 == 0)
            {
                foreach (var (variable, values) in answers)
                {
                    foreach (var value in values)
                    {
                        yield return here.With(variable.Id, value);
                    }
                }
            }
        }
    }

    private static List<Answer> Possible(Questionnaire form, Variable variable, string yaml) =>
        [
            Answer.Unanswered,
            .. Values(variable, yaml)
                .Append(new Answer.Missing(MissingReason.DontKnow))
                .Distinct()
                .Where(value => form.Validate(variable.Id, value) is null),
        ];

    private static IEnumerable<Answer> Values(Variable variable, string yaml) =>
        variable switch
        {
            { Specify: not null } or { Question: Question.FreeText } => (
                (string[])["x", "y", "z", "w", "xy", "xyz", "xxx", "12345", "a@b.de"]
            ).Select(word => new Answer.Words(word)),
            { Question: Question.Single or Question.Grid { Several: false } } => variable.Question.Choices.Select(
                option => new Answer.Coded(option.Code)
            ),
            { Question: Question.CodeSearch search } => search.Options.Take(30).Select(option => new Answer.Coded(option.Code)),
            { Question: Question.Multiple or Question.Grid } => Sets(variable.Question),
            { Question: Question.Date } => Days().Matches(yaml).SelectMany(match => Around(match.Value).Concat(Around("2024-02-28"))),
            _ => Numbers(yaml),
        };

    private static IEnumerable<Answer> Sets(Question question) =>
        Enumerable
            .Range(1, (1 << question.Choices.Count) - 1)
            .Select(ticks => question.Ticked(question.Choices.Where((_, i) => (ticks & (1 << i)) != 0).Select(option => option.Code)));

    private static IEnumerable<Answer> Around(string day)
    {
        var number = DateOnly.ParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture).DayNumber;
        return Enumerable.Range(number - 1, 3).Select(one => new Answer.Day(DateOnly.FromDayNumber(one)));
    }

    private static IEnumerable<Answer> Numbers(string yaml) =>
        NumberWords()
            .Matches(yaml)
            .Select(match => match.Value)
            .Distinct()
            .Select(word => decimal.Parse(word, CultureInfo.InvariantCulture))
            .SelectMany(number => new[] { number, -number, number / 2 })
            .Append(999_999_999_999_999m)
            .SelectMany(number => _steps.SelectMany(step => new[] { number - step, number + step }))
            .Select(number => new Answer.Number(number));

    private static IEnumerable<KeyValuePair<string, Answer>> Sums(Questionnaire form, Random random)
    {
        foreach (var group in form.Sections.SelectMany(section => section.Questions).OfType<Question.SumGroup>())
        {
            var total = group.Total.Constant!.Value;
            var first = random.Next(4) switch
            {
                0 => 0,
                1 => total,
                2 => random.Next((int)total + 1),
                _ => -1,
            };
            if (first >= 0)
            {
                yield return new(group.Id + ".x", new Answer.Number(first));
                yield return new(
                    group.Id + ".y",
                    random.Next(5) == 0 ? new Answer.Missing(MissingReason.DontKnow) : new Answer.Number(total - first)
                );
            }
        }
    }

    private static IEnumerable<KeyValuePair<string, Answer>> Rosters(Questionnaire form, Random random)
    {
        foreach (var roster in form.Sections.SelectMany(section => section.Questions).OfType<Question.Roster>())
        {
            string[] items = [.. ((string[])["aaaaaa", "bbbbbb"]).Take(random.Next(3))];
            yield return new(roster.Id, new Answer.Items(items));
            foreach (var item in items.Where(_ => random.Next(4) > 0))
            {
                yield return new(
                    ItemId.Variable(roster.Id, item, roster.Questions[0].Id),
                    new Answer.Number(((int[])[0, 1, 4, 5, 6, 50, 99, 100])[random.Next(8)])
                );
            }
        }
    }

    [GeneratedRegex("[0-9]{4}-[0-9]{2}-[0-9]{2}")]
    private static partial Regex Days();

    [GeneratedRegex("(?<![-0-9a-z_.])[0-9]+([.][0-9]+)?(?![-0-9.])")]
    private static partial Regex NumberWords();
}
