namespace Dmk.Maturity.Questionnaires.Tests;

public sealed class WordTableTests : IDisposable
{
    private const string Yaml =
        "id: x-all\ntitle: { de: a, en: a }\nsource: a\nedition: \"1\"\nentries: [ "
        + "{ code: 01.1, de: a, en: a }, { code: 02.1, de: b, en: b } ]\n"
        + "wordsFile: w.csv\n";
    private const string Columns = "word,language,x,y\n";

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, true);

    [Fact]
    public void Words_lead_to_codes_of_their_edition()
    {
        var words = Read("# Comment, with comma\n" + Columns + "# another\nMaler,de,01.1 02.1,9\npainter,en,02.1,\nKuhhirt,de,,9\n")
            .OrThrow()
            .Find("x-all")!
            .Words;

        Assert.Equal(["Maler", "painter"], words.Select(word => word.Word));
        Assert.Equal([Language.German, Language.English], words.Select(word => word.Language));
        Assert.Equal(["01.1", "02.1"], words[0].Codes);
    }

    [Fact]
    public void One_word_may_stand_in_both_languages() =>
        Assert.Equal(2, Read(Columns + "Hotel,de,01.1,\nHotel,en,01.1,\n").OrThrow().Find("x-all")!.Words.Count);

    [Fact]
    public void Classifications_without_words_have_none() => Assert.Empty(RepositoryFiles.Classifications.Find("land")!.Words);

    [Fact]
    public void Both_editions_have_words() =>
        Assert.All(
            (string[])["wz2008-classes", "wz2025-classes"],
            id => Assert.Equal("43.21", RepositoryFiles.Classifications.Find(id)!.Words.First(word => word.Word == "Elektriker").Codes[0])
        );

    /// <summary>§ stands where the problem must be reported.</summary>
    [Theory]
    [InlineData("§word,language,y\n", "wrong-columns")]
    [InlineData("§word,x\n", "wrong-columns")]
    [InlineData("§", "empty-file")]
    [InlineData("# comment\n§word,language\n", "wrong-columns")]
    [InlineData(Columns + "Maler,de,§03.1,\n", "unknown-code")]
    [InlineData(Columns + "Maler,de,§1.1,\n", "unknown-code")]
    [InlineData(Columns + "Maler,de,01.1,\n§maler,de,02.1,\n", "duplicate-id")]
    [InlineData(Columns + "Maler,de,§01.1 01.1,\n", "duplicate-id")]
    [InlineData(Columns + "Maler,§fr,01.1,\n", "unknown-language")]
    [InlineData(Columns + "Maler,§,01.1,\n", "unknown-language")]
    [InlineData(Columns + "§,de,01.1,\n", "wrong-kind")]
    [InlineData(Columns + "§--,de,01.1,\n", "wrong-kind")]
    [InlineData(Columns + "Maler,de,§,\n", "wrong-kind")]
    [InlineData(Columns + "§Maler,de\n", "table-syntax")]
    public void A_mistake_is_reported_once_and_where_it_stands(string marked, string code)
    {
        var before = marked[..marked.IndexOf('§', StringComparison.Ordinal)];
        var problem = Assert.Single(Read(marked.Replace("§", "", StringComparison.Ordinal)).Problems);

        Assert.Equal(
            $"w.csv:{before.Count(character => character == '\n') + 1}:{before.Length - before.LastIndexOf('\n')} {code}",
            $"{Path.GetFileName(problem.Place.File)}:{problem.Place.Line}:{problem.Place.Column} {problem.Code}"
        );
    }

    [Fact]
    public void A_table_stands_beside_its_classification_and_nowhere_else()
    {
        File.WriteAllText(Path.Combine(_folder, "x.yaml"), Yaml.Replace("w.csv", "../w.csv", StringComparison.Ordinal));

        Assert.Equal("wrong-kind", Assert.Single(Classifications.Read(_folder).Problems).Code);
    }

    [Fact]
    public void A_table_that_two_editions_share_is_complained_about_once()
    {
        File.WriteAllText(Path.Combine(_folder, "z.yaml"), Yaml.Replace("x-all", "y-all", StringComparison.Ordinal));

        Assert.Single(Read(Columns + "Maler,fr,01.1,01.1\n").Problems);
    }

    private Parsed<Classifications> Read(string table)
    {
        File.WriteAllText(Path.Combine(_folder, "x.yaml"), Yaml);
        File.WriteAllText(Path.Combine(_folder, "w.csv"), table);
        return Classifications.Read(_folder);
    }
}
