using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>All nodes of a study's index models with one number each, model after model, and which of their figures belong
/// together.</summary>
public sealed class NodeFamily
{
    /// <summary>The depth of what is shown first: the index and its dimensions.</summary>
    public const int Headline = 1;

    private readonly int[] _first;

    public NodeFamily(IReadOnlyList<IndexModel> models)
    {
        Models = models;
        _first = new int[models.Count];
        var nodes = new List<(int Model, IndexNode Node)>();
        for (var model = 0; model < models.Count; model++)
        {
            _first[model] = nodes.Count;
            nodes.AddRange(models[model].Nodes.Select(node => (model, node)));
        }

        Parents = [.. nodes.Select(one => one.Node.Parent is { } parent ? _first[one.Model] + parent : -1)];
        Depths = [.. nodes.Select(one => one.Node.Depth)];
        Counts = [.. nodes.Select(one => one.Node.Weight > 0)];
        Weights = [.. nodes.Select(one => one.Node.Weight)];
        Parts =
        [
            .. Enumerable
                .Range(0, nodes.Count)
                .Select(node =>
                    (IReadOnlyList<int>)[.. Enumerable.Range(0, nodes.Count).Where(part => Parents[part] == node && Counts[part])]
                ),
        ];
        Twins = TwinsOf(nodes, models);
        Headlines = [.. Enumerable.Range(0, nodes.Count).Where(node => Depths[node] <= Headline)];
    }

    public IReadOnlyList<IndexModel> Models { get; }

    public int Count => Parents.Count;

    /// <summary>Per node the number of its parent; -1 for an index.</summary>
    public IReadOnlyList<int> Parents { get; }

    /// <summary>0 for an index, 1 for a dimension.</summary>
    public IReadOnlyList<int> Depths { get; }

    /// <summary>The numbers of the indices and their dimensions, ascending.</summary>
    public IReadOnlyList<int> Headlines { get; }

    /// <summary>Whether a node has a weight in its parent.</summary>
    public IReadOnlyList<bool> Counts { get; }

    /// <summary>Relative to those of their siblings.</summary>
    public IReadOnlyList<double> Weights { get; }

    /// <summary>Per node the numbers of those below it that have a weight.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Parts { get; }

    /// <summary>Indicators that are made from the same answers, in whichever models: the figure of one tells that of the others.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Twins { get; }

    /// <param name="model">Its place in the study.</param>
    public int NumberOf(int model, IndexNode node) => _first[model] + node.Index;

    /// <summary>The nodes of other models that belong together with one: those of the same id in other versions of its index, and its
    /// twins.</summary>
    public IReadOnlyList<int> TogetherWith(int node)
    {
        var model = Models.Count - 1;
        while (_first[model] > node)
        {
            model--;
        }

        var id = Models[model].Nodes[node - _first[model]].Id;
        var versions = Models
            .Index()
            .Where(one => one.Index != model && one.Item.Id == Models[model].Id && one.Item.Node(id) is not null)
            .Select(one => NumberOf(one.Index, one.Item.Node(id)!));
        var twins = Twins.Where(twins => twins.Contains(node)).SelectMany(twins => twins);
        var end = model + 1 < Models.Count ? _first[model + 1] : Count;
        return [.. versions.Union(twins).Where(one => one < _first[model] || one >= end)];
    }

    private static List<IReadOnlyList<int>> TwinsOf(List<(int Model, IndexNode Node)> nodes, IReadOnlyList<IndexModel> models) =>
        [
            .. nodes
                .Select((one, number) => (Number: number, Read: models[one.Model].VariablesOf(one.Node)))
                .Where(one => one.Read.Count > 0)
                .GroupBy(one => string.Join(' ', one.Read.Order(StringComparer.Ordinal)), one => one.Number)
                .Where(twins => twins.Count() > 1)
                .Select(twins => (IReadOnlyList<int>)[.. twins]),
        ];
}
