namespace Dmk.Maturity.Server.Tests;

public sealed class QuestionnaireNewTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task What_is_written_has_no_mistake_and_passes_its_own_tests()
    {
        var written = await Typed.Run("questionnaire", "new", "handwerk-2027", "--folder", _folder.Location);
        var check = await Typed.Run("questionnaire", "check", _folder.Of("handwerk-2027"));
        var test = await Typed.Run("questionnaire", "test", _folder.Of("handwerk-2027"));

        Assert.Equal(("", 0), (written.Errors, written.ExitCode));
        Assert.Contains("Go on with: questionnaire check ", written.Output, StringComparison.Ordinal);
        Assert.EndsWith("3 files, 0 errors, 0 warnings\n", check.Output, StringComparison.Ordinal);
        Assert.Contains("handwerk-2027 1.0.0: 2 sections, 7 questions", check.Output, StringComparison.Ordinal);
        Assert.Equal("3 passed, 0 failed\n", test.Output);
    }

    [Fact]
    public async Task What_is_written_goes_the_whole_way_from_its_check_to_a_table_without_classifications_of_its_own()
    {
        await Good("questionnaire", "new", "weg", "--folder", _folder.Location);
        // A further study may ask the same questionnaire.
        Directory.CreateDirectory(_folder.Of("again"));
        foreach (var name in new[] { "questionnaire.yaml", "index.yaml", "study.yaml" })
        {
            File.Copy(Path.Combine(_folder.Of("weg"), name), Path.Combine(_folder.Of("again"), name));
        }

        await File.WriteAllTextAsync(_folder.Of("frame.csv"), Frame(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(_folder.Of("all.yaml"), "method: census\n", TestContext.Current.CancellationToken);

        await Good("questionnaire", "check", _folder.Of("weg"));
        await Good("questionnaire", "test", _folder.Of("weg"));
        await Held("study", "publish", _folder.Of("weg"), "--synthetic");
        await Held("frame", "import", _folder.Of("frame.csv"), "--study", "weg-study");
        await Held("sample", "draw", "--study", "weg-study", "--allocation", _folder.Of("all.yaml"));
        await Held("study", "open", "weg-study");
        await Held("invitations", "export", "--study", "weg-study", "--out", _folder.Of("codes.csv"));
        await using var server = DmkServer.Build(
            new ServerSettings(_folder.Of("data"), Repository.Questionnaires, "http://127.0.0.1:0") { Commands = CommandLine.Run }
        );
        await server.StartAsync(TestContext.Current.CancellationToken);
        var simulated = await Good(
            "simulate",
            "--codes",
            _folder.Of("codes.csv"),
            "--url",
            server.Urls.Single(),
            "--questionnaires",
            _folder.Location
        );
        var status = await Held("study", "status", "weg-study");
        var table = await Held("result", "table", "weg-study", "--by", "land", "--role", "operator");
        var waiting = await Held("result", "table", "weg-study", "--by", "land", "--role", "economist");
        var shown = await Held("study", "show", "weg-study");
        var readers = await Held("result", "table", "weg-study", "--by", "land", "--role", "economist");
        await server.StopAsync(CancellationToken.None);

        Assert.StartsWith("48 submitted", simulated.Output, StringComparison.Ordinal);
        Assert.Contains("all      48 of      48 submitted", status.Output, StringComparison.Ordinal);
        Assert.Contains("Bavaria ", table.Output, StringComparison.Ordinal);
        Assert.Contains("  published", table.Output, StringComparison.Ordinal);
        Assert.Contains("Made from 48 of 48 companies that have answered.", table.Output, StringComparison.Ordinal);
        Assert.Contains("Made from 0 of 48 companies that have answered.", waiting.Output, StringComparison.Ordinal);
        Assert.Matches("Germany +not yet shown", waiting.Output);
        Assert.StartsWith("weg-study: readers see 48 of 48 companies (state 1).", shown.Output, StringComparison.Ordinal);
        Assert.Matches("Made from (3[6-9]|4[0-8]) of 48 companies that have answered.", readers.Output);
    }

    /// <summary>Companies that do not exist: twelve in each of two sectors of two Länder.</summary>
    private static string Frame() =>
        "unit,land,sector,persons,name\n"
        + string.Concat(
            from land in new[] { "SN", "BY" }
            from sector in new[] { "trade", "construction" }
            from number in Enumerable.Range(1, 12)
            select $"{land}-{sector}-{number},{land},{sector},{3 * number},Muster {number}\n"
        );

    private Task<Typed> Held(params string[] words) => Good([.. words, "--data", _folder.Of("data")]);

    private static async Task<Typed> Good(params string[] words)
    {
        var typed = await Typed.Run(words);
        Assert.True(typed.ExitCode == 0, $"{string.Join(' ', words)}: {typed.Errors}{typed.Output}");
        return typed;
    }

    [Fact]
    public async Task Every_file_names_the_schema_that_lies_beside_the_folder()
    {
        await Typed.Run("questionnaire", "new", "a", "--folder", _folder.Location);
        await Typed.Run("questionnaire", "schema", "--write", _folder.Of("schema"));

        var files = Directory.GetFiles(_folder.Of("a"), "*.yaml", SearchOption.AllDirectories);
        Assert.Equal(4, files.Length);
        Assert.All(
            files,
            file => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, File.ReadLines(file).First().Split('=')[1])), file)
        );
    }

    [Theory]
    [InlineData("")]
    [InlineData("2027")]
    [InlineData("../handwerk")]
    [InlineData("hand werk")]
    [InlineData("händwerk")]
    [InlineData("a\n")]
    [InlineData("handwerk.")]
    [InlineData("handwerk ")]
    [InlineData("con.txt")]
    public async Task What_is_no_id_is_refused_and_nothing_is_written(string id)
    {
        var typed = await Typed.Run("questionnaire", "new", id, "--folder", _folder.Location);

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("cannot be an id", typed.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Location));
    }

    [Theory]
    [InlineData("CON")]
    [InlineData("NUL")]
    [InlineData("aux")]
    [InlineData("prn")]
    [InlineData("com1")]
    [InlineData("Lpt9")]
    public async Task What_Windows_keeps_for_devices_is_refused_and_nothing_is_written(string id)
    {
        var typed = await Typed.Run("questionnaire", "new", id, "--folder", _folder.Location);

        Assert.Equal(
            (1, $"Windows keeps the name '{id}' for a device and can hold no folder of it. Choose another id.\n"),
            (typed.ExitCode, typed.Errors)
        );
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Location));
    }

    [Theory]
    [InlineData("console")]
    [InlineData("com10")]
    [InlineData("aux-2027")]
    public async Task A_name_that_only_begins_like_a_device_is_taken(string id)
    {
        var typed = await Typed.Run("questionnaire", "new", id, "--folder", _folder.Location);

        Assert.Equal((0, ""), (typed.ExitCode, typed.Errors));
    }

    [Fact]
    public async Task A_folder_that_is_there_is_not_written_over()
    {
        Directory.CreateDirectory(_folder.Of("handwerk"));

        var typed = await Typed.Run("questionnaire", "new", "handwerk", "--folder", _folder.Location);

        Assert.Equal((1, ""), (typed.ExitCode, typed.Output));
        Assert.Contains("exists already", typed.Errors, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Of("handwerk")));
    }

    [Fact]
    public async Task The_longest_id_makes_files_without_mistakes()
    {
        var id = new string('a', FirstFolder.LongestId);
        await Typed.Run("questionnaire", "new", id, "--folder", _folder.Location);

        Assert.Equal(0, (await Typed.Run("questionnaire", "check", _folder.Of(id))).ExitCode);
        Assert.Equal(0, (await Typed.Run("questionnaire", "test", _folder.Of(id))).ExitCode);
    }
}
