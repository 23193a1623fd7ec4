namespace Dmk.Maturity.Questionnaires;

/// <summary>A kind of change with its verdicts. The list is closed: a change is of one of these kinds.</summary>
/// <param name="Code">Stable, kebab case, as in <c>option-added</c>.</param>
/// <param name="Consequence">What follows for drafts and for results, in a sentence.</param>
public sealed record ChangeKind(string Code, DraftVerdict Drafts, SeriesVerdict Series, string Consequence)
{
    private const DraftVerdict CarryOn = DraftVerdict.CarryOn;
    private const DraftVerdict Stay = DraftVerdict.Stay;
    private const SeriesVerdict Comparable = SeriesVerdict.Comparable;
    private const SeriesVerdict Shifted = SeriesVerdict.Shifted;
    private const SeriesVerdict Broken = SeriesVerdict.Broken;

    public static ChangeKind TextChanged { get; } =
        new(
            "text-changed",
            CarryOn,
            Comparable,
            "Whoever publishes vouches that it means the same; what means something else needs another id or code."
        )
        {
            IsText = true,
        };

    public static ChangeKind NoteAdded { get; } = new("note-added", CarryOn, Comparable, "There is nothing to answer.") { IsText = true };

    public static ChangeKind NoteRemoved { get; } =
        new("note-removed", CarryOn, Comparable, "There was nothing to answer.") { IsText = true };

    public static ChangeKind LabelMoved { get; } = new("label-moved", Stay, Broken, "Answers under the same code mean something else now.");

    public static ChangeKind QuestionnaireChanged { get; } =
        new("questionnaire-changed", Stay, Broken, "These are two questionnaires, not two versions of one.");

    public static ChangeKind SectionAdded { get; } = new("section-added", CarryOn, Comparable, "Its questions are listed one by one.");

    public static ChangeKind SectionRemoved { get; } = new("section-removed", CarryOn, Comparable, "Its questions are listed one by one.");

    public static ChangeKind Reordered { get; } =
        new("reordered", CarryOn, Shifted, "Every answer stays as it is; but what comes first is chosen more often.");

    public static ChangeKind QuestionMoved { get; } =
        new("question-moved", CarryOn, Shifted, "Every answer stays as it is; but what was asked before may colour it.");

    public static ChangeKind QuestionAdded { get; } =
        new("question-added", CarryOn, Comparable, "Drafts hold no answer to it yet, and may go without.");

    public static ChangeKind RequiredQuestionAdded { get; } =
        new("required-question-added", Stay, Comparable, "A company that was nearly done would have to answer it.");

    public static ChangeKind QuestionRemoved { get; } =
        new("question-removed", Stay, Broken, "Drafts may hold an answer to it, which would be lost.");

    public static ChangeKind TypeChanged { get; } = new("type-changed", Stay, Broken, "Answers that drafts hold are not of this type.");

    public static ChangeKind UnitChanged { get; } = new("unit-changed", Stay, Broken, "The same number means something else now.");

    public static ChangeKind RoutingChanged { get; } =
        new("routing-changed", Stay, Broken, "It is asked of other companies; answers that drafts hold could fall off the path.");

    public static ChangeKind RequiredAdded { get; } =
        new("required-added", Stay, Shifted, "A company that left it blank on purpose could not submit any more.");

    public static ChangeKind RequiredRemoved { get; } = new("required-removed", CarryOn, Shifted, "More companies may leave it blank.");

    public static ChangeKind PrefillChanged { get; } =
        new("prefill-changed", CarryOn, Shifted, "Drafts keep what they hold; but what stands there already is left there more often.");

    public static ChangeKind ReasonAdded { get; } = new("reason-added", CarryOn, Shifted, "Some who answered so far will choose it.");

    public static ChangeKind ReasonWithdrawn { get; } =
        new("reason-withdrawn", Stay, Shifted, "Drafts may hold this reason, which would not be possible any more.");

    public static ChangeKind OptionAdded { get; } =
        new(
            "option-added",
            CarryOn,
            Shifted,
            "Every answer stays possible; but some who chose another option so far will choose this one."
        );

    public static ChangeKind OptionRemoved { get; } =
        new("option-removed", Stay, Broken, "Drafts may hold it, and who would have chosen it must choose something else.");

    public static ChangeKind ClassificationChanged { get; } =
        new("classification-changed", Stay, Broken, "The same code means something else in another classification.");

    public static ChangeKind ExclusiveChanged { get; } =
        new(
            "exclusive-changed",
            Stay,
            Broken,
            "Sets of options that drafts hold may not be possible any more, and ticked options are counted in another way."
        );

