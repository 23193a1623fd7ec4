using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Simulation;
using Dmk.Maturity.Web;
using Microsoft.Extensions.Primitives;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A company at one response, at the pages without script and at GraphQL by turns. It keeps its own account of what it has said,
/// and holds what both show against the library's interview.</summary>
internal sealed partial class Walker : IDisposable
{
    private const string State = """
        { response(language: DE) { revision status receipt { hash }
            answers { variable code codes number text date period { begin end } items missing }
            sections { id asked title questions { id asked text options { code label } rows { id label } group { id asked }
              items { id label questions { id asked text } } } } }
          checkResponse(language: DE) { problems { variable code } hard { id message } soft { id message } info { id message } } }
        """;

    private readonly HttpClient _http;
    private readonly Questionnaire _questionnaire;
    private readonly SyntheticCompany _company;
    private readonly Random _random;
    private string _token = "";
    private string _survey = "";

    public Walker(Uri server, Questionnaire questionnaire, SyntheticCompany company, int seed)
    {
        _http = new HttpClient(
            new HttpClientHandler
            {
                AllowAutoRedirect = false,
                CheckCertificateRevocationList = true,
                CookieContainer = new CookieContainer(),
            }
        )
        {
            BaseAddress = server,
        };
        (_questionnaire, _company, _random) = (questionnaire, company, new Random(seed));
    }

    /// <summary>All that should be stored.</summary>
    public Answers Said { get; private set; } = Answers.None;

    /// <summary>With the day as the server knows it.</summary>
    private Interview Interview =>
        Interview.Of(_questionnaire, _questionnaire.ReadsToday ? Said.With(Fact.Today, new Answer.Day(Today())) : Said);

    public void Dispose() => _http.Dispose();

    public async Task Enter(string code)
    {
        var entered = await Query("mutation E($code: String!) { enterCode(code: $code) { sessionToken } }", new { code });
        _token = entered.GetProperty("enterCode").GetProperty("sessionToken").GetString()!;
        var form = FormFace.Sent(await Get("/de/survey"));
        form["code"] = code;
        var (_, to, _) = await Post("/de/survey", form);
        _survey = Handle().Match(to).Value;
        Assert.NotEqual("", _survey);
        Said = Stored(await Look());
    }

    /// <summary>One section, answered at random on one of the faces; then both are looked at.</summary>
    public async Task Step()
    {
        var sections = _questionnaire.Sections.Where(Interview.IsAsked).ToArray();
        var section = sections[_random.Next(sections.Length)];
        if (_random.Next(2) == 0)
        {
            await AnswerOnPage(section);
        }
        else
        {
            await AnswerByGraphQL(Drawn(section));
        }

        var state = await Look();
        Assert.Equal(Said.All, Stored(state).All);
        await Compare(state);
    }

    /// <summary>Answers all, submits, and reads the receipt and the own answers.</summary>
    public async Task Finish()
    {
        // Who has answered nothing at all cannot submit: the study itself says so.
        var filled = FilledForm.Of(_company, _questionnaire).Answers.With("walked_share", new Answer.Number(50));
        var cleared = Said.All.Where(said => filled[said.Key] == Answer.Unanswered).ToDictionary(one => one.Key, _ => Answer.Unanswered);
        await AnswerByGraphQL(filled.All.Concat(cleared).ToDictionary(StringComparer.Ordinal));
        Assert.Empty(Interview.Problems);
        await Compare(await Look());
        var check = FormFace.Sent(await Get($"/de{_survey}/check"));
        foreach (Match soft in SoftCheck().Matches(await Get($"/de{_survey}/check")))
        {
            check[soft.Groups["name"].Value] = WebUtility.HtmlDecode(soft.Groups["value"].Value);
            check[soft.Groups["name"].Value.Replace("confirm!", "reason!", StringComparison.Ordinal)] = "Es ist so.";
        }

        var (_, to, sent) = await Post($"/de{_survey}/check", check);
        Assert.True(to.EndsWith("/receipt", StringComparison.Ordinal), Text(sent));
        var state = await Look();
        Assert.Contains(
            state.GetProperty("response").GetProperty("receipt").GetProperty("hash").GetString()!,
            await Get(to),
            StringComparison.Ordinal
        );
        Assert.Equal(Interview.OnPath.All.Where(one => !Fact.Is(one.Key)), Stored(state).All);
        foreach (var section in _questionnaire.Sections.Where(Interview.IsAsked))
        {
            await ReadOwn(section);
        }
    }

    /// <summary>Every asked question with its answer, words as this company reads them.</summary>
    private async Task ReadOwn(Section section)
    {
        var read = Text(await Get($"/de{_survey}/section/{section.Id}"));
        foreach (var question in section.Questions.Where(question => question is not Question.Note && Interview.IsAsked(question)))
        {
            Assert.Contains(Interview.Say(question.Text, Language.German), read, StringComparison.Ordinal);
            var said = Interview.Effective(_questionnaire.Variables.First(variable => variable.QuestionId == question.Id));
            if (said is Answer.Coded coded && question is not Question.CodeSearch)
            {
                var label = question.Choices.Single(option => option.Code == coded.Code).Label;
                Assert.Contains(Interview.Say(label, Language.German), read, StringComparison.Ordinal);
            }
        }
    }

