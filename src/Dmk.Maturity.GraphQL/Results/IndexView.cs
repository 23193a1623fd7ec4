using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("Index"), Description("An index model: how the answers of one company become scores. It never changes.")]
internal sealed class IndexView(IndexModel model, Language language)
{
    [Id, Description("As in dmk-reifegrad.")]
    public string Id => model.Id;

    [Description("Semantic version, as in 1.0.0.")]
    public string Version => model.Version;

    [Description("SHA-256 over the text of its file, lower-case hexadecimal.")]
    public string Hash => model.Hash;

    [Description("The title.")]
    public string Title => model.Title.In(language);

    [Description("The lowest possible score.")]
    public double ScaleFrom => model.ScaleFrom;

    [Description("The highest possible score.")]
    public double ScaleTo => model.ScaleTo;

    [Description("The named levels, from the lowest."), ListSize(6)]
    public IEnumerable<LevelView> Levels => model.Levels.Select(level => new LevelView(level, language));

    [Description("The index, its dimensions and indicators: parents before children."), ListSize(60)]
    public IEnumerable<NodeView> Nodes => model.Nodes.Select(node => new NodeView(node, model, language));
}
