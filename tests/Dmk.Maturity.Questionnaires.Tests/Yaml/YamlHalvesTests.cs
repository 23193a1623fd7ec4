using System.Text;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Two halves that are read at the same time give what the whole gives, or nothing.</summary>
public class YamlHalvesTests
{
    [Fact]
    public void Every_cut_of_every_definition_gives_the_same_nodes_or_nothing()
    {
        var (good, files) = (0, 0);
        foreach (var path in Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "questionnaires"), "*.yaml", _deep).Concat(Broken))
        {
            files++;
            good += Compared(LineEnds.Normalised(File.ReadAllText(path)), most: 12);
        }

        Assert.True(good > 50, $"{good} cuts in {files} files");
    }

    [Theory]
    [InlineData("a: |\n  - x\n  - y\nb:\n  - z\n  - w\n", 1)]
    [InlineData("b:\n  - |\n   - z\n  - w\nc: d\n", 1)]
    [InlineData("b:\n  - z\n  - |+\n    w\n\n  - v\n", 2)]
    [InlineData("b:\n  - z\n  - >-\n    w\n    w\n  - 'v\n  - u'\n  - t\n", 3)]
    [InlineData("b:\n  - z\n  # words\n  - w: [1,\n  - 2]\nc: d\n", 0)]
    [InlineData("b:\n- z\n- w: 1\n  v: 2\n- u\nc: d\n", 2)]
    [InlineData("b:\n  - z\n  - w\nb:\n  - v\n  - u\n", 0)]
    [InlineData("c: 1\nb:\n  - z\n  - w\nc: 2\n", 0)]
    [InlineData("b:\n  - z\n...\n  - w\n", 0)]
    [InlineData("b:\n  - z\n---\n  - w\n", 0)]
    [InlineData("b:\n  - z\n  - w\n...\n", 0)]
    [InlineData("? - z\n  - w\n", 0)]
    [InlineData("b:\n    - z\n  - w\n", 0)]
    [InlineData("b:\n  - z: {\n  - w\n", 0)]
    [InlineData("b:\n  - &a z\n  - *a\n", 0)]
    [InlineData("b:\n  - z\n  - \"w\\u0007\"\n  - v\n", 0)]
    public void What_only_looks_like_an_entry_is_no_cut(string yaml, int good) => Assert.Equal(good, Compared(yaml, int.MaxValue));

    [Theory]
    [InlineData("\n")]
    [InlineData("\r\n")]
    public void Problems_stand_where_they_stood(string lineEnd)
    {
        var yaml = new StringBuilder("id: x\nsections:\n");
        for (var i = 0; i < 3_000; i++)
        {
            yaml.Append("  - id: s\n    text: { de: Frage, en: Question }\n");
        }

        var problems = new List<Problem>();
        var file = YamlFile.Parse((yaml + "end: \"\\q\"\n").Replace("\n", lineEnd, StringComparison.Ordinal), "f", problems);
        Assert.Null(file);
        Assert.Equal(6_003, Assert.Single(problems).Place.Line);

        file = YamlFile.Parse((yaml + "end: here\n").Replace("\n", lineEnd, StringComparison.Ordinal), "f", problems);
        file!.Required("end")!.AsInteger();
        Assert.Equal(new FilePosition("f", 6_003, 6), problems[^1].Place);
        Assert.Equal(3_000, file.Required("sections")!.AsMappings().Count);
    }

    [Fact]
    public void A_large_file_is_cut_near_its_middle()
    {
        var yaml = File.ReadAllText(
            RepositoryFiles.QuestionnaireFiles.First(path => path.Contains("pilotstudie", StringComparison.Ordinal))
        );

        Assert.InRange(YamlHalves.Cut(yaml), yaml.Length * 0.4, yaml.Length * 0.7);
        Assert.Equal(0, YamlHalves.Cut(yaml.Replace("\n", "\r\n", StringComparison.Ordinal)));
    }

    private static readonly EnumerationOptions _deep = new() { RecurseSubdirectories = true };

    private static IEnumerable<string> Broken =>
        Directory.EnumerateFiles(Path.Combine(RepositoryFiles.Root, "tests", "definitions"), "*.yaml", _deep);

    /// <returns>At how many places, of those where an entry seems to begin, the halves gave something.</returns>
    private static int Compared(string yaml, int most)
    {
        var problems = new List<Problem>();
        var whole = YamlFile.Whole(SourceOf(yaml, problems), yaml) is { } root && problems.Count == 0 ? Said(root, new()).ToString() : null;
        var good = 0;
        foreach (var cut in Cuts(yaml).Take(most))
        {
            var source = SourceOf(yaml, problems);
            if (YamlHalves.Read(source, yaml, cut) is { } joined)
            {
                good++;
                Assert.Equal(whole, Said(joined, new()).ToString());
            }

            Assert.Same(problems, source.Problems);
        }

        return good;
    }

    private static YamlSource SourceOf(string yaml, List<Problem> problems) => new("f", yaml) { Problems = problems };

    private static IEnumerable<int> Cuts(string yaml)
    {
        for (var line = yaml.IndexOf('\n', StringComparison.Ordinal) + 1; line > 0; line = yaml.IndexOf('\n', line) + 1)
        {
            if (yaml.AsSpan(line).TrimStart(' ').StartsWith("- "))
            {
                yield return line;
            }
        }
    }

    private static StringBuilder Said(YamlNode node, StringBuilder said)
    {
        said.Append(node.Place.Line).Append(':').Append(node.Place.Column).Append(' ');
        switch (node)
        {
            case YamlMapping mapping:
                foreach (var (key, value) in mapping.Entries)
                {
                    Said(value, Said(key, said).Append("=> "));
                }

                return said.Append("}\n");
            case YamlList list:
                foreach (var item in list.Items)
                {
                    Said(item, said);
                }

                return said.Append("]\n");
            default:
                var scalar = (YamlScalar)node;
                return said.Append(scalar.Value).Append(' ').Append(scalar.PlaceAt(scalar.Value.Length)).Append('\n');
        }
    }
}
