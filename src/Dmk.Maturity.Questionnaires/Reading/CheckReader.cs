namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads checks: <c>{ id, level, must, unknown: pass, message, explain: required }</c>.</summary>
internal sealed class CheckReader(TextPlaces texts)
{
    private static readonly Dictionary<string, CheckLevel> _levels = new(StringComparer.Ordinal)
    {
        ["hard"] = CheckLevel.Hard,
        ["soft"] = CheckLevel.Soft,
        ["info"] = CheckLevel.Info,
    };
    private static readonly Dictionary<string, bool> _unknown = new(StringComparer.Ordinal) { ["pass"] = false, ["fail"] = true };
    private static readonly Dictionary<string, Explanation> _explain = new(StringComparer.Ordinal)
    {
        ["no"] = Explanation.None,
        ["optional"] = Explanation.Optional,
        ["required"] = Explanation.Required,
    };

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public IEnumerable<Check> Read(IReadOnlyList<YamlMapping> mappings, CheckScope scope, ExpressionReader expressions) =>
        [.. mappings.Select(one => Read(one, scope, expressions)).OfType<Check>()];

    private Check? Read(YamlMapping yaml, CheckScope scope, ExpressionReader expressions)
    {
        var idNode = yaml.Required("id");
        var id = idNode?.AsId();
        if (id is not null && !_ids.Add(id))
        {
            idNode!.Report("duplicate-id", $"There are two checks '{id}'. Rename one.");
        }

        var level = yaml.Required("level")?.AsChoice(_levels);
        var must = expressions.NotConstant(yaml.Required("must")?.AsScalar());
        var unknownFails = yaml.Optional("unknown")?.AsChoice(_unknown) ?? false;
        var message = texts.Read(yaml.Required("message"));
        var explainNode = yaml.Optional("explain");
        var explain = explainNode?.AsChoice(_explain) ?? Explanation.None;
        if (explain != Explanation.None && level is not (null or CheckLevel.Soft))
        {
            explainNode!.Report("wrong-kind", "Only a soft check can be explained. Remove 'explain', or make the check soft.");
        }

        yaml.NothingElse();
        return id is null || level is null || must is null || message is null
            ? null
            : new(id, level.Value, must, unknownFails, message, explain, scope);
    }
}
