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

    /// <summary>A composite model in which every key stands.</summary>
    private const string Composite = """
        id: regions
        version: 1.0.0
        title: { de: Regionen, en: Regions }
        scale: { from: 0, to: 100 }
        screen: { availability: 0.5, of: imputed }
        denominate: { inhabitants: [roads, rails], trade: gdp }
        impute: median
        treat: { skewness: 2, kurtosis: 3.5, winsorise: 3, otherwise: gii }
        normalise: minmax
        levels:
          - { id: low, from: 0, de: niedrig, en: low }
          - { id: high, from: 50 }
        sensitivity:
          weights: { dirichlet: 60 }
          normalise: [minmax, z]
          aggregate: [arithmetic, geometric]
          leaveOut: 1
        index:
          id: whole
          title: The whole
          aggregate: geometric
          missing: { atLeast: 0.6 }
          children:
            - id: ways
              weight: 2
              aggregate: { power: 0.5 }
              weights: equal
              impute: { groupMean: region }
              children:
                - { id: roads, column: roads, normalise: { z: { mean: 50, deviation: 10 } } }
                - { id: rails, column: rails, normalise: { ratioTo: leader }, denominate: none }
            - id: reach
              weight: 1
              aggregate: count
              threshold: 40
              weights: equal
              levels: [{ id: some, from: 1 }]
              children:
                - { id: rigid, column: rigid, direction: negative, goalposts: { low: 9, high: 1, outside: keep }, reached: 30 }
                - { id: trade, column: trade, bands: [{ below: 3, score: 0 }, { score: 100 }], treat: none }
                - { id: rank, column: rank, normalise: borda }
                - { id: near, column: near, normalise: { differenceTo: 4 } }
                - { id: about, column: about, normalise: { aboutMean: 0.1 } }
                - { id: span, column: span, normalise: { minmax: { from: 1, to: 9 } } }
        """;

    public static TheoryData<string> Indices { get; } = Files("index.yaml");

    public static TheoryData<string> Studies { get; } = Files("study.yaml");

    [Fact]
    public void The_schemas_are_those_in_the_repository()
    {
        Check("index", IndexModelShape.Root);
        Check("study", StudyShape.Root);
        Check("composite", CompositeShape.Root);
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
        Compare(() => Read(file), IndexModelShape.Root, yaml => IndexModel.Parse(yaml, file, questionnaire).Problems);
    }

    [Theory]
    [MemberData(nameof(Studies))]
    public void The_reader_of_studies_knows_exactly_the_keys_of_the_shape(string file) =>
        Compare(() => Read(file), StudyShape.Root, yaml => StudyDesign.Parse(yaml, file, Repository.Classifications).Problems);

    [Fact]
    public void The_reader_of_composites_knows_exactly_the_keys_of_the_shape() =>
        Compare(
            () => YamlAsJson.Of(Composite, "index.yaml"),
            CompositeShape.Root,
            yaml => CompositeModel.Parse(yaml, "index.yaml").Problems
        );

    [Fact]
    public void A_composite_with_every_key_is_good_for_its_reader_and_its_schema()
    {
        Assert.Empty(CompositeModel.Parse(Composite, "index.yaml").Problems.Select(problem => problem.Message));
        Assert.Empty(Faults(Composite));
    }

    [Theory]
    [InlineData("availability: 0.5", "availability: 1.5")]
    [InlineData("of: imputed", "of: guessed")]
    [InlineData("impute: median", "impute: mode")]
    [InlineData("groupMean: region", "groupMedian: region")]
    [InlineData("winsorise: 3", "winsorise: 2.5")]
    [InlineData("otherwise: gii", "otherwise: root")]
    [InlineData("dirichlet: 60", "dirichlet: 0")]
    [InlineData("{ dirichlet: 60 }", "{ dirichlet: 60, uniform: 0.2 }")]
    [InlineData("leaveOut: 1", "leaveOut: some")]
    [InlineData("aggregate: geometric", "aggregate: median")]
    [InlineData("power: 0.5", "power: 101")]
    [InlineData("atLeast: 0.6", "atLeast: 60")]
    [InlineData("direction: negative", "direction: down")]
    [InlineData("outside: keep", "outside: drop")]
    [InlineData("{ score: 100 }", "{ points: 100 }")]
    [InlineData("normalise: borda", "normalise: score")]
    [InlineData("ratioTo: leader", "ratioTo: leader, minmax: { from: 1, to: 9 }")]
    [InlineData("column: rigid", "question: rigid")]
    [InlineData("index:", "tree:")]
    public void What_the_reader_of_composites_refuses_its_schema_refuses(string right, string wrong)
    {
        var changed = Composite.Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEqual(Composite, changed);
        Assert.NotEmpty(CompositeModel.Parse(changed, "index.yaml").Problems);
        Assert.NotEmpty(Faults(changed));
    }

    /// <summary>Puts an unknown key into each kind of mapping: the reader then lists the keys it allows there. A leaf
    /// allows those that fit its other keys, and children, with which it would be a node. The keys of reporting and conditions are the
    /// author's.</summary>
    private static void Compare(Func<JsonNode> fresh, Shape.Mapping root, Func<string, IReadOnlyList<Problem>> read)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (
            var (name, number) in ShapePlaces
                .Of(root, fresh())
                .Select((one, i) => ((one.Shape as Shape.Mapping)?.Name, i))
                .Where(one => one.Name is not null && one.Name is not ("reporting" or "conditions") && seen.Add(one.Name))
                .ToList()
        )
        {
            var changed = fresh();
            var (shape, value) = ShapePlaces.Of(root, changed).ElementAt(number);
            value.AsObject()[Strange] = 1;
            var message = read(changed.ToJsonString())
                .FirstOrDefault(one => one.Code == "unknown-key" && one.Message.Contains(Strange, StringComparison.Ordinal))
                ?.Message;
            Assert.True(message is not null, $"an unknown key in {name} is not reported");
            var allowed = message[(message.IndexOf("Allowed: ", StringComparison.Ordinal) + 9)..].TrimEnd('.').Split(", ");
            var keys = ((Shape.Mapping)shape).Fields.Select(field => field.Key).ToList();
            Assert.Equal("", string.Join(", ", allowed.Except(keys).Except(name is "indicator" or "column" ? ["children"] : [])));
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

    private static IReadOnlyList<string> Faults(string yaml) =>
        new SchemaCheck(SchemaFile.Write(CompositeShape.Root)).Faults(YamlAsJson.Of(yaml, "index.yaml"));

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
