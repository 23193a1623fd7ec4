namespace Dmk.Maturity.Questionnaires.Tests;

public class YamlFileTests
{
    private readonly List<Problem> _problems = [];

    [Fact]
    public void Values_are_read_in_the_kind_that_is_asked_for()
    {
        var file = Parse(
            """
            id: dmk-reifegrad
            levels: [ { id: beginner, from: 0 }, { id: advanced, from: 25.5 } ]
            field: 2027-03-01
            open: true
            count: 16
            title: { de: "Größe", en: Size }
            score:
              none: 0
              wide: 100
            names: [no, yes]
            """
        )!;

        Assert.Equal("dmk-reifegrad", file.Required("id")?.AsId());
        Assert.Equal([0m, 25.5m], file.Required("levels")!.AsMappings().Select(level => level.Required("from")?.AsDecimal() ?? -1));
        Assert.Equal(new DateOnly(2027, 3, 1), file.Required("field")?.AsDate());
        Assert.True(file.Optional("open")?.AsTruth());
        Assert.Equal(16, file.Required("count")?.AsInteger(1, 16));
        Assert.Equal(new Text("Größe", "Size"), file.Required("title")?.AsText());
        Assert.Equal(["none", "wide"], file.Required("score")!.AsMapping()!.Entries.Select(entry => entry.Key.Value));
        Assert.Equal(["no", "yes"], file.Required("names")!.AsStrings());
        Assert.Null(file.Optional("absent"));
        file.NothingElse();
        Assert.Empty(_problems);
    }

    [Theory]
    [InlineData("a: [1, 2", "yaml-syntax", 2, 1)]
    [InlineData("a: 1\n b: 2", "yaml-syntax", 2, 3)]
    [InlineData("", "empty-file", 1, 1)]
    [InlineData("- a\n- b", "wrong-kind", 1, 1)]
    [InlineData("a: 1\na: 2", "duplicate-key", 2, 1)]
    [InlineData("a: &x 1\nb: *x", "alias", 1, 4)]
    [InlineData("a: 1\nb: *x", "alias", 2, 4)]
    [InlineData("a: !!binary x", "tag", 1, 4)]
    [InlineData("a: 1\n---\nb: 2", "several-documents", 2, 1)]
    [InlineData("[a]: 1", "wrong-kind", 1, 1)]
    [InlineData("a: 1\nb: \"x\\0\"", "yaml-syntax", 2, 4)]
    [InlineData("a: \"x\\x07\"", "yaml-syntax", 1, 4)]
    public void A_file_that_is_not_plain_yaml_is_refused_where_it_goes_wrong(string yaml, string code, int line, int column)
    {
        Parse(yaml);

        var problem = Assert.Single(_problems);
        Assert.Equal((code, new FilePosition("file.yaml", line, column)), (problem.Code, problem.Place));
    }

    [Fact]
    public void An_unknown_key_is_reported_with_the_key_that_was_meant()
    {
        var file = Parse("id: a\ntitel: b\n")!;
        file.Required("id");
        file.Optional("title");
        file.NothingElse();

        Assert.Equal(
            "file.yaml:2:1: error unknown-key: The key 'titel' is not known here. Did you mean 'title'? Allowed: id, title.",
            Assert.Single(_problems).ToString()
        );
    }

    [Theory]
    [InlineData("{ de: a }", "missing-translation", 1, 4)]
    [InlineData("{ de: a, en: '' }", "missing-translation", 1, 17)]
    [InlineData("{ de: a, en: null }", "missing-translation", 1, 17)]
    [InlineData("{ de: a, en: ~ }", "missing-translation", 1, 17)]
    [InlineData("{ de: a, en: \"\\u200B \\u3164\" }", "missing-translation", 1, 17)]
    [InlineData("{ de: a, en: b, fr: c }", "unknown-key", 1, 20)]
    [InlineData("plain", "wrong-kind", 1, 4)]
    public void A_text_stands_in_both_languages_and_no_other(string yaml, string code, int line, int column)
    {
        Parse("t: " + yaml)!.Required("t")!.AsText();

        var problem = Assert.Single(_problems);
        Assert.Equal((code, new FilePosition("file.yaml", line, column)), (problem.Code, problem.Place));
    }

    [Fact]
    public void Values_of_another_kind_are_reported_with_what_was_expected()
    {
        var file = Parse("a: 1,5\nb: 01.03.2027\nc: yes\nd: 17\ne: 1st\nf: []\ng: upp\n")!;
        file.Required("a")!.AsDecimal();
        file.Required("b")!.AsDate();
        file.Required("c")!.AsTruth();
        file.Required("d")!.AsInteger(1, 16);
        file.Required("e")!.AsId();
        file.Required("f")!.AsString();
        file.Required("g")!.AsChoice(new Dictionary<string, int> { ["up"] = 1, ["down"] = -1 });
        file.Required("h");

        Assert.Equal(
            [
                "file.yaml:1:4: error wrong-kind: Expected a number such as 12.5, but this is '1,5'.",
                "file.yaml:2:4: error wrong-kind: Expected a date such as 2027-03-01, but this is '01.03.2027'.",
                "file.yaml:3:4: error wrong-kind: Expected true or false, but this is 'yes'.",
                "file.yaml:4:4: error out-of-range: 17 is not between 1 and 16.",
                "file.yaml:5:4: error wrong-kind: Expected an id (a letter, then letters, digits, '_' or '-', at most 64), but "
                    + "this is '1st'.",
                "file.yaml:6:4: error wrong-kind: Expected a single value, but this is a list.",
                "file.yaml:7:4: error unknown-choice: 'upp' is not one of up, down. Did you mean 'up'?",
                "file.yaml:1:1: error missing-key: The key 'h' is missing here. Add it.",
            ],
            _problems.Select(problem => problem.ToString())
        );
    }

    [Theory]
    [InlineData("a: x > yy", 1, 8)]
    [InlineData("a: \"x > yy\"", 1, 9)]
    [InlineData("a: \"\\x20 > yy\"", 1, 12)]
    [InlineData("a: 'x''yy'", 1, 8)]
    [InlineData("a: |\n  x >\n  yy\n", 3, 3)]
    [InlineData("a: >-\n  x > y\n  yy\n", 3, 3)]
    [InlineData("a: x\n  > z\n  yy\n", 3, 3)]
    public void A_character_inside_a_value_has_its_place_in_the_file(string yaml, int line, int column)
    {
        var value = Parse(yaml)!.Required("a")!.AsScalar()!;

        Assert.Equal(new FilePosition("file.yaml", line, column), value.PlaceAt(value.Value.IndexOf("yy", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(YamlFile.MaximumDepth + 1)]
    public void Deep_nesting_is_refused(int depth)
    {
        Parse("a: " + new string('[', depth) + new string(']', depth));

        Assert.Equal("too-deep", Assert.Single(_problems).Code);
    }

    [Fact]
    public void A_file_that_is_not_there_or_too_large_is_a_problem_of_the_file_as_a_whole()
    {
        YamlFile.Read("nowhere.yaml", _problems);
        Parse(new string('#', YamlFile.MaximumLength + 1));

        Assert.Equal(["file-unreadable", "file-too-large"], _problems.Select(problem => problem.Code));
        Assert.All(_problems, problem => Assert.Equal(0, problem.Place.Line));
    }

    private YamlMapping? Parse(string yaml) => YamlFile.Parse(yaml, "file.yaml", _problems);
}
