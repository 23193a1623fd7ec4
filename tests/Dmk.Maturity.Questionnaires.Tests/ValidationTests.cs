using static Dmk.Maturity.Questionnaires.Tests.Workshop;

namespace Dmk.Maturity.Questionnaires.Tests;

public class ValidationTests
{
    public static TheoryData<string, Answer, string?> Cases { get; } =
        new()
        {
            { "persons", Number(1), null },
            { "persons", Number(0), "belowMinimum" },
            { "persons", Number(-1), "belowMinimum" },
            { "persons", Number(1_000_000), null },
            { "persons", Number(1_000_001), "aboveMaximum" },
            { "persons", Number(1.5m), "tooManyDecimals" },
            { "persons", Number(2.0m), null },
            { "persons", Code("BY"), "wrongType" },
            { "persons", Words("2"), "wrongType" },
            { "persons", Answer.Unanswered, null },
            { "persons", Missing(MissingReason.DontKnow), "reasonNotOffered" },
            { "persons", Answer.NotAsked, "reasonNotOffered" },
            { "seat", Code("BY"), null },
            { "seat", Code("by"), "unknownOption" },
            { "seat", Code("Bayern"), "unknownOption" },
            { "seat", Codes("BY"), "wrongType" },
            { "seat", Missing(MissingReason.Refused), null },
            { "seat", Missing(MissingReason.DontKnow), "reasonNotOffered" },
            { "founded", new Answer.Day(new(1999, 12, 31)), null },
            { "founded", new Answer.Day(new(1799, 12, 31)), "belowMinimum" },
            { "founded", new Answer.Day(new(2028, 1, 1)), "aboveMaximum" },
            { "founded", Number(1999), "wrongType" },
            { "ai_fields", Codes("text", "image"), null },
            { "ai_fields", Codes("text", "music"), "unknownOption" },
            { "ai_fields", Codes("text", "text"), "wrongType" },
            { "ai_fields", Codes(), "wrongType" },
            { "ai_fields", Codes("nothing"), null },
            { "ai_fields", Codes("text", "nothing"), "exclusiveOption" },
            { "ai_fields", Codes("text", "image", "code", "other"), "tooManyOptions" },
            { "ai_fields.other", Words("Musik"), null },
            { "ai_fields.other", Words(new string('x', 201)), "tooLong" },
            { "ai_fields.other", Missing(MissingReason.DontKnow), "reasonNotOffered" },
            { "skills.basic", Code("wide"), null },
            { "skills.basic", Code("high"), "unknownOption" },
            { "skills", Code("wide"), "unknownVariable" },
            { "cloud_share", Number(100), null },
            { "cloud_share", Number(100.1m), "aboveMaximum" },
            { "cloud_share", Number(-0.1m), "belowMinimum" },
            { "cloud_share", Number(33.3m), null },
            { "cloud_share", Number(33.33m), "tooManyDecimals" },
            { "it_split.own", Number(0), null },
            { "it_split.own", Number(-1), "belowMinimum" },
            { "it_split.own", Number(0.5m), "tooManyDecimals" },
            { "budget", Number(12.34m), null },
            { "budget", Number(999_999_999_999_999m), null },
            { "budget", Number(1_000_000_000_000_000m), "tooLarge" },
            { "budget", Number(decimal.MinValue), "belowMinimum" },
            { "it_split.own", Number(decimal.MaxValue), "tooLarge" },
            { "remark", Words("zwanzig Zeichen lang"), null },
            { "remark", Words("einundzwanzig Zeichen"), "tooLong" },
            { "remark", Words(string.Concat(Enumerable.Repeat("🙂", 21))), "tooLong" },
            { "remark", Words("  "), "wrongType" },
            { "remark", Words("a\u0000b"), "wrongType" },
            { "remark", Words("a\ud83d"), "wrongType" },
            { "remark", Words("a\ud83d\ude00"), null },
            { "remark", Words("<script>"), null },
            { "intro", Words("x"), "unknownVariable" },
            { "nowhere", Number(1), "unknownVariable" },
            { "", Number(1), "unknownVariable" },
        };

