using System.Text.RegularExpressions;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Whatever the linter calls never or always is so: for each claim answers are sought under which it is not, at random and
/// systematically at every boundary that the definition names.</summary>
public partial class SoundClaimsTests
{
    private const int Definitions = 500;

    private readonly Dictionary<string, int> _tried = [];

    [Fact]
    public void Nothing_that_is_called_never_or_always_has_a_counterexample()
    {
        for (var seed = 0; seed < Definitions; seed++)
        {
            var yaml = new ClaimDefinitions(seed).Write();
            var file = $"claims-{seed}.yaml";
            var form = Questionnaire.Parse(yaml, file, RepositoryFiles.Classifications);
            if (form.Value is not { } questionnaire)
            {
                Assert.All(
                    form.Problems,
                    problem => Assert.Contains(problem.Code, (string[])["constant-condition", "out-of-range", "unanswerable-number"])
                );
                continue;
            }

            var claims = Linter
                .Parse(yaml, file, RepositoryFiles.Classifications)
                .Problems.Select(problem => Claim(problem, questionnaire, yaml.Split('\n')))
                .OfType<(string Code, string Words, Func<Interview, bool> Contradicts)>()
                .ToList();
            foreach (var (code, _, _) in claims)
            {
                _tried[code] = _tried.GetValueOrDefault(code) + 1;
            }

            if (claims.Count > 0)
            {
                foreach (var interview in BoundaryAnswers.Of(questionnaire, yaml, seed))
                {
                    Assert.All(claims, claim => Assert.False(claim.Contradicts(interview), $"{claim.Words}\n{Said(interview)}\n{yaml}"));
                }
            }
        }

        var counts = string.Join(", ", _tried.Select(one => $"{one.Key} {one.Value}"));
        Assert.True(_tried.Values.Sum() > 700, counts);
        Assert.All(
            (string[])
                [
                    "unreachable-question",
                    "unreachable-section",
                    "condition-always-true",
                    "part-never-true",
                    "check-never-fires",
                    "check-never-holds",
                    "impossible-bounds",
                    "beyond-bounds",
                ],
            code => Assert.True(_tried.GetValueOrDefault(code) > 10, counts)
        );
    }

    private static string Said(Interview interview) =>
        string.Join(", ", interview.Questionnaire.Variables.Select(one => $"{one.Id}={interview.Effective(one.Id)}"));

    /// <returns>Null where a problem claims nothing about interviews.</returns>
    private static (string, string, Func<Interview, bool>)? Claim(Problem problem, Questionnaire form, string[] lines)
    {
        var named = Quoted().Matches(problem.Message).Select(match => match.Groups[1].Value).ToList();
        var line = lines[problem.Place.Line - 1];
        var check = form.Checks.FirstOrDefault(one => line.Contains($"id: {one.Id},", StringComparison.Ordinal));
        var contradicts = problem.Code switch
        {
            "unreachable-question" => interview => interview.IsAsked(form.Question(named[0])!),
            "unreachable-section" => interview => interview.IsAsked(form.Sections.Single(one => one.Id == named[0])),
            "condition-always-true" => Always(problem, form, lines),
            "part-never-true" => Part(problem, form, lines, check),
            "check-never-fires" => interview => interview.Fired.Any(fired => fired.Check == check),
            "check-never-holds" => interview => Truth(check!.Must.Source, interview) == true,
            "checks-never-hold-together" => interview =>
                named.Take(2).All(id => Truth(form.Checks.Single(one => one.Id == id).Must.Source, interview) == true),
            "impossible-bounds" => Bounds(Holder(problem, form, lines).Question),
            "beyond-bounds" => interview =>
                Truth(BeyondWords().Match(problem.Message).Groups[1].Value, interview) == true
                && !interview.Problems.Any(one => one.Code is "aboveMaximum" or "belowMinimum"),
            _ => null,
        };
        return contradicts is null ? null : (problem.Code, problem.ToString(), contradicts);
    }

    private static Func<Interview, bool> Always(Problem problem, Questionnaire form, string[] lines)
    {
        var (section, question) = Holder(problem, form, lines);
        return question is null
            ? interview => !interview.IsAsked(section)
            : interview => interview.IsAsked(section) && !interview.IsAsked(question);
    }

    private static Func<Interview, bool> Bounds(Question? question)
    {
        var (from, to) = question switch
        {
            Question.Numeric number => (number.Min, number.Max),
            Question.Date date => (date.From, date.To),
            _ => throw new ArgumentOutOfRangeException(nameof(question), question, "It has no bounds."),
        };
        return interview => Truth($"({from!.Source}) <= ({to!.Source})", interview) == true;
    }

    private static Func<Interview, bool> Part(Problem problem, Questionnaire form, string[] lines, Check? check)
    {
        var words = PartWords().Match(problem.Message).Groups[1].Value;
        if (check is not null)
        {
            return interview => Truth(words, interview) == true;
        }

        var (section, question) = Holder(problem, form, lines);
        return interview => (question is null || interview.IsAsked(section)) && Truth(words, interview) == true;
    }

    private static (Section Section, Question? Question) Holder(Problem problem, Questionnaire form, string[] lines)
    {
        var above = lines.Take(problem.Place.Line).Reverse().Select(line => Id().Match(line)).First(match => match.Success).Groups[1].Value;
        return form.Question(above) is { } question
            ? (form.Sections.Single(section => section.Questions.Contains(question)), question)
            : (form.Sections.Single(section => section.Id == above), null);
    }

    private static bool? Truth(string source, Interview interview) =>
        Expression.Parse(source, default, interview.Questionnaire).OrThrow().Truth(interview);

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex Quoted();

    [GeneratedRegex("^No answers make (.+) true here")]
    private static partial Regex PartWords();

    [GeneratedRegex("^No answers within the bounds of their questions make (.+) true\\.")]
    private static partial Regex BeyondWords();

    [GeneratedRegex("^ *- id: (\\w+)$")]
    private static partial Regex Id();
}
