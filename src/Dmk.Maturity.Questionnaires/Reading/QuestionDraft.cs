namespace Dmk.Maturity.Questionnaires;

/// <summary>A question whose expressions are not read yet.</summary>
/// <param name="Kind">What its variables hold; null where there are none.</param>
/// <param name="Options">Of a choice, else empty.</param>
/// <param name="Parts">Rows of a grid or items of a sum group, else empty.</param>
/// <param name="Variables">In the order in which they are asked.</param>
/// <param name="Finish">Makes the question, without its condition.</param>
internal sealed record QuestionDraft(
    string Id,
    ExpressionKind? Kind,
    IReadOnlyList<Option> Options,
    IReadOnlyList<Row> Parts,
    IReadOnlyList<VariableDraft> Variables,
    YamlScalar? When,
    Func<ExpressionReader, Question> Finish
)
{
    /// <summary>Its type could not be read, which was reported: expressions that name it are not to blame.</summary>
    public bool IsBroken { get; init; }

    /// <summary>The reasons for not answering that are offered.</summary>
    public IReadOnlyList<MissingReason> Missing { get; init; } = [];

    /// <summary>Whose codes it asks for, where these are entries of a classification.</summary>
    public Classification? Classification { get; init; }

    /// <summary>Where it stands.</summary>
    public required YamlNode Node { get; init; }

    /// <summary>The questions within a roster, else empty.</summary>
    public IReadOnlyList<QuestionDraft> Inner { get; init; } = [];

    /// <summary>Values computed within each item of a roster, not read yet.</summary>
    public IReadOnlyList<(string Id, YamlScalar? Value)> InnerComputed { get; init; } = [];

    /// <summary>Of a roster: items at most.</summary>
    public int MostItems { get; init; }

    /// <summary>Checks that stand at it, not read yet.</summary>
    public IReadOnlyList<YamlMapping> Checks { get; init; } = [];

    /// <summary>The innermost group it stands in, or null.</summary>
    public GroupDraft? Group { get; init; }

    /// <summary>The groups it stands in, the outermost first.</summary>
    public IReadOnlyList<GroupDraft> Groups => Group?.Path ?? [];
}

/// <summary>A variable whose question is not finished yet.</summary>
internal sealed record VariableDraft(string Id, Row? Part, Option? Specify);

/// <summary>A group whose condition is not read yet.</summary>
internal sealed record GroupDraft(
    string Id,
    Text? Title,
    YamlScalar? When,
    bool IsShuffled,
    IReadOnlyList<YamlMapping> Checks,
    GroupDraft? Outer
)
{
    /// <summary>The groups that it stands in, the outermost first, and itself.</summary>
    public IReadOnlyList<GroupDraft> Path => Outer is null ? [this] : [.. Outer.Path, this];
}

/// <summary>A section whose expressions are not read yet.</summary>
internal sealed record SectionDraft(
    string Id,
    Text Title,
    Text? Intro,
    YamlScalar? When,
    bool IsShuffled,
    IReadOnlyList<GroupDraft> Groups,
    IReadOnlyList<QuestionDraft> Questions,
    IReadOnlyList<YamlMapping> Checks
);
