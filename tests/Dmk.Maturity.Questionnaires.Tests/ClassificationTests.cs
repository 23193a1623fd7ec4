namespace Dmk.Maturity.Questionnaires.Tests;

public sealed class ClassificationTests : IDisposable
{
    private const string Head = "id: x\ntitle: { de: a, en: a }\nsource: a\nedition: \"1\"\n";
    private const string Yaml = Head + "languages: [de]\nentriesFile: x.csv\n";
    private const string Columns = "code,level,parent,title_de\n";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Theory]
    [InlineData("wz2008-classes", "21 88 272 615 839", "wz2008")]
    [InlineData("wz2025-classes", "22 87 287 651 983", "wz2025")]
    public void Every_level_of_an_edition_is_there(string id, string counts, string sectionsId)
    {
        var classes = RepositoryFiles.Classifications.Find(id)!;
        var sections = RepositoryFiles.Classifications.Find(sectionsId)!;

        Assert.Equal(
            counts,
            string.Join(' ', classes.Entries.CountBy(classes.LevelOf).OrderBy(level => level.Key).Select(level => level.Value))
        );
        Assert.Equal(
            sections.Entries.Select(entry => (entry.Code, entry.Label.De)),
            classes.Entries.Where(entry => entry.Parent is null).Select(entry => (entry.Code, entry.Label.De))
        );
        Assert.All(
            classes.Entries.Where(entry => classes.LevelOf(entry) > 2),
            entry => Assert.StartsWith(entry.Parent!, entry.Code, StringComparison.Ordinal)
        );
        Assert.All(
            classes.Entries.Where(entry => classes.LevelOf(entry) == 2),
            division => Assert.True(IsWithin(division.Code, sections.Find(division.Parent!)!.Properties))
        );
        Assert.Equal(sections.Edition, classes.Edition);
        Assert.Equal([Language.German], classes.Languages);
        Assert.All(classes.Entries, entry => Assert.Equal(entry.Label.De, entry.Label.En));
    }

    [Fact]
    public void A_code_is_below_those_above_it_and_no_others()
    {
        var classes = RepositoryFiles.Classifications.Find("wz2025-classes")!;

        Assert.True(classes.IsBelow("62.10.3", "K"));
        Assert.True(classes.IsBelow("62.10.3", "62.1"));
        Assert.False(classes.IsBelow("62.10.3", "62.10.3"));
        Assert.False(classes.IsBelow("62.10.3", "J"));
        Assert.False(classes.IsBelow("K", "62"));
        Assert.False(classes.IsBelow("nothing", "K"));
        Assert.Equal(5, classes.LevelOf(classes.Find("62.10.3")!));
    }

    [Fact]
    public void Parents_in_another_classification_make_no_levels()
    {
        var land = RepositoryFiles.Classifications.Find("land")!;

        Assert.Equal("land-group", land.ParentsIn);
        Assert.Equal(1, land.LevelOf(land.Find("BY")!));
        Assert.False(land.IsBelow("BY", land.Find("BY")!.Parent!));
    }

    [Fact]
    public void A_table_may_have_quotes_commas_and_another_order_of_parents()
    {
        var read = Read(Yaml, Columns + "A.1,2,A,\"eins, \"\"zwei\"\"\"\nA,1,,oben\n").OrThrow().Find("x")!;

        Assert.Equal("eins, \"zwei\"", read.Find("A.1")!.Label.De);
        Assert.Equal(2, read.LevelOf(read.Find("A.1")!));
    }

    [Fact]
    public void A_table_may_have_english_titles()
    {
        var read = Read(Head + "entriesFile: x.csv\n", "code,level,parent,title_de,title_en\nA,1,,oben,above\n").OrThrow().Find("x")!;

        Assert.Equal(new Text("oben", "above"), read.Find("A")!.Label);
        Assert.Equal([Language.German, Language.English], read.Languages);
    }

    /// <summary>As the spreadsheets of German offices save.</summary>
    [Theory]
    [InlineData("code;level;parent;title_de\nA;1;;eins\nA.1;2;A;\"zwei; drei\"\n")]
    [InlineData("code\tlevel\tparent\ttitle_de\nA\t1\t\teins\nA.1\t2\tA\tzwei; drei\n")]
    [InlineData("\uFEFFcode;level;parent;title_de\r\nA;1;;eins\r\nA.1;2;A;\"zwei; drei\"\r\n\r\n\r\n")]
    [InlineData("code;level;parent;title_de\rA;1;;eins\rA.1;2;A;\"zwei; drei\"\r")]
    [InlineData("\"code\",\"level\",\"parent\",\"title_de\"\nA,1,,eins\nA.1,2,A,zwei; drei\n,,,\n \n")]
    [InlineData("code;level;parent;title_de\nA;1;;eins\nA.1;2;A;\"zwei; drei\"\n;;;\n;;;")]
    [InlineData("sep=;\r\ncode;level;parent;title_de\r\nA;1;;eins\r\nA.1;2;A;\"zwei; drei\"\r\n")]
    [InlineData("Code;LEVEL;Parent;Title_De;\nA;1;;eins;\n\nA.1;2;A;\"zwei; drei\";\n")]
    [InlineData("code;level;parent;title_de;;\n A ;1 ;;\u00A0eins \n;;;;;\nA.1;2;A;\"zwei; drei\"\n")]
    public void A_table_may_come_from_a_spreadsheet(string table)
    {
        var read = Read(Yaml, table).OrThrow().Find("x")!;

        Assert.Equal(["A", "A.1"], read.Entries.Select(entry => entry.Code));
        Assert.Equal("zwei; drei", read.Find("A.1")!.Label.De);
    }

    /// <summary>§ stands where the problem must be reported.</summary>
    [Theory]
    [InlineData("§code;level\n", "wrong-columns")]
    [InlineData("§", "empty-file")]
    [InlineData(Columns + "A,1,,eins\n§A,1,,zwei\n", "duplicate-id")]
    [InlineData(Columns + "A,1,,eins\nB,2,§C,zwei\n", "unknown-parent")]
    [InlineData(Columns + "A,1,,eins\nB,§3,A,zwei\n", "wrong-level")]
    [InlineData(Columns + "A,1,§B,eins\nB,2,A,zwei\n", "cycle")]
    [InlineData(Columns + "A,1,§A,eins\n", "cycle")]
    [InlineData(Columns + "§A,1,eins\n", "table-syntax")]
    [InlineData(Columns + "§A,1,,eins,zwei\n", "table-syntax")]
    [InlineData(Columns + "A,1,,§\"eins\n", "table-syntax")]
    [InlineData(Columns + "A,1,,§ei\"ns\n", "table-syntax")]
    [InlineData(Columns + "A,1,,§\"eins\"x\n", "table-syntax")]
    [InlineData(Columns + "A,§top,,eins\n", "wrong-kind")]
    [InlineData(Columns + "§A b,1,,eins\n", "wrong-kind")]
    [InlineData(Columns + "§,1,,eins\n", "wrong-kind")]
    [InlineData(Columns + "A,1,,§\n", "wrong-kind")]
    [InlineData(Columns + "A,1,,§ \n", "wrong-kind")]
    [InlineData("sep=,\n§code,level\n", "wrong-columns")]
    [InlineData(Columns + "A,1,,a\n10,2,A,b\n§1,2,A,c\n", "lost-zero")]
    [InlineData(Columns + "A,1,,a\n10,2,A,b\n01,2,A,c\n§1.1,3,01,d\n", "lost-zero")]
    public void A_mistake_in_a_table_is_reported_once_and_where_it_stands(string marked, string code)
    {
        var before = marked[..marked.IndexOf('§', StringComparison.Ordinal)];
        var problem = Assert.Single(Read(Yaml, marked.Replace("§", "", StringComparison.Ordinal)).Problems);

        Assert.Equal(
            $"x.csv:{before.Count(character => character == '\n') + 1}:{before.Length - before.LastIndexOf('\n')} {code}",
            $"{Path.GetFileName(problem.Place.File)}:{problem.Place.Line}:{problem.Place.Column} {problem.Code}"
        );
    }

    [Theory]
    [InlineData("languages: [de]\nentriesFile: ../x.csv", "wrong-kind")]
    [InlineData("languages: [de]\nentriesFile: /etc/x.csv", "wrong-kind")]
    [InlineData("languages: [de]\nentriesFile: ..\\x.csv", "wrong-kind")]
    [InlineData("languages: [de]\nentriesFile: x.yaml", "wrong-kind")]
    [InlineData("languages: [de]\nentriesFile: y.csv", "file-unreadable")]
    [InlineData("languages: [de]\n", "missing-key")]
    [InlineData("languages: [de]\nentriesFile: x.csv\nentries: []", "missing-key")]
    [InlineData("languages: [en]\nentries: []", "unknown-language")]
    [InlineData("languages: [de]\nentries: [ { code: a, de: a, en: a } ]", "unknown-language")]
    [InlineData("entries: [ { code: a, de: a } ]", "missing-translation")]
    [InlineData("entries: [ { code: a, de: a, en: a, parent: b } ]", "unknown-parent")]
    [InlineData("entries: [ { code: a, de: a, en: a, parent: b }, { code: b, de: b, en: b, parent: a } ]", "cycle")]
    [InlineData("entries: [ { code: a, de: a, en: a }, { code: a, de: b, en: b } ]", "duplicate-id")]
    [InlineData("parents: z\nentries: [ { code: a, de: a, en: a, parent: b } ]", "unknown-codelist")]
    [InlineData("parents: y\nentries: [ { code: a, de: a, en: a, parent: c } ]", "unknown-parent")]
    public void A_mistake_in_a_classification_is_reported_once(string rest, string code)
    {
        File.WriteAllText(
            Path.Combine(_folder, "y.yaml"),
            Head.Replace("id: x", "id: y", StringComparison.Ordinal) + "entries: [ { " + "code: b, de: b, en: b } ]\n"
        );
        var problem = Assert.Single(Read(Head + rest + "\n", Columns).Problems);

        Assert.Equal(code, problem.Code);
        Assert.True(problem.Place.Line > 0 || problem.Code == "file-unreadable", problem.ToString());
    }

    /// <summary>Chapters count without zeros.</summary>
    [Fact]
    public void Numbers_that_stand_at_the_top_may_have_fewer_digits() =>
        Assert.Equal(3, Read(Yaml, Columns + "1,1,,a\n10,1,,b\n1.1,2,1,c\n").OrThrow().Find("x")!.Entries.Count);

    [Fact]
    public void A_table_of_the_WZ_whose_zeros_a_spreadsheet_dropped_is_refused()
    {
        var table = File.ReadAllText(Path.Combine(RepositoryFiles.Root, "questionnaires", "classifications", "wz2008-classes.csv"));
        var dropped = System.Text.RegularExpressions.Regex.Replace(
            table,
            @"(?<=^|,)0(?=\d)",
            "",
            System.Text.RegularExpressions.RegexOptions.Multiline
        );
        var reading = Read(Yaml, dropped);

        Assert.Null(reading.Value);
        Assert.All(reading.Problems, problem => Assert.Equal("lost-zero", problem.Code));
        Assert.Contains(
            "write '01.11'",
            reading.Problems.Single(problem => problem.Message.Contains("'1.11'", StringComparison.Ordinal)).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_flood_of_mistakes_in_a_table_is_cut_short() =>
        Assert.Equal(20, Read(Yaml, Columns + string.Concat(Enumerable.Repeat("x\n", 5000))).Problems.Count);

    [Fact]
    public void A_long_chain_of_parents_is_a_tree()
    {
        var lines = Enumerable.Range(1, 3000).Select(level => $"c{level},{level},{(level == 1 ? "" : $"c{level - 1}")},t\n").Reverse();
        var read = Read(Yaml, Columns + string.Concat(lines)).OrThrow().Find("x")!;

        Assert.Equal(3000, read.LevelOf(read.Find("c3000")!));
    }

    private Parsed<Classifications> Read(string yaml, string table)
    {
        File.WriteAllText(Path.Combine(_folder, "x.yaml"), yaml);
        File.WriteAllText(Path.Combine(_folder, "x.csv"), table);
        return Classifications.Read(_folder);
    }

    private static bool IsWithin(string division, IReadOnlyDictionary<string, string> section) =>
        string.CompareOrdinal(division, section["divisionFrom"]) >= 0 && string.CompareOrdinal(division, section["divisionTo"]) <= 0;
}
