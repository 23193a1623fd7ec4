using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("Level"), Description("A named level of maturity.")]
internal sealed class LevelView(Level level, Language language)
{
    [Id, Description("As in einsteiger.")]
    public string Id => level.Id;

    [Description("Its lower bound (included); it goes up to the next level's.")]
    public double From => level.From;

    [Description("The name.")]
    public string Title => level.Title.In(language);
}
