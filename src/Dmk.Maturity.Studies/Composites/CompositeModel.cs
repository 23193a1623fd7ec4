using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>A composite of columns, as its file says.</summary>
/// <param name="Screen">Units with a smaller share of their indicators have no score; 0 keeps all.</param>
/// <param name="Columns">By leaf, in the order of <see cref="CompositeNode.Leaf.Column"/>.</param>
public sealed record CompositeModel(string Id, double Screen, CompositeNode.Branch Root, IReadOnlyList<CompositeColumn> Columns)
{
    /// <summary>The share is taken after imputing.</summary>
    public bool ScreensImputed { get; init; }

    /// <summary>By id of the node, the lowest first; none where the file names none.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyList<CompositeLevel>> Levels { get; init; }

    public bool HasLevels => Levels.Values.Any(levels => levels.Count > 0);

    public CompositeDoubtRules Doubts { get; init; } = new();

    /// <exception cref="DataException">The file has mistakes; the message lists them all.</exception>
    public static CompositeModel Read(string path)
    {
        var problems = new List<Problem>();
        var parsed = YamlFile.Text(path, problems) is { } yaml ? Parse(yaml, path) : new(null, problems);
        return parsed.Value ?? throw new DataException(string.Join(Environment.NewLine, parsed.Problems));
    }

    /// <param name="file">The name that problems show.</param>
    public static Parsed<CompositeModel> Parse(string yaml, string file) => CompositeModelReader.Parse(yaml, file);

    /// <summary>What has to stand in the table.</summary>
    /// <param name="unit">The column with the names of the units.</param>
    public IReadOnlyList<WantedColumn> Wanted(string unit) =>
        [
            new(unit, ColumnContent.Names),
            .. Columns
                .Select(column => column.Impute)
                .OfType<ImputeRule.GroupMean>()
                .Select(rule => new WantedColumn(rule.Column, ColumnContent.Names)),
            .. Columns.Select(column => new WantedColumn(column.Column, ColumnContent.Numbers)),
            .. Columns.Select(column => column.Denominator).OfType<string>().Select(name => new WantedColumn(name, ColumnContent.Numbers)),
        ];
}
