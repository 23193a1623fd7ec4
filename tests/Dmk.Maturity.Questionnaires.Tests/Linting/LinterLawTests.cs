using CsCheck;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>What the linter claims about all interviews, held against random ones.</summary>
public class LinterLawTests
{
    private const string Question = """
              - { id: last, type: text, when: "CONDITION", text: { de: Zuletzt?, en: "Last?" } }
        computed:
        """;

    private static readonly Gen<string> _narrow = Gen.OneOf(
        "persons > 3",
        "persons <= 3",
        "persons == 1",
        "persons < 1",
        "ai_use == 'none'",
        "ai_use != 'none'",
        "ai_use in ['some', 'wide']",
        "answered(ai_use)",
        "'text' in ai_fields",
        "'nothing' in ai_fields",
        "count_answered(ai_fields) > 3",
        "ai_staff > 5",
        "is_user",
        "cloud_share >= 0",
        "cloud_share > 100",
        "budget > persons",
        "budget <= persons",
        "answered(skills)",
        "skills.basic == 'none'",
        "seat == 'BY'",
        "coalesce(budget, 0) < 0",
        "founded < date('1700-01-01')",
        "(persons >= 1 or not answered(persons))",
        "(ai_use in ['none', 'some', 'wide'] or not answered(ai_use))"
    );

    private static readonly Gen<string> _condition = Gen.Select(
            _narrow,
            Gen.OneOf("and", "or", "and not"),
            _narrow,
            Gen.OneOf("and", "or"),
            _narrow
        )
        .Select((one, first, two, second, three) => $"({one} {first} ({two})) {second} {three}");

    [Fact]
    public void What_is_called_unreachable_is_never_asked_and_what_is_called_always_true_always_is()
    {
        var (never, always) = (0, 0);
        Gen.Select(Gen.OneOf(_condition, RandomExpressions.Truth), Gen.Int)
            .Sample(
                (condition, seed) =>
                {
                    var yaml = Workshop.Yaml.Replace(
                        "computed:\n",
                        Question.Replace("CONDITION", condition.Replace("\"", "'", StringComparison.Ordinal), StringComparison.Ordinal)
                            + "\n",
                        StringComparison.Ordinal
                    );
                    var reading = Questionnaire.Parse(yaml, "random.yaml", RepositoryFiles.Classifications);
                    if (reading.Value is not { } form)
                    {
                        return true;
                    }

                    var codes = Linter
                        .Parse(yaml, "random.yaml", RepositoryFiles.Classifications)
                        .Problems.Select(problem => problem.Code)
                        .ToList();
                    var (isNever, isAlways) = (codes.Contains("unreachable-question"), codes.Contains("condition-always-true"));
                    never += isNever ? 1 : 0;
                    always += isAlways ? 1 : 0;
                    var random = new Random(seed);
                    return Enumerable
                        .Range(0, isNever || isAlways ? 200 : 0)
                        .Select(_ => Interview.Of(form, RandomAnswers.Of(form, random)).IsAsked(form.Question("last")!))
                        .All(isAsked => isNever ? !isAsked : isAsked);
                },
                iter: 600,
                threads: 1
            );

        Assert.True(never > 10, $"{never} unreachable ones were drawn");
        Assert.True(always > 3, $"{always} always true ones were drawn");
    }

    [Theory]
    [MemberData(nameof(Unreachable))]
    public void A_question_of_the_defects_that_is_called_unreachable_is_never_asked(string file)
    {
        var form = Questionnaire.Parse(DefinitionFiles.Text(file), file, RepositoryFiles.Classifications).OrThrow();
        for (var seed = 0; seed < 500; seed++)
        {
            Assert.False(Interview.Of(form, RandomAnswers.Of(form, new(seed))).IsAsked(form.Sections[^1].Questions[^1]));
        }
    }

    public static TheoryData<string> Unreachable { get; } =
    [.. DefinitionFiles.Defects.Where(file => file.Contains("unreachable-question", StringComparison.Ordinal))];
}
