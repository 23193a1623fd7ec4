using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Dmk.Maturity.Trials;

/// <summary>A company that reads and saves one answer after the other, and another one that does so through a page.</summary>
internal sealed class CompanyAtWork(Uri server, Callers byProgram, Callers byPage)
{
    private const string Reading =
        "{ response(language: EN) { revision questionnaire { sections { questions { type variables { id } } } } } }";
    private const string Saving =
        "mutation($base: Int!, $answers: [AnswerInput!]!) { saveAnswers(baseRevision: $base, answers: $answers) { result revision } }";

    /// <summary>Works until it is told to stop.</summary>
    /// <returns>Milliseconds of each save, by program and by page.</returns>
    public async Task<(List<double> ByProgram, List<double> ByPage)> Work(CancellationToken stop)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = server };
        var program = Program(http, stop);
        var page = Page(http, stop);
        return (await program, await page);
    }

    private async Task<List<double>> Program(HttpClient http, CancellationToken stop)
    {
        var times = new List<double>();
        var state = (await Ask(http, Reading, new { })).GetProperty("response");
        var variable = state
            .GetProperty("questionnaire")
            .GetProperty("sections")
            .EnumerateArray()
            .SelectMany(section => section.GetProperty("questions").EnumerateArray())
            .First(question => question.GetProperty("type").GetString() == "TEXT")
            .GetProperty("variables")[0]
            .GetProperty("id")
            .GetString();
        while (!stop.IsCancellationRequested)
        {
            var read = (await Ask(http, "{ response { revision } }", new { })).GetProperty("response").GetProperty("revision").GetInt64();
            var begun = Stopwatch.GetTimestamp();
            var answers = new[] { new { variable, text = $"{times.Count} of them" } };
            var saved = (await Ask(http, Saving, new { @base = read, answers })).GetProperty("saveAnswers");
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            if (saved.GetProperty("result").GetString() != "SAVED")
            {
                throw new InvalidOperationException($"A company could not save: {saved}");
            }

            await Pause();
        }

        return times;
    }

    private async Task<List<double>> Page(HttpClient http, CancellationToken stop)
    {
        var times = new List<double>();
        var (address, _) = byPage.Forms.First(form => form.Address.Contains("/section/", StringComparison.Ordinal));
        while (!stop.IsCancellationRequested)
        {
            using var asked = Request(HttpMethod.Get, address);
            using var shown = await http.SendAsync(asked, CancellationToken.None);
            var (_, fields) = Callers
                .FormsOf(await shown.Content.ReadAsStringAsync(CancellationToken.None), address)
                .First(one => one.Address == address);
            using var sent = Request(HttpMethod.Post, address);
            sent.Content = new FormUrlEncodedContent(
                fields
                    .Where(field => field.Value.Length > 0)
                    .DistinctBy(field => field.Name)
                    .Select(field => KeyValuePair.Create(field.Name, field.Value))
            );
            var begun = Stopwatch.GetTimestamp();
            using var saved = await http.SendAsync(sent, CancellationToken.None);
            times.Add(Stopwatch.GetElapsedTime(begun).TotalMilliseconds);
            if ((int)saved.StatusCode is not (200 or 303))
            {
                throw new InvalidOperationException($"A company's page answered {(int)saved.StatusCode}.");
            }

            await Pause();
        }

        return times;

        HttpRequestMessage Request(HttpMethod method, string page)
        {
            var request = new HttpRequestMessage(method, new Uri(page, UriKind.Relative));
            request.Headers.Add("Cookie", byPage.Cookies[0]);
            return request;
        }
    }

    /// <summary>One goes on when a person would at the earliest.</summary>
    private static Task Pause() => Task.Delay(20, CancellationToken.None);

    private async Task<JsonElement> Ask(HttpClient http, string query, object variables)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("/graphql", UriKind.Relative))
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json"),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", byProgram.Session);
        using var answer = await http.SendAsync(request, CancellationToken.None);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(CancellationToken.None));
        return json.RootElement.TryGetProperty("data", out var data)
            ? data.Clone()
            : throw new InvalidOperationException($"A company was answered {json.RootElement}");
    }
}
