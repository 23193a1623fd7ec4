namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads a list of questions, some of them in groups, which may hold groups themselves.</summary>
/// <param name="ids">Names that are taken.</param>
/// <param name="question">Reads one that stands in the list, or in a group of it.</param>
internal sealed class GroupReader(TextPlaces texts, HashSet<string> ids, Func<YamlMapping, QuestionDraft> question)
{
    /// <summary>A group in a group in a group, and no further: headings end there, and so does what people can follow.</summary>
    private const int Deepest = 3;

    private readonly List<GroupDraft> _all = [];

    /// <summary>Within a roster there are neither checks of a group nor a random order.</summary>
    public bool IsInner { get; init; }

    /// <summary>Those that were read, an outer one before those in it.</summary>
    public IReadOnlyList<GroupDraft> All => _all;

    /// <param name="what">What the list belongs to, in a word.</param>
    public List<QuestionDraft> Read(YamlNode? list, string what) => Read(list, what, null);

    /// <summary>The id, or nothing where there is none.</summary>
    public static string Id(YamlNode? node, string what, HashSet<string> ids)
    {
        var id = node?.AsId() ?? "";
        if (id.Length > 0 && !ids.Add($"{what} {id}"))
        {
            node!.Report("duplicate-id", $"There are two {what}s '{id}'. Rename one.");
        }

        return id;
    }

    private List<QuestionDraft> Read(YamlNode? list, string what, GroupDraft? outer)
    {
        if (list is YamlList { Items.Count: 0 })
        {
            list.Report("empty-list", $"There is no question in this {what}. Write at least one.");
        }

        var questions = new List<QuestionDraft>();
        foreach (var entry in list?.AsMappings() ?? [])
        {
            if (entry.Find("group") is not null)
            {
                questions.AddRange(Group(entry, outer));
            }
            else
            {
                questions.Add(question(entry) with { Group = outer });
            }
        }

        return questions;
    }

    private List<QuestionDraft> Group(YamlMapping yaml, GroupDraft? outer)
    {
        var node = yaml.Required("group");
        if (outer?.Path.Count == Deepest)
        {
            node!.Report("group-too-deep", $"Groups stand at most {Deepest} deep in each other. Put this one beside the one around it.");
            return [];
        }

        var group = new GroupDraft(
            Id(node, "group", ids),
            texts.Read(yaml.Optional("title")),
            yaml.Optional("when")?.AsScalar(),
            !IsInner && QuestionReader.ReadOrder(yaml, "order"),
            IsInner ? [] : yaml.Optional("checks")?.AsMappings() ?? [],
            outer
        );
        _all.Add(group);
        var questions = Read(yaml.Required("questions"), "group", group);
        yaml.NothingElse();
        return questions;
    }
}