    private async Task AnswerOnPage(Section section)
    {
        var address = $"/de{_survey}/section/{section.Id}";
        var html = await Get(address);
        if (AddButton().Match(html) is { Success: true } add && _random.Next(2) == 0)
        {
            var with = FormFace.Sent(html);
            with["go!"] = WebUtility.HtmlDecode(add.Groups["value"].Value);
            await Post(address, with);
            var listed = Stored(await Look());
            var roster = with["go!"].ToString().Split(':')[1];
            Assert.Equal(ItemsIn(Said, roster) + 1, ItemsIn(listed, roster));
            Said = listed;
            html = await Get(address);
        }

        var names = Name()
            .Matches(html)
            .Select(match => WebUtility.HtmlDecode(match.Groups["name"].Value))
            .ToHashSet(StringComparer.Ordinal);
        var drawn = Drawn(section);

        // A person searches the code first, which shows it to be chosen; here it is known.
        names.UnionWith(drawn.Keys.Where(variable => _questionnaire.Variable(variable)!.Question is Question.CodeSearch));
        drawn = drawn
            .Where(one => _questionnaire.Variable(one.Key) is { Question: not Question.Roster } && names.Any(name => IsOf(name, one.Key)))
            .ToDictionary(StringComparer.Ordinal);
        var form = FormFace.Sent(html);
        var values = FieldValues.Of(drawn.Keys.Select(id => _questionnaire.Variable(id)!), Answers.Of(drawn), Language.German);
        foreach (var name in form.Keys.Where(name => IsField(name, drawn)).ToArray())
        {
            form.Remove(name);
        }

        foreach (var name in names.Where(name => IsField(name, drawn) && values.All(name).Count > 0))
        {
            form[name] = new StringValues([.. values.All(name)]);
        }

        form["go!"] = "overview";
        var (status, _, _) = await Post(address, form);
        Assert.Contains(status, new[] { HttpStatusCode.SeeOther, HttpStatusCode.OK });
        Said = Said.With(drawn);
    }

    private bool IsField(string name, Dictionary<string, Answer> drawn) =>
        drawn.Keys.Any(variable => IsOf(name, variable) || name == _questionnaire.Variable(variable)!.QuestionId + "!reason");

    private static bool IsOf(string name, string variable) => name == variable || name.StartsWith(variable + "!", StringComparison.Ordinal);

    private async Task AnswerByGraphQL(IReadOnlyDictionary<string, Answer> drawn)
    {
        var revision = (await Look()).GetProperty("response").GetProperty("revision").GetInt32();
        var answers = drawn.Select(one => Input(one.Key, one.Value)).ToArray();
        var saved = await Query(
            "mutation S($revision: Int!, $answers: [AnswerInput!]!) { saveAnswers(baseRevision: $revision, answers: $answers) "
                + "{ result problems { variable code message } } }",
            new { revision, answers }
        );
        Assert.True(saved.GetProperty("saveAnswers").GetProperty("result").GetString() == "SAVED", saved.ToString());
        Said = Listed(Said.With([.. drawn]));
    }

    /// <summary>Answers to the questions of a section that are asked now, or nothing.</summary>
    private Dictionary<string, Answer> Drawn(Section section)
    {
        var drawn = new Dictionary<string, Answer>(StringComparer.Ordinal);
        foreach (var question in section.Questions.Where(question => question is not Question.Note && Interview.IsAsked(question)))
        {
            var attempt = _random.Next(1, 1_000);
            foreach (var (variable, answer) in new AnswerDraw(_company, question, Interview, attempt).Answers())
            {
                if (_questionnaire.Validate(variable, answer) is null)
                {
                    drawn[variable] = answer;
                }
            }
        }

        return drawn;
    }

    /// <summary>What was said about an item goes with the item.</summary>
    private static Answers Listed(Answers said) =>
        said.Where(variable =>
            !ItemId.TrySplit(variable, out var roster, out var item, out _)
            || (said[roster.ToString()] is Answer.Items items && items.Ids.Contains(item.ToString()))
        );

    private static int ItemsIn(Answers answers, string roster) => answers[roster] is Answer.Items items ? items.Ids.Count : 0;

    private static Dictionary<string, object> Input(string variable, Answer answer)
    {
        if (answer == Answer.Unanswered)
        {
            return new() { ["variable"] = variable, ["clear"] = true };
        }

        var (field, value) = GraphQLFace.Stored(answer);
        return new() { ["variable"] = variable, [field] = value };
    }

    private static DateOnly Today() =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeBySystemTimeZoneId(TimeProvider.System.GetUtcNow(), "Europe/Berlin").DateTime);

    private Task<JsonElement> Look() => Query(State, new { });

    private async Task<JsonElement> Query(string query, object variables)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Authorization = _token.Length > 0 ? new("Bearer", _token) : null;
        using var response = await _http.SendAsync(request, TestContext.Current.CancellationToken);
        var json = await response.Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
        Assert.False(json.TryGetProperty("errors", out var errors), errors.ToString());
        return json.GetProperty("data");
    }

    private async Task<string> Get(string address)
    {
        using var response = await _http.GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
    }

    private async Task<(HttpStatusCode Status, string To, string Html)> Post(string address, Dictionary<string, StringValues> form)
    {
        using var content = new FormUrlEncodedContent(
            form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))
        );
        using var response = await _http.PostAsync(new Uri(address, UriKind.Relative), content, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, response.Headers.Location?.ToString() ?? "", html);
    }

    private static string Text(string html) => WebUtility.HtmlDecode(html);

    [GeneratedRegex("/survey/[^/?]+")]
    private static partial Regex Handle();

    [GeneratedRegex("name=\"(?<name>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex Name();

    [GeneratedRegex("name=\"go!\" value=\"(?<value>add:[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex AddButton();

    [GeneratedRegex("name=\"(?<name>confirm![^\"]*)\" value=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture)]
    private static partial Regex SoftCheck();
}
