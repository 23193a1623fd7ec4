namespace Dmk.Maturity.Questionnaires;

/// <summary>Every code that the readers, the linter and the checks of index models and studies report, with what it means and what to
/// do.</summary>
public static class ProblemCatalogue
{
    private const string File = "problem-codes.yaml";

    private static readonly Dictionary<string, Severity> _severities = new(StringComparer.Ordinal)
    {
        ["error"] = Severity.Error,
        ["warning"] = Severity.Warning,
    };

    private static readonly Lazy<IReadOnlyList<ProblemCode>> _all = new(Read);

    /// <summary>By area.</summary>
    public static IReadOnlyList<ProblemCode> All => _all.Value;

    /// <returns>Null when there is no such code.</returns>
    public static ProblemCode? Find(string code) => All.FirstOrDefault(one => one.Code == code);

    private static List<ProblemCode> Read()
    {
        using var stream = typeof(ProblemCatalogue).Assembly.GetManifestResourceStream($"{typeof(ProblemCatalogue).Namespace}.{File}")!;
        using var text = new StreamReader(stream);
        var problems = new List<Problem>();
        var codes = YamlFile.Parse(text.ReadToEnd(), File, problems)?.Required("codes")?.AsMappings().Select(Code).ToList();
        return codes is not null && problems.Count == 0
            ? codes
            : throw new InvalidOperationException(string.Join(Environment.NewLine, problems));
    }

    private static ProblemCode Code(YamlMapping yaml)
    {
        var code = new ProblemCode(
            yaml.Required("code")?.AsId() ?? "",
            yaml.Required("area")?.AsString() ?? "",
            [.. (yaml.Required("severity")?.AsList()?.Items ?? []).Select(one => one.AsChoice(_severities)).OfType<Severity>()],
            yaml.Required("means")?.AsString() ?? "",
            yaml.Required("do")?.AsString() ?? "",
            yaml.Optional("example")?.AsString()
        );
        yaml.NothingElse();
        return code;
    }
}
