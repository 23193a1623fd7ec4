using System.Globalization;
using CsCheck;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>An interview in which an answer was changed equals one that had it from the beginning, whatever was looked at in
/// between.</summary>
public class ChangeTests
{
    [Fact]
    public void Changing_answers_one_by_one_equals_having_given_them_in_the_workshop() => Holds(_ => Workshop.Form);

    [Fact]
    public void Changing_answers_one_by_one_equals_having_given_them_at_the_fair() => Holds(_ => Fair.Form);

    [Fact]
    public void Changing_answers_one_by_one_equals_having_given_them_with_rosters() => Holds(_ => Sites.Form);

    [Fact]
    public void Changing_answers_one_by_one_equals_having_given_them_in_any_questionnaire() => Holds(RandomDefinitions.Of);

    [Fact]
    public void A_change_of_nothing_changes_nothing()
    {
        var interview = Interview.Of(Workshop.Form, RandomAnswers.Of(Workshop.Form, new(1)));
        var problems = interview.Problems;
        var again = interview.With([]);

        Assert.Same(problems, again.Problems);
        Assert.Equal(StateOf(interview), StateOf(again));
        Assert.Equal(StateOf(interview), StateOf(interview.With("no such variable", new Answer.Words("x"))));
    }

    internal static string StateOf(Interview interview)
    {
        var form = interview.Questionnaire;
        return string.Join(
            '\n',
            [
                .. form.Sections.Select(section => $"{section.Id} {interview.IsAsked(section)} {interview.Progress(section)}"),
                .. form.Sections.SelectMany(section => section.Groups).Select(group => $"{group.Id} {interview.IsAsked(group)}"),
                .. form
                    .Sections.SelectMany(section => section.Questions)
                    .Select(question => $"{question.Id} {interview.IsAsked(question)}"),
                .. RandomAnswers.VariablesOf(form).Select(variable => $"{variable.Id} {Show(interview.Effective(variable))}"),
                .. form.Computed.Select(computed =>
                    $"{computed.Id} {interview.ComputedNumber(computed.Id)?.ToString("0.############", CultureInfo.InvariantCulture)}"
                ),
                .. interview.Problems.Select(problem => problem.ToString()),
                .. interview.Fired.Select(fired => $"{fired.Id} {string.Join(' ', fired.Variables)}"),
                .. interview.OnPath.All.Select(one => $"{one.Key} {Show(one.Value)}"),
            ]
        );
    }

    private static string Show(Answer answer) =>
        answer switch
        {
            Answer.CodedSet set => string.Join(',', set.Codes),
            Answer.Items items => string.Join(',', items.Ids),
            _ => answer.ToString(),
        };

    private static void Holds(Func<int, Questionnaire> formOf) =>
        Gen.Int[0, 1_000_000]
            .Sample(seed =>
            {
                var random = new Random(seed);
                var form = formOf(seed);
                var variables = RandomAnswers.VariablesOf(form);
                var interview = Interview.Of(form, random.Next(3) == 0 ? Answers.None : RandomAnswers.Of(form, random));
                for (var i = 0; i < 12; i++)
                {
                    var changes = Enumerable
                        .Range(0, random.Next(1, 4))
                        .Select(_ => variables[random.Next(variables.Count)])
                        .Select(variable => KeyValuePair.Create(variable.Id, RandomAnswers.Of(variable, random)))
                        .DistinctBy(change => change.Key)
                        .ToList();
                    interview = changes.Count == 1 ? interview.With(changes[0].Key, changes[0].Value) : interview.With(changes);
                    switch (random.Next(4))
                    {
                        case 0:
                            Assert.NotNull(interview.Problems);
                            break;
                        case 1:
                            Assert.NotNull(interview.Fired);
                            break;
                        case 2:
                            Assert.Equal(StateOf(Interview.Of(form, interview.Answers)), StateOf(interview));
                            break;
                    }
                }

                Assert.Equal(StateOf(Interview.Of(form, interview.Answers)), StateOf(interview));
            });
}
