using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>Further versions of the small questionnaire.</summary>
internal static class SmallVersions
{
    /// <summary>Reads differently, means the same.</summary>
    public static string Reworded { get; } = Edited("1.0.1", ("Do you use AI?", "Does your company use AI?"));

    /// <summary>Drafts carry on: one option more, and the options in another order.</summary>
    public static string Compatible { get; } =
        Edited(
            "1.1.0",
            ("          - { code: office, de: \"Büro\", en: \"Office\" }\n", ""),
            (
                "          - { code: production, de: \"Produktion\", en: \"Production\" }\n",
                "          - { code: production, de: "
                    + "\"Produktion\", en: \"Production\" }\n          - { code: research, de: \"Forschung\", en: \"Research\" }\n "
                    + "         - "
                    + "{ code: office, de: \"Büro\", en: \"Office\" }\n"
            )
        );

    /// <summary>After the compatible one. Drafts stay: a reason is offered no more. The series goes on.</summary>
    public static string Stricter { get; } =
        Compatible
            .Replace("version: 1.1.0", "version: 1.2.0", StringComparison.Ordinal)
            .Replace("max: 500000, missing: [refused]", "max: 500000", StringComparison.Ordinal);

    public static string Edited(string version, params (string Find, string Put)[] edits) =>
        edits
            .Append(("version: 1.0.0", $"version: {version}"))
            .Aggregate(
                Server.Small("questionnaire.yaml").ReplaceLineEndings("\n"),
                (yaml, edit) =>
                {
                    Assert.Contains(edit.Item1, yaml, StringComparison.Ordinal);
                    return yaml.Replace(edit.Item1, edit.Item2, StringComparison.Ordinal);
                }
            );

    public static Questionnaire Read(string yaml) => Questionnaire.Parse(yaml, "small.yaml", new([])).OrThrow();
}
