namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads checks: <c>{ id, level, must, unknown: pass, message, explain: optional }</c>.</summary>
internal sealed class CheckReader(ExpressionReader expressions)
{
    private static readonly Dictionary<string, CheckLevel> s_levels = new(StringComparer.Ordinal) { ["hard"] = CheckLevel.Hard, ["soft"] = CheckLevel.Soft, ["info"] = CheckLevel.Info };
    private static readonly Dictionary<string, bool> s_unknown = new(StringComparer.Ordinal) { ["pass"] = false, ["fail"] = true };
    private static readonly Dictionary<string, bool> s_explain = new(StringComparer.Ordinal) { ["no"] = false, ["optional"] = true };

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    public IReadOnlyList<Check> Read(IReadOnlyList<YamlMapping> mappings) => [.. mappings.Select(Read).OfType<Check>()];

    private Check? Read(YamlMapping yaml)
    {
        var idNode = yaml.Required("id");
        var id = idNode?.AsId();
        if (id is not null && !_ids.Add(id))
        {
            idNode!.Report("duplicate-id", $"There are two checks '{id}'. Rename one.");
        }

        var level = yaml.Required("level")?.AsChoice(s_levels);
        var must = expressions.NotConstant(yaml.Required("must")?.AsScalar());
        var unknownFails = yaml.Optional("unknown")?.AsChoice(s_unknown) ?? false;
        var message = yaml.Required("message")?.AsText();
        var explainNode = yaml.Optional("explain");
        var explain = explainNode?.AsChoice(s_explain) ?? false;
        if (explain && level is not (null or CheckLevel.Soft))
        {
            explainNode!.Report("wrong-kind", "Only a soft check can be explained. Remove 'explain', or make the check soft.");
        }

        yaml.NothingElse();
        return id is null || level is null || must is null || message is null ? null : new(id, level.Value, must, unknownFails, message, explain);
    }
}
