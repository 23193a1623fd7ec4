using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;

namespace Dmk.Maturity.Server.Tests;

public sealed partial class QuestionnairePreviewTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly HttpClient _client = new();
    private WebApplication _server = null!;

    private string File => _folder.Of("hw/questionnaire.yaml");

    public async ValueTask InitializeAsync()
    {
        await Typed.Run("questionnaire", "new", "hw", "--folder", _folder.Location);
        _server = PreviewServer.Build(_folder.Of("hw"), "http://127.0.0.1:0");
        await _server.StartAsync(TestContext.Current.CancellationToken);
        _client.BaseAddress = new(_server.Urls.Single());
    }

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _server.StopAsync(CancellationToken.None);
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_form_is_shown_as_companies_see_it_and_says_that_it_is_a_preview()
    {
        var start = await Get("/");
        var german = await Get(Section("company", "de"));
        var english = await Get(Section("company", "de") + "?lang=en");

        Assert.Contains("Digitale Werkzeuge im Betrieb", start, StringComparison.Ordinal);
        Assert.Contains("Vorschau.", german, StringComparison.Ordinal);
        Assert.Contains(
            "<title>Ihr Betrieb – Digitale Werkzeuge im Betrieb</title>",
            WebUtility.HtmlDecode(german),
            StringComparison.Ordinal
        );
        Assert.Matches("dmk-header__name\"[^>]*>Digitale Werkzeuge im Betrieb<", german);
        Assert.Matches("dmk-header__name\"[^>]*>Digital tools in companies<", english);
        Assert.Contains("Wie viele Personen arbeiten derzeit in Ihrem Betrieb?", german, StringComparison.Ordinal);
        Assert.Contains("Nothing is stored", english, StringComparison.Ordinal);
        Assert.Contains("How many persons currently work in your company?", english, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_route_are_checked_scored_and_submitted_and_nothing_is_stored()
    {
        var before = Files();
        await Post("company", ("persons", "300"), ("sells_online", "no"));
        Assert.DoesNotContain("Wie viel Prozent des Umsatzes", await Get(Section("company", "de")), StringComparison.Ordinal);
        await Post("company", ("persons", "300"), ("sells_online", "yes"));
        Assert.Contains("Wie viel Prozent des Umsatzes", await Get(Section("company", "de")), StringComparison.Ordinal);
        var tools = await Post("tools", ("programs", "none"));

        Assert.Contains("id=\"scores\"", tools, StringComparison.Ordinal);
        Assert.Contains("0,0", tools, StringComparison.Ordinal);
        var check = await Get("/de/survey/preview00000/check");
        Assert.Contains("Ein Betrieb Ihrer Größe ohne jedes dieser Programme", WebUtility.HtmlDecode(check), StringComparison.Ordinal);

        var receipt = await Send("/de/survey/preview00000/check", check, [("confirm.large_without_programs", "yes"), ("go!", "")]);
        Assert.Contains("Eine Quittung hier belegt nichts", receipt, StringComparison.Ordinal);
        Assert.Equal(before, Files());

        Assert.DoesNotContain("value=\"300\"", await Get("/de/preview/again"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_chooses_what_is_not_offered_is_told_at_once()
    {
        await Edit("{ code: \"yes\", de: \"Ja\", en: \"Yes\" }", "{ code: \"yes\", de: \"Ja\", en: \"Yes\", when: \"persons >= 10\" }");

        var told = WebUtility.HtmlDecode(await Post("company", ("persons", "3"), ("sells_online", "yes")));

        Assert.Contains(
            "Sie hatten „Ja“ gewählt. Nach Ihren anderen Angaben wird das nicht mehr angeboten",
            told,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("Sie hatten „Ja“", await Post("company", ("persons", "10")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_request_sees_an_edited_file_and_answers_stay()
    {
        await Post("company", ("persons", "3"));
        await Edit("Wie viele Personen arbeiten derzeit", "Wie viele Menschen arbeiten heute");

        var page = await Get(Section("company", "de"));

        Assert.Contains("Wie viele Menschen arbeiten heute", page, StringComparison.Ordinal);
        Assert.Contains("value=\"3\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_broken_file_the_last_good_version_stays_with_the_problems_above_it()
    {
        await Edit("type: percentage", "type: percent");

        var page = WebUtility.HtmlDecode(await Get(Section("company", "en")));

        Assert.Contains("Below is the last version that could be.", page, StringComparison.Ordinal);
        Assert.Matches("questionnaire.yaml, line [0-9]+, column [0-9]+", page);
        Assert.Contains("unknown-choice", page, StringComparison.Ordinal);
        Assert.Contains("How many persons currently work in your company?", page, StringComparison.Ordinal);

        await Edit("type: percent\n", "type: percentage\n");
        Assert.DoesNotContain("id=\"problems\"", await Get(Section("company", "en")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_that_the_frame_gives_is_made_up()
    {
        await Edit("id: persons\n", "id: persons\n        prefill: persons\n");

        Assert.Contains("value=\"12\"", await Get(Section("company", "en")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_linter_only_warns_of_is_shown_beside_the_form_and_linked()
    {
        await Edit("Estimates are good enough.", "Schätzungen genügen.");
        await Edit("When did you last buy a program?", "Wann haben Sie zuletzt ein Programm angeschafft?");

        var page = WebUtility.HtmlDecode(await Get(Section("company", "en")));

        Assert.Contains("untranslated", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/en/survey/preview00000/section/tools\">questionnaire.yaml, line", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("127.0.0.1.evil.example:80")]
    [InlineData("10.0.0.1")]
    public async Task Another_host_s_name_is_refused(string host)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.Host = host;

        var answer = await _client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(
            "Werkzeuge",
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/../../etc/passwd")]
    [InlineData("/de/survey/preview00000/section/..%2f..%2fquestionnaire.yaml")]
    [InlineData("/de/survey/otherhandle0")]
    [InlineData("/de/tables/x")]
    [InlineData("/graphql")]
    public async Task No_other_page_or_file_is_served(string path)
    {
        var answer = await RawRequest.Send(_client.BaseAddress!, $"GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        Assert.Matches("^HTTP/1.1 (404|400|303|302)", answer);
    }

    [Fact]
    public async Task A_form_from_elsewhere_changes_nothing()
    {
        using var form = new FormUrlEncodedContent([
            new("persons", "77"),
            new("revision!", "0"),
            new("shown!", "persons"),
            new("go!", "next"),
        ]);
        using var answer = await _client.PostAsync(At(Section("company", "de")), form, TestContext.Current.CancellationToken);

        Assert.DoesNotContain("value=\"77\"", await Get(Section("company", "de")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://0.0.0.0:5090")]
    [InlineData("http://example.org")]
    [InlineData("nowhere")]
    public async Task Only_addresses_of_this_machine_are_listened_on(string urls)
    {
        var typed = await Typed.Run("questionnaire", "preview", _folder.Of("hw"), "--urls", urls);

        Assert.Equal(2, typed.ExitCode);
        Assert.Contains("addresses of this machine only", typed.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_broken_from_the_start_is_told_and_not_served()
    {
        await Edit("type: percentage", "type: percent");

        var typed = await Typed.Run("questionnaire", "preview", _folder.Of("hw"), "--port", "0");

        Assert.Equal(1, typed.ExitCode);
        Assert.Contains("error unknown-choice", typed.Errors, StringComparison.Ordinal);
    }

    private static string Section(string id, string language) => $"/{language}/survey/preview00000/section/{id}";

    private static Uri At(string path) => new(path, UriKind.Relative);

    private Task<string> Get(string path) => _client.GetStringAsync(At(path), TestContext.Current.CancellationToken);

    private async Task<string> Post(string section, params (string Name, string Value)[] typed) =>
        await Send(Section(section, "de"), await Get(Section(section, "de")), [.. typed, ("go!", "next")]);

    private async Task<string> Send(string path, string page, (string Name, string Value)[] typed)
    {
        var hidden = Hidden()
            .Matches(page)
            .Select(match => KeyValuePair.Create(match.Groups[1].Value, WebUtility.HtmlDecode(match.Groups[2].Value)));
        using var form = new FormUrlEncodedContent([.. hidden, .. typed.Select(one => KeyValuePair.Create(one.Name, one.Value))]);
        using var answer = await _client.PostAsync(At(path), form, TestContext.Current.CancellationToken);
        return await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task Edit(string find, string put)
    {
        var text = await System.IO.File.ReadAllTextAsync(File, TestContext.Current.CancellationToken);
        Assert.Contains(find, text, StringComparison.Ordinal);
        await System.IO.File.WriteAllTextAsync(
            File,
            text.Replace(find, put, StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
    }

    private string Files() =>
        string.Join(
            '\n',
            Directory.EnumerateFileSystemEntries(_folder.Location, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
        );

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\"")]
    private static partial Regex Hidden();
}
