namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads one section: its questions, some of them in groups (<c>- { group: id, when: ..., questions: [...] }</c>).</summary>
/// <param name="ids">Names that are taken; sections and groups each have their own.</param>
internal sealed class SectionReader(CodeLists codeLists, TextPlaces texts, HashSet<string> ids, Func<YamlNode, bool> isNew)
{
    public SectionDraft Read(YamlMapping yaml)
    {
        var id = Id(yaml.Required("id"), "section");
        var title = texts.Read(yaml.Required("title")) ?? QuestionReader.NoText;
        var intro = texts.Read(yaml.Optional("intro"));
        var when = yaml.Optional("when")?.AsScalar();
        var isShuffled = QuestionReader.ReadOrder(yaml, "order");
        var checks = yaml.Optional("checks")?.AsMappings() ?? [];
        var groups = new List<GroupDraft>();
        var questions = new List<QuestionDraft>();
        var list = yaml.Required("questions");
        if (list is YamlList { Items.Count: 0 })
        {
            list.Report("empty-list", "There is no question in this section. Write at least one.");
        }

        foreach (var entry in list?.AsMappings() ?? [])
        {
            if (entry.Entries.Any(one => one.Key.Value == "group"))
            {
                var (group, inside) = Group(entry);
                groups.Add(group);
                questions.AddRange(inside);
            }
            else
            {
                questions.Add(Question(entry));
            }
        }

        yaml.NothingElse();
        return new(
            id,
            title,
            intro,
            when,
            isShuffled,
            [.. groups.Where(group => questions.Exists(question => question.Group == group))],
            questions,
            checks
        );
    }

    private (GroupDraft, IEnumerable<QuestionDraft>) Group(YamlMapping yaml)
    {
        var id = Id(yaml.Required("group"), "group");
        var group = new GroupDraft(
            id,
            texts.Read(yaml.Optional("title")),
            yaml.Optional("when")?.AsScalar(),
            QuestionReader.ReadOrder(yaml, "order"),
            yaml.Optional("checks")?.AsMappings() ?? []
        );
        var list = yaml.Required("questions");
        if (list is YamlList { Items.Count: 0 })
        {
            list.Report("empty-list", "There is no question in this group. Write at least one.");
        }

        var questions = (list?.AsMappings() ?? []).Select(one => Question(one) with { Group = group }).ToList();
        yaml.NothingElse();
        return (group, questions);
    }

    private QuestionDraft Question(YamlMapping yaml) => new QuestionReader(yaml, codeLists, texts, isNew).Read();

    private string Id(YamlNode? node, string what)
    {
        var id = node?.AsId() ?? "";
        if (id.Length > 0 && !ids.Add($"{what} {id}"))
        {
            node!.Report("duplicate-id", $"There are two {what}s '{id}'. Rename one.");
        }

        return id;
    }
}
