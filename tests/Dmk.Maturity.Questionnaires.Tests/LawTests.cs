using System.Globalization;
using CsCheck;
using static Dmk.Maturity.Questionnaires.Tests.Workshop;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>What holds for every interview, on random answers.</summary>
public class LawTests
{
    private static readonly Gen<Answers> _answers = Gen.Int.Select(seed => RandomAnswers.Of(Form, new(seed)));

    [Fact]
    public void Clearing_an_answer_equals_never_having_given_it() =>
        Gen.Select(_answers, Gen.Int[0, Form.Variables.Count - 1], Gen.Int)
            .Sample(
                (answers, index, seed) =>
                {
                    var variable = Form.Variables[index];
                    var never = answers.With(variable.Id, Answer.Unanswered);
                    var cleared = never.With(variable.Id, RandomAnswers.Of(variable, new(seed))).With(variable.Id, Answer.Unanswered);
                    return never.All.SequenceEqual(cleared.All) && State(never) == State(cleared);
                }
            );

    [Fact]
    public void The_order_of_edits_does_not_matter() =>
        Gen.Select(_answers, Gen.Int)
            .Sample(
                (answers, seed) =>
                {
                    var edits = answers.All.ToArray();
                    new Random(seed).Shuffle(edits);
                    var other = edits.Aggregate(Answers.None, (all, edit) => all.With(edit.Key, edit.Value));
                    return State(answers) == State(other);
                }
            );

    [Fact]
    public void An_answer_off_the_path_influences_nothing() =>
        Gen.Select(_answers, Gen.Int)
            .Sample(
                (answers, seed) =>
                {
                    var interview = Interview.Of(Form, answers);
                    var random = new Random(seed);
                    var changed = Form
                        .Variables.Where(variable => !interview.IsAsked(variable))
                        .Aggregate(answers, (all, variable) => all.With(variable.Id, RandomAnswers.Of(variable, random)));
                    return State(answers) == State(changed) && State(answers) == State(interview.OnPath);
                }
            );

    [Fact]
    public void Not_greater_equals_at_most_missing_included() =>
        Gen.Select(
                _answers,
                Gen.OneOf("persons", "ai_staff", "cloud_share", "budget", "1", "budget / persons"),
                Gen.OneOf("persons", "cloud_share", "0", "ai_intensity")
            )
            .Sample(
                (answers, left, right) =>
                {
                    var interview = Interview.Of(Form, answers);
                    return Truth($"not ({left} > {right})", interview) == Truth($"{left} <= {right}", interview)
                        && Truth($"not ({left} == {right})", interview) == Truth($"{left} != {right}", interview)
                        && Truth($"not ({left} > {right} and {right} > 1)", interview)
                            == Truth($"{left} <= {right} or {right} <= 1", interview);
                }
            );

    [Fact]
    public void Printing_and_parsing_keep_an_expression() =>
        Gen.Select(RandomExpressions.Truth, _answers)
            .Sample(
                (source, answers) =>
                {
                    var expression = Expression.Parse(source, default, Form).OrThrow();
                    var again = Expression.Parse(expression.ToString(), default, Form).OrThrow();
                    var interview = Interview.Of(Form, answers);
                    return expression.ToString() == again.ToString()
                        && expression.Truth(interview) == again.Truth(interview)
                        && expression.ToString().Length <= source.Length;
                }
            );

    [Fact]
    public void Anything_that_is_parsed_is_parsed_or_has_a_problem_with_a_place() =>
        Gen.OneOf(
                Gen.String,
                Gen.OneOf("persons", "'", "(", ")", "[", "]", "and", "not", " in ", "1", ".", ",", "sum(", "==", "<", ":", "skip")
                    .Array[0, 30]
                    .Select(string.Concat)
            )
            .Sample(source =>
            {
                var reading = Expression.Parse(source, new("x", 1, 1), Form);
                return reading.Value is null
                    ? reading.Problems.Count > 0
                        && reading.Problems.All(problem => problem.Place.Column >= 1 && problem.Place.Column <= source.Length + 1)
                    : reading.Problems.Count == 0;
            });

    [Fact]
    public void A_cut_file_has_problems_and_throws_nothing() =>
        Gen.Select(Gen.Int[0, Yaml.Length - 2], Gen.Int[0, 40])
            .Sample(
                (at, length) =>
                {
                    var cut = Yaml.Remove(at, Math.Min(length, Yaml.Length - at));
                    var reading = Questionnaire.Parse(cut, "cut.yaml", RepositoryFiles.Classifications);
                    return reading.Value is not null || reading.Problems.Any(problem => problem.Severity == Severity.Error);
                }
            );

    private static bool? Truth(string source, Interview interview) => Expression.Parse(source, default, Form).OrThrow().Truth(interview);

    /// <summary>All that an interview says, on one line.</summary>
    private static string State(Answers answers)
    {
        var interview = Interview.Of(Form, answers);
        return string.Join(
            ' ',
            [
                .. Form.Variables.Select(variable => $"{variable.Id}={interview.Effective(variable.Id)}"),
                .. Form.Computed.Select(computed =>
                    interview.ComputedNumber(computed.Id)?.ToString(CultureInfo.InvariantCulture) ?? "missing"
                ),
                .. interview.Problems.Select(problem => problem.ToString()),
                .. interview.Fired.Select(fired => $"{fired.Check.Id}({string.Join(',', fired.Variables)})"),
                interview.Progress().ToString(),
            ]
        );
    }
}
