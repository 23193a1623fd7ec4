using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("ClassificationEntry"), Description("A code with its label.")]
internal sealed class ClassificationEntryView(ClassificationEntry entry, Classification classification, Language language)
{
    [Description("The code.")]
    public string Code => entry.Code;

    [Description("The label.")]
    public string Label => entry.Label.In(language);

    [Description("The language of the label: German where it is asked for in another one that the classification does not have.")]
    public Language LabelLanguage => classification.Spoken(language);

    [Description("The code of the entry above it, where the classification is a tree.")]
    public string? Parent => entry.Parent;

    [Description("Further facts of the entry, such as nuts1 of a Land."), ListSize(5)]
    public IEnumerable<PropertyView> Properties => entry.Properties.Select(pair => new PropertyView(pair.Key, pair.Value));
}
