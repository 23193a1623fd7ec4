using System.Globalization;
using Dmk.Maturity.Indices;
using YamlDotNet.RepresentationModel;

namespace Dmk.Maturity.Trials;

/// <summary>An index model as everybody can read it: its file.</summary>
internal sealed class ModelTree
{
    private readonly Dictionary<string, TreeNode> _nodes = [];

    private ModelTree(IndexModel model) => Model = model;

    public IndexModel Model { get; }

    public (double From, double To) Scale => (Model.ScaleFrom, Model.ScaleTo);

    public static ModelTree Of(IndexModel model)
    {
        var stream = new YamlStream();
        using var text = new StringReader(model.Source);
        stream.Load(text);
        var tree = new ModelTree(model);
        tree.Add((YamlMappingNode)stream.Documents[0].RootNode["index"]);
        return tree;
    }

    public TreeNode this[IndexNode node] => _nodes[node.Id];

    /// <summary>The children of a node with their shares of its weight.</summary>
    public IReadOnlyList<(IndexNode Child, double Share)> ChildrenOf(IndexNode node)
    {
        var children = Model.Nodes.Where(one => one.Parent == node.Index).ToArray();
        var all = children.Sum(child => child.Weight);
        return [.. children.Select(child => (child, child.Weight / all))];
    }

    private void Add(YamlMappingNode node)
    {
        _nodes[Text(node, "id")!] = new(
            Text(node, "aggregate"),
            Text(node, "question"),
            node.Children.TryGetValue("score", out var score) && score is YamlMappingNode map ? Scores(map) : null
        );
        if (node.Children.TryGetValue("children", out var children))
        {
            foreach (var child in (YamlSequenceNode)children)
            {
                Add((YamlMappingNode)child);
            }
        }
    }

    private static Dictionary<string, double?>? Scores(YamlMappingNode map)
    {
        var scores = new Dictionary<string, double?>();
        foreach (var (code, score) in map.Children)
        {
            if (
                score is not YamlScalarNode { Value: { } written }
                || ((YamlScalarNode)code).Value is not { } name
                || name.StartsWith("count", StringComparison.Ordinal)
            )
            {
                return null;
            }

            scores[name] = double.TryParse(written, CultureInfo.InvariantCulture, out var value) ? value : null;
        }

        return scores;
    }

    private static string? Text(YamlMappingNode node, string key) =>
        node.Children.TryGetValue(key, out var value) && value is YamlScalarNode scalar ? scalar.Value : null;
}

/// <param name="Aggregate">Null for an indicator.</param>
/// <param name="Question">Null where a formula is scored, or children are.</param>
/// <param name="Scores">Of a choice: the score of each code, null where it is left out; else null.</param>
internal sealed record TreeNode(string? Aggregate, string? Question, IReadOnlyDictionary<string, double?>? Scores);
