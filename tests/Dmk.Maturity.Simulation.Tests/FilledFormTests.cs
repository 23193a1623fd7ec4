using System.Globalization;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Tests;

namespace Dmk.Maturity.Simulation.Tests;

public class FilledFormTests
{
    private static readonly SyntheticPopulation _population = SyntheticPopulation.Of(Pilot.Classifications, 12_000);

    private static IEnumerable<SyntheticCompany> Some(int count, int seed = 1) =>
        _population
            .Sample.Where((_, place) => place % (12_000 / count) == 0)
            .Select(unit => SyntheticCompany.Of(unit.UnitId, unit.Stratum, _population.Places, seed));

    [Fact]
    public void Every_form_can_be_submitted() =>
        Assert.All(
            Some(400),
            company =>
            {
                var form = FilledForm.Of(company, Pilot.Questionnaire);
                var interview = Interview.Of(Pilot.Questionnaire, form.Answers);
                Assert.Empty(interview.Problems);
                Assert.DoesNotContain(interview.Fired, fired => fired.Check.Level == CheckLevel.Hard);
                Assert.Equal(
                    interview.Fired.Where(fired => fired.Check.Level == CheckLevel.Soft).Select(fired => fired.Check.Id).Order(),
                    form.Confirmations.Keys.Order()
                );
                Assert.All(form.Answers.All, answer => Assert.Null(Pilot.Questionnaire.Validate(answer.Key, answer.Value)));
            }
        );

    [Fact]
    public void Bounds_and_totals_within_a_roster_are_those_of_the_item() =>
        Assert.All(
            Some(200),
            company =>
            {
                var answers = FilledForm.Of(company, _sites).Answers;
                var items = Assert.IsType<Answer.Items>(answers["sites"]).Ids;
                Assert.All(
                    items,
                    item =>
                    {
                        var (seats, staff) = (Number(item, "seats"), Number(item, "staff"));
                        Assert.InRange(staff, seats, seats + 5);
                        Assert.Equal(staff, Number(item, "split.own") + Number(item, "split.lent"));
                    }
                );

                decimal Number(string item, string variable)
                {
                    return Assert.IsType<Answer.Number>(answers[ItemId.Variable("sites", item, variable)]).Value;
                }
            }
        );

    private static readonly Questionnaire _sites = Questionnaire
        .Parse(
            """
            id: sites
            version: 1.0.0
            languages: [de, en]
            title: { de: Orte, en: Sites }
            sections:
              - id: s
                title: { de: Orte, en: Sites }
                questions:
                  - id: sites
                    type: roster
                    minimum: 2
                    maximum: 5
                    required: true
                    item: { de: Ort, en: Site }
                    text: { de: "Welche?", en: "Which?" }
                    questions:
                      - { id: seats, type: integer, min: 10, max: 500, required: true, text: { de: "Plätze?", en: "Seats?" } }
                      - { id: staff, type: integer, min: seats, max: seats + 5, required: true, text: { de: "Personen?", en: "Persons?" } }
                      - id: split
                        type: sumGroup
                        total: staff
                        required: true
                        items: [ { id: own, de: Eigene, en: Own }, { id: lent, de: Geliehene, en: Lent } ]
                        text: { de: "Davon?", en: "Of them?" }
            """,
            "sites.yaml",
            Pilot.Classifications
        )
        .OrThrow();

    [Fact]
    public void The_same_seed_gives_the_same_answers_on_every_machine() =>
        Golden.Check(
            "answers.txt",
            string.Concat(
                Some(3)
                    .Select(company =>
                        string.Concat(
                            FilledForm
                                .Of(company, Pilot.Questionnaire)
                                .Answers.All.Select(answer => $"{company.UnitId} {answer.Key}: {Text(answer.Value)}\n")
                                .Order(StringComparer.Ordinal)
                        )
                    )
            )
        );

