using System.Globalization;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>What a draft holds has an end, whatever is sent and how often; decided without a server.</summary>
public class DraftBoundsTests
{
    private const string Yaml = """
        id: bounds
        version: 1.0.0
        languages: [de, en]
        title: { de: Grenzen, en: Bounds }
        sections:
          - id: only
            title: { de: Nur, en: Only }
            questions:
              - { id: goods, type: multiple, options: [ { code: a, de: A, en: A }, { code: other, de: Anderes, en: Other, specify: true } ], text: { de: Waren?, en: "Goods?" } }
              - { id: note, type: text, maximumLength: 100, text: { de: Notiz?, en: "Note?" } }
              - id: sites
                type: roster
                maximum: 4
                text: { de: Standorte?, en: "Sites?" }
                item: { de: Standort, en: Site }
                questions: [ { id: staff, type: integer, text: { de: Personen?, en: "Persons?" } }, { id: town, type: text, maximumLength: 50, text: { de: Ort?, en: "Town?" } } ]
        """;

    private static readonly DateTimeOffset _at = new(2027, 3, 1, 8, 0, 0, TimeSpan.Zero);

    private static readonly Questionnaire _form = Questionnaire.Parse(Yaml, "bounds.yaml", new([])).OrThrow();

    private static Response Empty { get; } =
        new(
            new("BE", Guid.Empty),
            null!,
            StudyVersion.Of([_form], _ => [])[0],
            ReportingCell.Of("BE", "x", "S1"),
            ResponseStatus.Invited,
            0,
            Answers.None,
            LastChanges.None,
            null,
            null
        );

    [Fact]
    public void Answers_to_items_that_no_roster_lists_are_refused_by_name()
    {
        var invented = Enumerable
            .Range(0, 200)
            .Select(number => ($"sites[item{number.ToString("D4", CultureInfo.InvariantCulture)}].staff", (Answer)new Answer.Number(1)))
            .ToArray();

        var problems = Empty.ProblemsOf(Changes(invented));

        Assert.Equal(200, problems.Length);
        Assert.Equal(("sites[item0000].staff", "unlistedItem"), (problems[0].Variable, problems[0].Code));
        Assert.Contains("„Standorte?“", problems[0].Message.De, StringComparison.Ordinal);
    }

    [Fact]
    public void An_item_may_be_listed_and_answered_at_once_in_any_order()
    {
        var (list, answer) = (("sites", Items("aaaaaa")), ("sites[aaaaaa].staff", (Answer)new Answer.Number(1)));

        Assert.Empty(Empty.ProblemsOf(Changes(list, answer)));
        Assert.Empty(Empty.ProblemsOf(Changes(answer, list)));
        Assert.Equal(2, Empty.With(Changes(answer, list), _at).Answers.Count);
    }

    [Theory]
    [InlineData("sites[aaaaaa].staff", "")]
    [InlineData("sites[bbbbbb].staff", "unlistedItem")]
    [InlineData("lines[aaaaaa].staff", "unknownVariable")]
    [InlineData("sites[a].staff", "unknownVariable")]
    public void What_is_listed_already_can_be_answered(string variable, string code)
    {
        var held = Empty.With(Changes(("sites", Items("aaaaaa"))), _at);

        var problems = held.ProblemsOf(Changes((variable, new Answer.Number(1))));

        Assert.Equal(code, string.Join(' ', problems.Select(problem => problem.Code)));
    }

    [Fact]
    public void An_answer_to_an_item_that_goes_in_the_same_save_is_refused_and_nothing_goes_unseen()
    {
        var held = Empty.With(Changes(("sites", Items("aaaaaa")), ("sites[aaaaaa].town", new Answer.Words("Ulm"))), _at);

        var problems = held.ProblemsOf(Changes(("sites", Items("bbbbbb")), ("sites[aaaaaa].town", new Answer.Words("Jena"))));

        Assert.Equal("unlistedItem", Assert.Single(problems).Code);
        Assert.Empty(held.ProblemsOf(Changes(("sites", Items("bbbbbb")), ("sites[aaaaaa].town", Answer.Unanswered))));
    }

    [Fact]
    public void An_item_that_goes_takes_its_answers_along()
    {
        var held = Empty.With(
            Changes(
                ("sites", Items("aaaaaa", "bbbbbb")),
                ("sites[aaaaaa].town", new Answer.Words("Ulm")),
                ("sites[bbbbbb].staff", new Answer.Number(2))
            ),
            _at
        );

        var after = held.With(Changes(("sites", Items("bbbbbb"))), _at);

        Assert.Equal(["sites", "sites[bbbbbb].staff"], after.Answers.All.Select(one => one.Key));
        Assert.Empty(held.With(Changes(("sites", Answer.Unanswered)), _at).Answers.All);
    }

    [Fact]
    public void Removing_an_item_that_others_have_answered_since_is_a_conflict()
    {
        var begun = Empty.With(Changes(("sites", Items("aaaaaa", "bbbbbb"))), _at);
        var answered = begun.With(Changes(("sites[aaaaaa].town", new Answer.Words("Ulm"))), _at);

        var conflict = Assert.Single(answered.ConflictsOf(begun.Revision, Changes(("sites", Items("bbbbbb")))));

        Assert.Equal(("sites[aaaaaa].town", new Answer.Words("Ulm")), (conflict.Variable, conflict.Stored));
        Assert.Empty(answered.ConflictsOf(answered.Revision, Changes(("sites", Items("bbbbbb")))));
    }

    [Fact]
    public void However_often_items_come_and_go_a_draft_does_not_grow()
    {
        var held = Empty;
        var sizes = new List<int>();
        for (var round = 0; round < 60; round++)
        {
            var ids = Enumerable.Range(0, 4).Select(item => $"item{round:D4}{item}").ToArray();
            var all = ids.SelectMany(id =>
                    new[]
                    {
                        ($"sites[{id}].staff", (Answer)new Answer.Number(999_999_999_999_999)),
                        ($"sites[{id}].town", new Answer.Words(string.Concat(Enumerable.Repeat("\U0001F642", 50)))),
                    }
                )
                .Append(("sites", Items(ids)))
                .Append(("note", new Answer.Words(new string('ä', 100))))
                .Append(("goods", new Answer.CodedSet(["a", "other"])))
                .Append(("goods.other", new Answer.Words(new string('ß', 200))))
                .ToArray();
            Assert.Empty(held.ProblemsOf(Changes(all)));
            held = held.With(Changes(all), _at);
            sizes.Add(AnswersJson.Write(held.Answers).Length + held.Changes.Write().Length);
        }

        // Numbers of revisions have more digits later; nothing else grows.
        Assert.InRange(sizes[^1], 1, sizes[0] + 20);
        Assert.InRange(sizes.Max(), 1, 10_000);
    }

    private static Answer.Items Items(params string[] ids) => new(ids);

    private static Dictionary<string, Answer> Changes(params (string Variable, Answer Answer)[] changes) =>
        changes.ToDictionary(change => change.Variable, change => change.Answer, StringComparer.Ordinal);
}
