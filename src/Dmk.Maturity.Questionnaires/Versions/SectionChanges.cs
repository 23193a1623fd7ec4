namespace Dmk.Maturity.Questionnaires;

/// <summary>Changes of sections and of the groups in them; their questions are left to <see cref="QuestionListChanges"/>.</summary>
internal sealed class SectionChanges(Questionnaire before, Questionnaire after)
{
    private readonly Matched<Section> _sections = Matched<Section>.Of(before.Sections, after.Sections, section => section.Id);
    private readonly Matched<(Section Section, Group Group)> _groups = Matched<(Section Section, Group Group)>.Of(
        Groups(before),
        Groups(after),
        placed => placed.Group.Id
    );

    public IEnumerable<Change> All() =>
        [
            .. _sections.Removed.Select(section => new Change(
                $"sections.{section.Id}",
                ChangeKind.SectionRemoved,
                $"The section '{section.Id}' is gone."
            )),
            .. _sections.Added.Select(section => new Change(
                $"sections.{section.Id}",
                ChangeKind.SectionAdded,
                $"The section '{section.Id}' is new."
            )),
            .. _sections.Reordered
                ? [new Change("sections", ChangeKind.Reordered, "The sections stand in another order.")]
                : Array.Empty<Change>(),
            .. _sections.Kept.SelectMany(pair => OfSection(pair.Before, pair.After)),
            .. _groups.Kept.SelectMany(pair =>
                OfGroup(pair.Before.Group, pair.After.Group, $"sections.{pair.After.Section.Id}/groups.{pair.After.Group.Id}")
            ),
        ];

    private static IEnumerable<(Section Section, Group Group)> Groups(Questionnaire questionnaire) =>
        questionnaire.Sections.SelectMany(section =>
            section
                .Questions.OfType<Question.Roster>()
                .SelectMany(roster => roster.Questions)
                .SelectMany(question => question.Groups)
                .Concat(section.Groups)
                .DistinctBy(group => group.Id)
                .Select(group => (section, group))
        );

    private static IEnumerable<Change> OfSection(Section old, Section now)
    {
        var where = $"sections.{now.Id}";
        var order =
            Matched<Question>.Of(old.Questions, now.Questions, question => question.Id).Reordered ? "stand in another order"
            : old.IsShuffled != now.IsShuffled ? Shuffled(now.IsShuffled)
            : null;
        return
        [
            .. LimitChanges.Condition($"{where}/when", now.Id, old.When, now.When),
            .. order is null
                ? Array.Empty<Change>()
                : [new($"{where}/questions", ChangeKind.Reordered, $"The questions of '{now.Id}' {order}.")],
            .. TextChanges.Of($"{where}/", "title", old.Title, now.Title),
            .. TextChanges.Of($"{where}/", "intro", old.Intro, now.Intro),
        ];
    }

    private static IEnumerable<Change> OfGroup(Group old, Group now, string where) =>
        [
            .. LimitChanges.Condition($"{where}/when", now.Id, old.When, now.When),
            .. old.IsShuffled == now.IsShuffled
                ? Array.Empty<Change>()
                : [new($"{where}/questions", ChangeKind.Reordered, $"The questions of '{now.Id}' {Shuffled(now.IsShuffled)}.")],
            .. TextChanges.Of($"{where}/", "title", old.Title, now.Title),
        ];

    private static string Shuffled(bool isShuffled) =>
        isShuffled ? "stand in an order drawn for each response now" : "stand in a fixed order now";
}