    [Fact]
    public void Another_seed_gives_other_answers() =>
        Assert.NotEqual(
            FilledForm.Of(Some(20).First(), Pilot.Questionnaire).Answers.All,
            FilledForm.Of(Some(20, seed: 2).First(), Pilot.Questionnaire).Answers.All
        );

    [Fact]
    public void A_more_mature_company_scores_higher()
    {
        var scored = Some(600)
            .Select(company =>
                (
                    company.Maturity,
                    Score: Pilot.Index.Score(Interview.Of(Pilot.Questionnaire, FilledForm.Of(company, Pilot.Questionnaire).Answers))[0]
                )
            )
            .Where(pair => !double.IsNaN(pair.Score))
            .OrderBy(pair => pair.Maturity)
            .ToList();
        var third = scored.Count / 3;

        Assert.True(scored.Count > 500, $"only {scored.Count} of 600 have a score");
        Assert.True(scored.TakeLast(third).Average(pair => pair.Score) > scored.Take(third).Average(pair => pair.Score) + 10);
    }

    [Fact]
    public void Some_questions_stay_open_and_some_reasons_are_given()
    {
        var answers = Some(400).Select(company => FilledForm.Of(company, Pilot.Questionnaire).Answers).ToList();
        var asked = answers.Sum(one => Interview.Of(Pilot.Questionnaire, one).Progress().Asked);
        var answered = answers.Sum(one => Interview.Of(Pilot.Questionnaire, one).Progress().Answered);
        var reasons = answers.SelectMany(one => one.All).Count(answer => answer.Value is Answer.Missing);

        Assert.InRange(answered / (double)asked, 0.9, 0.995);
        Assert.InRange(reasons / (double)answered, 0.002, 0.08);
    }

    [Fact]
    public void Companies_say_where_they_stand_as_the_frame_does_but_for_a_few_that_moved_or_grew()
    {
        var all = _population
            .Sample.Select(unit => (unit.Stratum, SyntheticCompany.Of(unit.UnitId, unit.Stratum, _population.Places, 1).Now))
            .ToList();

        Assert.InRange(all.Count(pair => pair.Stratum.Land != pair.Now.Land) / 12_000.0, 0.007, 0.013);
        Assert.InRange(all.Count(pair => pair.Stratum.Sector != pair.Now.Sector) / 12_000.0, 0.011, 0.019);
        Assert.InRange(all.Count(pair => pair.Stratum.Size != pair.Now.Size) / 12_000.0, 0.012, 0.028);
    }

    [Fact]
    public void Nobody_moves_to_where_the_frame_has_nobody()
    {
        var (here, there) = (new RegisterCell("SN", "construction", "S1"), new RegisterCell("BY", "construction", "S1"));
        FramePlaces places = new(
            Pilot.Sizes,
            [(here, 10), (there, 1), (new("BE", "construction", "S1"), 0), (new("BE", "trade", "S2"), 5)]
        );
        var now = Enumerable.Range(0, 5_000).Select(number => SyntheticCompany.Of($"unit-{number}", here, places, 1).Now).ToList();

        Assert.Equal(["BY", "SN"], now.Select(cell => cell.Land).Distinct().Order());
        Assert.Equal(["construction"], now.Select(cell => cell.Sector).Distinct());
        Assert.Equal(
            now.Select(cell => cell.Size),
            Enumerable.Range(0, 5_000).Select(number => SyntheticCompany.Of($"unit-{number}", here, new(Pilot.Sizes, []), 1).Now.Size)
        );
    }

    [Fact]
    public void More_than_five_thousand_of_twelve_thousand_take_part()
    {
        var responding = _population.Sample.Count(unit =>
            SyntheticCompany.Of(unit.UnitId, unit.Stratum, _population.Places, 2027).Responds
        );
        Assert.InRange(responding, 5_200, 6_200);
    }

    private static string Text(Answer answer) =>
        answer switch
        {
            Answer.CodedSet set => string.Join(' ', set.Codes),
            Answer.Number number => number.Value.ToString(CultureInfo.InvariantCulture),
            _ => answer.ToString(),
        };
}
