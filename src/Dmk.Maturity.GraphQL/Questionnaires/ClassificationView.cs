using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("Classification"), Description("A code list shared by questionnaires and studies.")]
internal sealed class ClassificationView(Classification classification, Language language)
{
    [Id, Description("As in land.")]
    public string Id => classification.Id;

    [Description("The title.")]
    public string Title => classification.Title.In(language);

    [Description("Who publishes it, and where.")]
    public string Source => classification.Source;

    [Description("The edition.")]
    public string Edition => classification.Edition;

    [Description("Its entries, in their usual order."), ListSize(100)]
    public IEnumerable<ClassificationEntryView> Entries =>
        classification.Entries.Select(entry => new ClassificationEntryView(entry, classification, language));
}
