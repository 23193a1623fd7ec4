using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>How the columns of a file of microdata are called: for whoever writes it, and whoever says how to estimate from it.</summary>
public sealed class MicrodataColumns
{
    /// <summary>A keyed hash of the company's id in the frame.</summary>
    public const string Pseudonym = "pseudonym";

    /// <summary>Whose scores the file holds, with its version, in every row: so that no figure of another index is taken from it.</summary>
    public const string Index = "index";

    /// <summary>Where the company was drawn.</summary>
    public const string Stratum = "stratum";

    /// <summary>The weighting class.</summary>
    public const string Class = "class";

    /// <summary>Companies of the frame in the class.</summary>
    public const string Population = "population";

    /// <summary>As tables use it.</summary>
    public const string Weight = "weight";

    /// <summary>Only where the study calibrates.</summary>
    public const string WeightBefore = "weight_before_calibration";

    private readonly string[] _scores;

    private MicrodataColumns(StudyDesign design, IndexModel model)
    {
        var rule = design.Weights.Calibration;
        Design = design;
        Model = model;
        Margins = rule?.Margins ?? [];
        string[] before =
        [
            Pseudonym,
            Index,
            Stratum,
            Class,
            Population,
            Weight,
            .. rule is null ? Array.Empty<string>() : [WeightBefore],
            .. design.Variables.Select(variable => variable.Id),
            .. Margins.Where(margin => margin.Count > 1).Select(Margin),
        ];
        _scores = [.. model.Nodes.Select(node => NameOf(node, before))];
        Names = [.. before, .. _scores, .. LevelsOf(model)];
    }

    /// <summary>All, in their order; answers come after them.</summary>
    public IReadOnlyList<string> Names { get; }

    internal StudyDesign Design { get; }

    internal IndexModel Model { get; }

    /// <summary>Those to which the study calibrates; empty where it does not.</summary>
    internal IReadOnlyList<IReadOnlyList<ReportingVariable>> Margins { get; }

    /// <summary>Whether there is a column for the level of each node.</summary>
    internal bool HasLevels => Model.Levels.Count > 0;

    public static MicrodataColumns Of(StudyDesign design, IndexModel model) => new(design, model);

    /// <summary>Of an answer, which may be called like a node.</summary>
    public static string Answer(string variable) => $"answer.{variable}";

    /// <summary>The column of a margin: its variable, or the codes of several together.</summary>
    internal static string Margin(IReadOnlyList<ReportingVariable> margin) => string.Join('.', margin.Select(variable => variable.Id));

    /// <summary>The codes of a company in a margin.</summary>
    internal static string MarginCode(IReadOnlyList<ReportingVariable> margin, ReportingCell cell) =>
        string.Join(ReportingCell.Separator, margin.Select(variable => variable.CodeOf(cell)));

    internal string Score(IndexNode node) => _scores[node.Index];

    internal string Level(IndexNode node) => $"level.{Score(node)}";

    private static string NameOf(IndexNode node, string[] taken)
    {
        var name = node.Index == 0 ? ResultRequest.WholeIndex : node.Id;
        return taken.Contains(name) ? $"score.{name}" : name;
    }

    private IEnumerable<string> LevelsOf(IndexModel model) => HasLevels ? model.Nodes.Select(Level) : [];
}
