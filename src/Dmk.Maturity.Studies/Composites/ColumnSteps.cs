using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>What is done to columns below a node of a composite, unless a node further down says otherwise.</summary>
internal sealed record ColumnSteps
{
    private static readonly Dictionary<string, LogTransform> _logs = new(StringComparer.Ordinal)
    {
        ["log"] = LogTransform.Shifted,
        ["gii"] = LogTransform.GlobalInnovationIndex,
        ["none"] = LogTransform.None,
    };

    private readonly ColumnScaleReader _scales;

    private ColumnSteps(double from, double to) => (_scales, Normalisation) = (new(from, to), new ColumnScale.MinMax(from, to));

    public ImputeRule Impute { get; private init; } = new ImputeRule.None();

    public OutlierRule? Treat { get; private init; }

    /// <summary>By which all columns are divided that <see cref="Denominators"/> does not name.</summary>
    private string? Denominator { get; init; }

    private Dictionary<string, string> Denominators { get; init; } = [];

    /// <summary>Null for goalposts, which every leaf names itself.</summary>
    private ColumnScale? Normalisation { get; init; }

    public static ColumnSteps Default(double from, double to) => new(from, to);

    /// <summary>What this node says, and for the rest what stands above it.</summary>
    public ColumnSteps Below(YamlMapping node)
    {
        var steps = node.Optional("denominate") is { } denominate ? Denominated(denominate) : this;
        steps = node.Optional("impute") is { } impute ? steps with { Impute = Imputed(impute) } : steps;
        steps = node.Optional("treat") is { } treat ? steps with { Treat = Treated(treat) } : steps;
        return node.Optional("normalise") is { } normalise ? steps with { Normalisation = _scales.Read(normalise) } : steps;
    }

    public string? DenominatorOf(string column) => Denominators.GetValueOrDefault(column) ?? Denominator;

    /// <returns>Null where the file has a mistake.</returns>
    public ColumnScale? Scale(YamlMapping leaf)
    {
        var (posts, bands) = (leaf.Optional("goalposts"), leaf.Optional("bands"));
        if (posts is not null && bands is not null)
        {
            bands.Report("two-scales", "A column has goalposts or bands, not both. Remove one of them.");
        }

        if ((posts ?? bands) is { } own)
        {
            return posts is null ? _scales.Bands(own) : _scales.Goalposts(own);
        }

        if (Normalisation is null)
        {
            leaf.Report("missing-key", "The key 'goalposts' is missing here: normalise says goalposts. Add { low: ..., high: ... }.");
        }

        return Normalisation;
    }

    /// <summary>A column for all below, <c>none</c>, or a mapping from columns to theirs.</summary>
    private ColumnSteps Denominated(YamlNode node)
    {
        if (node is not YamlMapping mapping)
        {
            return this with { Denominator = node.AsString() is { } column && column != "none" ? column : null };
        }

        var named = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in mapping.Entries)
        {
            if (value is YamlList list)
            {
                foreach (var column in list.AsStrings())
                {
                    named[column] = key.Value;
                }
            }
            else if (value.AsString() is { } by)
            {
                named[key.Value] = by;
            }
        }

        return this with
        {
            Denominators = named,
        };
    }

    private static ImputeRule Imputed(YamlNode node)
    {
        var written = node is YamlMapping mapping ? GroupOf(mapping) : node.AsString();
        switch (written)
        {
            case "none" or null:
                return new ImputeRule.None();
            case "mean":
                return new ImputeRule.Mean();
            case "median":
                return new ImputeRule.Median();
            case { } word when word.StartsWith("groupMean(", StringComparison.Ordinal) && word.EndsWith(')'):
                return new ImputeRule.GroupMean(word["groupMean(".Length..^1].Trim());
            default:
                node.Report("unknown-choice", $"'{written}' is not known here. Allowed: mean, median, groupMean(COLUMN), none.");
                return new ImputeRule.None();
        }
    }

    private static string? GroupOf(YamlMapping mapping)
    {
        var column = mapping.Required("groupMean")?.AsString();
        mapping.NothingElse();
        return column is null ? null : $"groupMean({column})";
    }

    private static OutlierRule? Treated(YamlNode node)
    {
        if (node is YamlScalar { Value: "none" } || node.AsMapping() is not { } mapping)
        {
            return null;
        }

        var usual = OutlierRule.Usual;
        var rule = new OutlierRule(
            (double?)mapping.Optional("skewness")?.AsDecimal(0) ?? usual.Skewness,
            (double?)mapping.Optional("kurtosis")?.AsDecimal() ?? usual.Kurtosis,
            mapping.Optional("winsorise")?.AsInteger(0) ?? usual.MostWinsorised,
            mapping.Optional("otherwise")?.AsChoice(_logs) ?? usual.Otherwise
        );
        mapping.NothingElse();
        return rule;
    }
}
