using System.Globalization;
using static Dmk.Maturity.Indices.Tests.SmallScores;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>What single answers score: ticks, numbers, conditions.</summary>
public class AnswerScoringTests
{
    [Theory]
    [InlineData( /*lang=json*/
        "{ sumOf: { a: 20, b: 30, c: 70, nothing: 0 }, cap: 100 }",
        "a",
        20
    )]
    [InlineData( /*lang=json*/
        "{ sumOf: { a: 20, b: 30, c: 70, nothing: 0 }, cap: 100 }",
        "a|b",
        50
    )]
    [InlineData( /*lang=json*/
        "{ sumOf: { a: 20, b: 30, c: 70, nothing: 0 }, cap: 100 }",
        "a|b|c",
        100
    )]
    [InlineData( /*lang=json*/
        "{ sumOf: { a: 20, b: 30, c: 70, nothing: 0 }, cap: 90 }",
        "b|c",
        90
    )]
    [InlineData( /*lang=json*/
        "{ sumOf: { a: -20, b: 30, c: 70, nothing: 0 } }",
        "a|b",
        10
    )]
    [InlineData( /*lang=json*/
        "{ sumOf: { a: -20, b: 30, c: 70, nothing: 0 } }",
        "a",
        0
    )]
    [InlineData( /*lang=json*/
        "{ sumOf: { a: 20, b: 30, c: 70, nothing: 5 } }",
        "nothing",
        5
    )]
    [InlineData( /*lang=json*/
        "{ bestOf: { a: 20, b: 30, c: 100, nothing: 0 } }",
        "a|b",
        30
    )]
    [InlineData( /*lang=json*/
        "{ bestOf: { a: 20, b: 30, c: 100, nothing: 0 } }",
        "nothing",
        0
    )]
    [InlineData("{ countShare: 1, of: [a, b] }", "c", 0)]
    [InlineData("{ countShare: 2, of: [a, b] }", "b|c", 50)]
    public void Ticks_score_by_their_rule(string rule, string ticked, double score) =>
        Check(
            Changed( /*lang=json*/
                "{ countShare: 2 }",
                rule
            ),
            $"ai_use=wide ai_fields={ticked}",
            "ai-fields",
            score
        );

    [Theory]
    [InlineData("bands: [ { below: 3, score: 100 }, { below: 10, score: 40 }, { score: 0 } ]", 0, 100)]
    [InlineData("bands: [ { below: 3, score: 100 }, { below: 10, score: 40 }, { score: 0 } ]", 3, 40)]
    [InlineData("bands: [ { below: 3, score: 100 }, { below: 10, score: 40 }, { score: 0 } ]", 9, 40)]
    [InlineData("bands: [ { below: 3, score: 100 }, { below: 10, score: 40 }, { score: 0 } ]", 10, 0)]
    [InlineData("goalposts: { low: 10, high: 0, outside: clip }", 4, 60)]
    public void A_number_scores_by_bands_or_between_goalposts_under_its_own_name(string normalisation, int days, double score) =>
        Check(
            Changed("value: \"outage\", goalposts: { low: 10, high: 0, outside: missing }", $"question: outage, {normalisation}"),
            string.Create(CultureInfo.InvariantCulture, $"outage={days}"),
            "steady",
            score
        );

    [Theory]
    [InlineData("outage=2", 100)]
    [InlineData("outage=3 specialists=1", 100)]
    [InlineData("outage=3 specialists=0", 10)]
    [InlineData("outage=3", double.NaN)]
    [InlineData("outage=3 specialists=dontKnow!", 30)]
    [InlineData("specialists=1", 100)]
    public void A_condition_scores_when_it_holds_when_it_fails_and_by_its_missing_part(string answers, double score) =>
        Check(
            Changed(
                "value: \"outage\", goalposts: { low: 10, high: 0, outside: missing }, missing: { unanswered: exclude }",
                "value: \"outage < 3 or specialists > 0\", score: { true: 100, false: 10 }, missing: { unanswered: exclude, "
                    + "dontKnow: 30 }"
            ),
            answers,
            "steady",
            score
        );
}
