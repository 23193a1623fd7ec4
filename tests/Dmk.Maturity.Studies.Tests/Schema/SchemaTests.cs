using System.Text.Json.Nodes;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Questionnaires.Tests;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>The schemas of index models and studies: against the repository, against shipped files, and against what the readers say they
/// know.</summary>
public class SchemaTests
{
    private const string Strange = "zzzzzzzzz";

    public static TheoryData<string> Indices { get; } = Files("index.yaml");

    public static TheoryData<string> Studies { get; } = Files("study.yaml");

    [Fact]
    public void The_schemas_are_those_in_the_repository()
    {
        Check("index", IndexModelShape.Root);
        Check("study", StudyShape.Root);
    }

    [Theory]
    [MemberData(nameof(Indices))]
    public void A_shipped_index_model_fits_the_schema(string file) =>
        Assert.Empty(new SchemaCheck(SchemaFile.Write(IndexModelShape.Root)).Faults(Read(file)));

    [Theory]
    [MemberData(nameof(Studies))]
    public void A_shipped_study_fits_the_schema(string file) =>
        Assert.Empty(new SchemaCheck(SchemaFile.Write(StudyShape.Root)).Faults(Read(file)));

    [Theory]
    [MemberData(nameof(Indices))]
    public void The_reader_of_index_models_knows_exactly_the_keys_of_the_shape(string file)
    {
        var folder = Path.GetDirectoryName(file)!;
        var questionnaire = File.Exists(Path.Combine(Repository.Questionnaires, folder, "questionnaire.yaml"))
            ? Questionnaire
                .Read(Path.Combine(Repository.Questionnaires, folder, "questionnaire.yaml"), Repository.Classifications)
                .OrThrow()
            : Repository.Pilot;
        Compare(file, IndexModelShape.Root, yaml => IndexModel.Parse(yaml, file, questionnaire).Problems);
    }

    [Theory]
    [MemberData(nameof(Studies))]
    public void The_reader_of_studies_knows_exactly_the_keys_of_the_shape(string file) =>
        Compare(file, StudyShape.Root, yaml => StudyDesign.Parse(yaml, file, Repository.Classifications).Problems);

    /// <summary>Puts an unknown key into each kind of mapping: the reader then lists the keys it allows there. A leaf
    /// allows those that fit its other keys, and children, with which it would be a node. The keys of reporting are the author's.</summary>
    private static void Compare(string file, Shape.Mapping root, Func<string, IReadOnlyList<Problem>> read)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var (name, number) in ShapePlaces
                .Of(root, Read(file))
                .Select((one, i) => ((one.Shape as Shape.Mapping)?.Name, i))
                .Where(one => one.Name is not null && one.Name != "reporting" && seen.Add(one.Name))
                .ToList()
        )
        {
            var changed = Read(file);
            var (shape, value) = ShapePlaces.Of(root, changed).ElementAt(number);
            value.AsObject()[Strange] = 1;
            var message = read(changed.ToJsonString())
                .FirstOrDefault(one => one.Code == "unknown-key" && one.Message.Contains(Strange, StringComparison.Ordinal))
                ?.Message;
            Assert.True(message is not null, $"an unknown key in {name} is not reported");
            var allowed = message[(message.IndexOf("Allowed: ", StringComparison.Ordinal) + 9)..].TrimEnd('.').Split(", ");
            var keys = ((Shape.Mapping)shape).Fields.Select(field => field.Key).ToList();
            Assert.Equal("", string.Join(", ", allowed.Except(keys).Except(name == "indicator" ? ["children"] : [])));
            if (name is not ("indicator" or "node" or "step" or "study" or "reporting"))
            {
                Assert.Equal($"{name}: ", $"{name}: {string.Join(", ", keys.Except(allowed))}");
            }
        }
    }

    private static TheoryData<string> Files(string name) =>
        [
            .. Directory
                .EnumerateFiles(Repository.Questionnaires, name, SearchOption.AllDirectories)
                .Select(path => Path.GetRelativePath(Repository.Questionnaires, path))
                .Order(StringComparer.Ordinal),
        ];

    private static JsonNode Read(string file) => YamlAsJson.Of(File.ReadAllText(Path.Combine(Repository.Questionnaires, file)), file);

    private static void Check(string name, Shape.Mapping root)
    {
        var path = Path.Combine(Repository.Questionnaires, "schema", $"{name}.schema.json");
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(path, SchemaFile.Write(root));
        }

        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), SchemaFile.Write(root));
    }
}