    [Theory]
    [MemberData(nameof(Cases))]
    public void An_answer_is_possible_or_has_one_problem(string variable, Answer answer, string? code)
    {
        var problem = Form.Validate(variable, answer);

        Assert.Equal(code, problem?.Code);
        if (problem is not null)
        {
            Assert.Equal(variable, problem.Variable);
            Assert.EndsWith(".", problem.Message.De, StringComparison.Ordinal);
            Assert.EndsWith(".", problem.Message.En, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_message_writes_numbers_as_its_language_does()
    {
        var form = Questionnaire
            .Parse(
                Yaml.Replace("decimals: 1,", "decimals: 1, max: 99.5,", StringComparison.Ordinal),
                "form.yaml",
                RepositoryFiles.Classifications
            )
            .OrThrow();

        var problem = form.Validate("cloud_share", Number(99.75m));

        Assert.Equal(
            new Text(
                "Sie haben 99,75 eingetragen; möglich sind Zahlen von 0 bis 99,5. Bitte berichtigen Sie die Zahl.",
                "You have entered 99.75; numbers from 0 to 99.5 are possible. Please correct the number."
            ),
            problem?.Message
        );
    }

    [Fact]
    public void A_message_groups_thousands()
    {
        var form = Questionnaire
            .Parse(
                Yaml.Replace(
                    "id: budget, type: amount, min: 0,",
                    "id: budget, type: amount, min: 1, max: 1000000,",
                    StringComparison.Ordinal
                ),
                "form.yaml",
                RepositoryFiles.Classifications
            )
            .OrThrow();

        var message = form.Validate("budget", Number(2500000))!.Message;

        Assert.Contains("Sie haben 2.500.000 eingetragen; möglich sind Zahlen von 1 bis 1.000.000.", message.De, StringComparison.Ordinal);
        Assert.Contains("entered 2,500,000; numbers from 1 to 1,000,000 are", message.En, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(98, "Sie haben 98 eingetragen; möglich sind Zahlen von 1000 bis 2027. Bitte schreiben Sie ein Jahr mit vier Ziffern.")]
    [InlineData(2028, "Sie haben 2028 eingetragen; möglich sind Zahlen von 1000 bis 2027. Bitte berichtigen Sie die Zahl.")]
    public void A_message_says_what_was_entered_what_is_possible_and_what_to_do(int year, string message)
    {
        var form = Questionnaire
            .Parse(
                Yaml.Replace(
                    "id: budget, type: amount, min: 0,",
                    "id: budget, type: amount, min: 1000, max: 2027,",
                    StringComparison.Ordinal
                ),
                "form.yaml",
                RepositoryFiles.Classifications
            )
            .OrThrow();

        Assert.Equal(message, form.Validate("budget", Number(year))!.Message.De);
    }

    [Fact]
    public void A_message_counts_as_its_language_does_and_names_the_part()
    {
        Assert.Equal(
            "Sie haben 33,33 eingetragen. Bitte geben Sie höchstens eine Stelle nach dem Komma ein.",
            Form.Validate("cloud_share", Number(33.33m))!.Message.De
        );
        Assert.Equal(
            "Bei „Eigen“ haben Sie -1 eingetragen. Ein Teil ist 0 oder mehr: bitte berichtigen Sie ihn.",
            Form.Validate("it_split.own", Number(-1))!.Message.De
        );
    }

    [Fact]
    public void Ticks_stand_in_the_order_of_the_definition()
    {
        var question = Assert.IsType<Question.Multiple>(Form.Question("ai_fields"));

        Assert.Equal(Codes("text", "other"), question.Ticked(["other", "text", "other"]));
        Assert.Equal(Codes("text", "music"), question.Ticked(["music", "text"]));
        Assert.Equal(Answer.Unanswered, question.Ticked([]));
    }
}
