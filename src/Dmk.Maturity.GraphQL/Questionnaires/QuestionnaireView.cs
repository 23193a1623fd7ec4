using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[
    Name("Questionnaire"),
    Description("A published version of a questionnaire: what is asked, of whom, and what must hold. It never changes.")
]
internal sealed class QuestionnaireView(Questionnaire questionnaire, Language language)
{
    [Id, Description("The same for all versions.")]
    public string Id => questionnaire.Id;

    [Description("Semantic version, as in 1.0.0.")]
    public string Version => questionnaire.Version;

    [Description("SHA-256 over the text of its file, lower-case hexadecimal.")]
    public string Hash => questionnaire.Hash;

    [Description("The title.")]
    public string Title => questionnaire.Title.In(language);

    [Description("What a company reads first.")]
    public string? Intro => questionnaire.Intro?.In(language);

    [Description("Minutes that reading and answering all of its questions take, by words and answers; looking figures up is not counted.")]
    public double Minutes => FillingTime.MinutesOf(questionnaire, language);

    [Description("Its sections, in the order in which they are asked."), ListSize(15)]
    public IEnumerable<SectionView> Sections => questionnaire.Sections.Select(section => new SectionView(section, questionnaire, language));

    [Description("The rules over answers, in the order of the file."), ListSize(20)]
    public IEnumerable<CheckRuleView> Checks => questionnaire.Checks.Select(check => new CheckRuleView(check, language));
}