    public static ChangeKind SpecifyAdded { get; } =
        new("specify-added", CarryOn, Comparable, "Drafts hold no words for it yet, and may go without.");

    public static ChangeKind SpecifyRequired { get; } =
        new("specify-required", Stay, Comparable, "A company that chose it without words could not submit any more.");

    public static ChangeKind SpecifyEased { get; } = new("specify-eased", CarryOn, Comparable, "Words that were needed may be left out.");

    public static ChangeKind SpecifyRemoved { get; } = new("specify-removed", Stay, Broken, "Words that drafts hold would be lost.");

    public static ChangeKind RowAdded { get; } =
        new("row-added", CarryOn, Comparable, "Drafts hold no answer to it yet, and may go without.");

    public static ChangeKind RequiredRowAdded { get; } =
        new("required-row-added", Stay, Comparable, "A company that was nearly done would have to answer it.");

    public static ChangeKind PartAdded { get; } =
        new(
            "part-added",
            Stay,
            Broken,
            "Its parts are taken together, by their sum or by an expression: the other parts mean something else beside this one."
        );

    public static ChangeKind RowRemoved { get; } =
        new("row-removed", Stay, Broken, "Drafts may hold an answer to it, which would be lost.");

    public static ChangeKind LimitLoosened { get; } =
        new("limit-loosened", CarryOn, Shifted, "Every answer stays possible; answers that were refused so far are possible now.");

    public static ChangeKind LimitTightened { get; } =
        new("limit-tightened", Stay, Shifted, "Drafts may hold answers that are not possible any more.");

    public static ChangeKind LimitChanged { get; } =
        new("limit-changed", Stay, Shifted, "It depends on other answers, so drafts may hold answers that are not possible any more.");

    public static ChangeKind TotalChanged { get; } =
        new("total-changed", Stay, Broken, "The parts add up to something else, so each of them means something else.");

    public static ChangeKind ComputedAdded { get; } = new("computed-added", CarryOn, Comparable, "It asks nothing of anybody.");

    public static ChangeKind ComputedRemoved { get; } =
        new("computed-removed", CarryOn, Broken, "No answer is touched; but what was reported from it ends.");

    public static ChangeKind ComputedChanged { get; } = new("computed-changed", Stay, Broken, "The same answers give another value.");

    public static ChangeKind CheckAdded { get; } = new("check-added", CarryOn, Comparable, "It forbids nothing.");

    public static ChangeKind CheckRemoved { get; } = new("check-removed", CarryOn, Comparable, "It forbade nothing.");

    public static ChangeKind CheckChanged { get; } = new("check-changed", CarryOn, Comparable, "It forbids nothing.");

    public static ChangeKind HardCheckAdded { get; } =
        new("hard-check-added", Stay, Shifted, "Answers that drafts hold may not be submitted any more.");

    public static ChangeKind HardCheckChanged { get; } =
        new("hard-check-changed", Stay, Shifted, "Answers that drafts hold may not be submitted any more.");

    public static ChangeKind HardCheckLifted { get; } =
        new("hard-check-lifted", CarryOn, Shifted, "Answers that could not be submitted so far can be now.");

    /// <summary>In the order of this file.</summary>
    public static IReadOnlyList<ChangeKind> All { get; } =
    [
        TextChanged,
        NoteAdded,
        NoteRemoved,
        LabelMoved,
        QuestionnaireChanged,
        SectionAdded,
        SectionRemoved,
        Reordered,
        QuestionMoved,
        QuestionAdded,
        RequiredQuestionAdded,
        QuestionRemoved,
        TypeChanged,
        UnitChanged,
        RoutingChanged,
        RequiredAdded,
        RequiredRemoved,
        PrefillChanged,
        ReasonAdded,
        ReasonWithdrawn,
        OptionAdded,
        OptionRemoved,
        ClassificationChanged,
        ExclusiveChanged,
        SpecifyAdded,
        SpecifyRequired,
        SpecifyEased,
        SpecifyRemoved,
        RowAdded,
        RequiredRowAdded,
        PartAdded,
        RowRemoved,
        LimitLoosened,
        LimitTightened,
        LimitChanged,
        TotalChanged,
        ComputedAdded,
        ComputedRemoved,
        ComputedChanged,
        CheckAdded,
        CheckRemoved,
        CheckChanged,
        HardCheckAdded,
        HardCheckChanged,
        HardCheckLifted,
    ];

    /// <summary>Only what people read.</summary>
    public bool IsText { get; private init; }

    /// <summary>How far the version number must grow at least.</summary>
    public VersionStep Step =>
        IsText ? VersionStep.Patch
        : Series == SeriesVerdict.Broken ? VersionStep.Major
        : VersionStep.Minor;

    public override string ToString() => Code;
}
