using System.Text.Json.Nodes;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>The schemas that editors complete and complain with, against the files of this repository.</summary>
public class SchemaTests
{
    /// <summary>What a schema can see without knowing what names and rules mean.</summary>
    private static readonly string[] _structural =
    [
        "unknown-key",
        "missing-key",
        "wrong-kind",
        "unknown-choice",
        "missing-translation",
        "empty-list",
    ];

    /// <summary>Structural to the reader, but beyond a schema: a text that nobody can see or that lacks a
    /// language that the file has, a key that goes only with the word behind another, no
    /// mapping at all, levels that the classification lacks or none of them, a message without its pattern, the empty value as
    /// an id.</summary>
    private static readonly string[] _beyond =
    [
        "defects/missing-translation-blank.yaml",
        "defects/missing-translation-invisible.yaml",
        "defects/missing-translation-message.yaml",
        "defects/missing-translation-null.yaml",
        "defects/missing-translation-option.yaml",
        "defects/missing-translation-text.yaml",
        "defects/missing-translation-title.yaml",
        "defects/wrong-kind-explain.yaml",
        "defects/wrong-kind-top.yaml",
        "defects/empty-list-levels.yaml",
        "defects/missing-key-pattern.yaml",
        "defects/wrong-kind-id-null.yaml",
    ];

    private static readonly SchemaCheck _check = new(SchemaFile.Write(QuestionnaireShape.Root));

    public static TheoryData<string> Features { get; } = [.. DefinitionFiles.Features];

    public static TheoryData<string> Refused { get; } =
    [
        .. DefinitionFiles
            .Defects.Except(_beyond)
            .Where(file => DefinitionFiles.Expected(file) is [var only] && _structural.Contains(only.Split(' ')[0])),
    ];

    public static TheoryData<string> Shipped { get; } =
    [.. RepositoryFiles.QuestionnaireFiles.Select(path => Path.GetRelativePath(RepositoryFiles.Root, path))];

    public static TheoryData<string> ShippedClassifications { get; } =
    [
        .. Directory
            .EnumerateFiles(Path.Combine(RepositoryFiles.Root, "questionnaires", "classifications"), "*.yaml")
            .Select(path => Path.GetRelativePath(RepositoryFiles.Root, path))
            .Order(StringComparer.Ordinal),
    ];

    [Fact]
    public void The_schema_of_questionnaires_is_the_one_in_the_repository() =>
        Golden.Check("questionnaires/schema/questionnaire.schema.json", SchemaFile.Write(QuestionnaireShape.Root));

    [Fact]
    public void The_schema_of_classifications_is_the_one_in_the_repository() =>
        Golden.Check("questionnaires/schema/classification.schema.json", SchemaFile.Write(ClassificationShape.Root));

    [Theory]
    [MemberData(nameof(Features))]
    public void A_feature_fits_the_schema(string file) => Assert.Empty(_check.Faults(YamlAsJson.Of(DefinitionFiles.Text(file), file)));

    [Theory]
    [MemberData(nameof(Refused))]
    public void A_structural_defect_does_not_fit_the_schema(string file) =>
        Assert.NotEmpty(_check.Faults(YamlAsJson.Of(DefinitionFiles.Text(file), file)));

    [Theory]
    [MemberData(nameof(Shipped))]
    public void A_shipped_questionnaire_fits_the_schema(string file) => Assert.Empty(_check.Faults(Read(file)));

    [Theory]
    [MemberData(nameof(ShippedClassifications))]
    public void A_shipped_classification_fits_the_schema(string file) =>
        Assert.Empty(new SchemaCheck(SchemaFile.Write(ClassificationShape.Root)).Faults(Read(file)));

    private static JsonNode Read(string file) => YamlAsJson.Of(File.ReadAllText(Path.Combine(RepositoryFiles.Root, file)), file);
}
