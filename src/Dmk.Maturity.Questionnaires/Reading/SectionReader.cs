namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads one section: its questions, some of them in groups (<c>- { group: id, when: ..., questions: [...] }</c>).</summary>
/// <param name="ids">Names that are taken; sections and groups each have their own.</param>
internal sealed class SectionReader(CodeLists codeLists, TextPlaces texts, HashSet<string> ids, Func<YamlNode, bool> isNew)
{
    public SectionDraft Read(YamlMapping yaml)
    {
        var id = GroupReader.Id(yaml.Required("id"), "section", ids);
        var title = texts.Read(yaml.Required("title")) ?? QuestionReader.NoText;
        var intro = texts.Read(yaml.Optional("intro"));
        var when = yaml.Optional("when")?.AsScalar();
        var isShuffled = QuestionReader.ReadOrder(yaml, "order");
        var checks = yaml.Optional("checks")?.AsMappings() ?? [];
        var groups = new GroupReader(texts, ids, Question);
        var questions = groups.Read(yaml.Required("questions"), "section");
        yaml.NothingElse();
        return new(
            id,
            title,
            intro,
            when,
            isShuffled,
            [.. groups.All.Where(group => questions.Exists(question => question.Groups.Any(one => ReferenceEquals(one, group))))],
            questions,
            checks
        );
    }

    private QuestionDraft Question(YamlMapping yaml) => new QuestionReader(yaml, codeLists, texts, isNew) { GroupIds = ids }.Read();
}
