namespace Dmk.Maturity.Questionnaires;

/// <summary>What the keys say that questions of all types share, and the drafts that are made with it.</summary>
/// <param name="id">Empty where it is no good, which was reported.</param>
internal sealed class QuestionKeys(YamlMapping yaml, Classifications classifications, string id, Text text)
{
    public string Id => id;

    public Text Text => text;

    public Text? Help { get; init; }

    /// <summary>The reasons for not answering that are offered.</summary>
    public MissingReason[] Missing { get; set; } = [];

    public bool IsRequired { get; set; }

    public PrefillReader Prefill { get; set; } = new(null, null, classifications);

    public bool ShufflesOptions { get; set; }

    public bool ShufflesRows { get; set; }

    public QuestionDraft Broken() =>
        Draft(null, [], [], _ => new Question.Note { Id = Id, Text = Text }) with
        {
            Variables = [],
            IsBroken = true,
        };

    public QuestionDraft Draft(
        ExpressionKind? kind,
        IReadOnlyList<Option> options,
        IReadOnlyList<Row> parts,
        Func<ExpressionReader, Question> finish
    )
    {
        VariableDraft[] variables =
        [
            .. parts.Select(part => new VariableDraft($"{Id}.{part.Id}", part, null)),
            .. parts.Count > 0 ? Array.Empty<VariableDraft>() : [new(Id, null, null)],
            .. options
                .Where(option => option.AsksToSpecify && parts.All(part => part.Id != option.Code))
                .Select(option => new VariableDraft($"{Id}.{option.Code}", null, option)),
        ];
        return new(Id, kind, options, parts, variables, null, finish) { Node = yaml, Missing = Missing };
    }

    public Question Complete(Question question)
    {
        Prefill.Check(question);
        return question with
        {
            Help = Help,
            Missing = Missing,
            Required = IsRequired,
            Prefill = Prefill.Field,
            OptionsAreShuffled = ShufflesOptions,
            RowsAreShuffled = ShufflesRows,
        };
    }
}
