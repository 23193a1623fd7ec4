using System.Text;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>Files as the offices of this country save them: read rightly or refused, never with other letters than were typed.</summary>
public sealed class EncodingTests : IDisposable
{
    private const string Table = "code,parent,de,en\n1,,Köln,Cologne\n2,,Münster,Munster\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dmk-encoding-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("utf-8", false)]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16BE", true)]
    public void A_file_in_Unicode_is_read_as_it_was_typed(string encoding, bool withMark)
    {
        var path = Write("text.yaml", Table, Encoding.GetEncoding(encoding), withMark);
        var problems = new List<Problem>();

        Assert.Equal(Table, YamlFile.Text(path, problems));
        Assert.Empty(problems);
    }

    /// <summary>Excel saves "CSV" as Windows-1252, where an umlaut is the same single byte as in Latin-1.</summary>
    [Theory]
    [InlineData("a: Köln\n", 1, 5)]
    [InlineData("a: b\r\nc: Mülheim\r\nd: Köln\r\n", 2, 5)]
    [InlineData("a: b\n\nc: ß", 3, 4)]
    public void A_file_in_another_encoding_is_refused_at_the_first_letter_that_is_not_UTF8(string text, int line, int column)
    {
        var path = Write("text.yaml", text, Encoding.Latin1, withMark: false);
        var problems = new List<Problem>();

        Assert.Null(YamlFile.Read(path, problems));

        var problem = Assert.Single(problems);
        Assert.Equal(("not-utf8", line, column), (problem.Code, problem.Place.Line, problem.Place.Column));
        Assert.Contains("Save it as UTF-8", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_in_Windows_1252_is_read_with_a_warning_that_shows_a_line()
    {
        var western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
        var path = Write("codes.csv", "code;titel\n1;„Köln“ – 5 €\n2;Größe\n", western, withMark: false);
        var problems = new List<Problem>();

        Assert.Equal("code;titel\n1;„Köln“ – 5 €\n2;Größe\n", TableFile.Text(path, problems));
        var problem = Assert.Single(problems);
        Assert.Equal(("read-as-windows-1252", Severity.Warning, 2), (problem.Code, problem.Severity, problem.Place.Line));
        Assert.Contains("1;„Köln“ – 5 €", problem.Message, StringComparison.Ordinal);
    }

    /// <summary>As a command line of old saves it: the umlauts would become quotation marks.</summary>
    [Theory]
    [InlineData("code;titel\n1;Köln\n")]
    [InlineData("code;titel\n1;Größe\n")]
    public void A_table_that_would_be_read_with_other_letters_is_refused(string text)
    {
        var path = Write("codes.csv", text, CodePagesEncodingProvider.Instance.GetEncoding(850)!, withMark: false);
        var problems = new List<Problem>();

        Assert.Null(TableFile.Text(path, problems));
        Assert.Equal("not-utf8", Assert.Single(problems).Code);
    }

    private string Write(string name, string text, Encoding encoding, bool withMark)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllBytes(path, [.. withMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)]);
        return path;
    }
}
