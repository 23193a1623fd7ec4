using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("Response"), Description("A company's response as it stands.")]
internal sealed class ResponseView(ResponseState state, Questionnaire questionnaire, Language language)
{
    private readonly Interview _interview = Interview.Of(questionnaire, state.Answers);

    [Id, Description("The study it belongs to.")]
    public string StudyId => state.StudyId;

    [Description("Where it stands in its life.")]
    public ResponseStatus Status => state.Status;

    [Description("Grows with every save; 0 before the first. Send it back as baseRevision.")]
    public int Revision => checked((int)state.Revision);

    [Description("Whether the study takes answers now.")]
    public bool FieldIsOpen => state.FieldIsOpen;

    [Description("All that was answered, by variable. A value off the path is kept until submission, and counts nowhere."), ListSize(150)]
    public IEnumerable<AnswerView> Answers => state.Answers.All.Select(pair => new AnswerView(pair.Key, pair.Value));

    [Description("Proof of the submission; null before it.")]
    public ReceiptView? Receipt => state.Receipt is { } receipt ? new ReceiptView(receipt) : null;

    [Description("The questionnaire that it answers.")]
    public QuestionnaireView Questionnaire => new(questionnaire, language);

    [Description("How much of what is asked has been answered.")]
    public AnsweredView Progress => AnsweredView.Of(_interview, null);

    [Description("Which sections and questions are on the path now, in order."), ListSize(15)]
    public IEnumerable<SectionStateView> Sections =>
        questionnaire.Sections.Select(section => new SectionStateView(section, _interview, language));
}
