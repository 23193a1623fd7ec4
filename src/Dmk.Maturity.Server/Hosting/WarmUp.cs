using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>Asks the server what companies and readers will ask first, so that nobody waits while code is compiled and partitions are
/// read.</summary>
/// <remarks>Nothing is stored by it but what the first reader would have set going, and no failed entry is counted. Where it cannot
/// ask, the first ones wait as they did.</remarks>
internal sealed partial class WarmUp(IServiceProvider services, ILogger<WarmUp> log)
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private static readonly string[] _pages = ["de", "en/survey", "kern.css", "health/ready"];

    private static readonly string[] _documents =
    [
        "{ studies { id } __schema { queryType { name fields { name args { name type { name } } } } } }",
        "mutation($code: String!) { enterCode(code: $code, language: EN) { sessionToken problem message } }",
        "{ response(language: EN) { revision receipt { number hash } questionnaire { id version hash } } }",
        "mutation($base: Int!, $answers: [AnswerInput!]!) { saveAnswers(baseRevision: $base, answers: $answers) { result revision } }",
    ];

    private readonly TaskCompletionSource _hasResults = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends when <see cref="Results"/> has, whatever came of it.</summary>
    public Task HasResults => _hasResults.Task;

    /// <summary>Pages and GraphQL, over the address that the server listens at.</summary>
    /// <param name="urls">Where it listens; only one that speaks plain HTTP is asked.</param>
    public async Task Faces(IEnumerable<string> urls, CancellationToken cancellation)
    {
        if (urls.Select(Own).FirstOrDefault(own => own is not null) is not { } address)
        {
            return;
        }

        using var http = new HttpClient { BaseAddress = address, Timeout = _patience };
        try
        {
            foreach (var page in _pages)
            {
                using var answer = await http.GetAsync(new Uri(page, UriKind.Relative), cancellation);
            }

            foreach (var query in _documents)
            {
                var variables = new
                {
                    code = "",
                    @base = 0,
                    answers = Array.Empty<object>(),
                };
                using var answer = await http.PostAsJsonAsync("graphql", new { query, variables }, cancellation);
            }
        }
        catch (Exception exception)
            when (exception is HttpRequestException or TaskCanceledException && !cancellation.IsCancellationRequested)
        {
            NotWarm(log, exception.Message);
        }
    }

    /// <summary>One table of each study that has been in the field, as operators and as readers see it: its partitions are read by it, and
    /// readers who come first do not wait for what is shown to be put together.</summary>
    /// <returns>Of how many studies.</returns>
    public async Task<int> Results(CancellationToken cancellation)
    {
        var made = 0;
        try
        {
            var studies = await services.GetRequiredService<Catalogue>().Studies(cancellation);
            foreach (var study in studies.Where(study => study.Phase != StudyPhase.Draft))
            {
                foreach (var role in new[] { Role.Operator, Role.Economist })
                {
                    await services.GetRequiredService<StudyResults>().Prepare(First(study, role), cancellation);
                }

                made++;
            }
        }
        catch (Exception exception) when (!cancellation.IsCancellationRequested)
        {
            // Whoever asks next is told in words.
            NotWarm(log, exception.Message);
        }
        finally
        {
            _hasResults.TrySetResult();
        }

        return made;
    }

    private static ResultRequest First(Study study, Role role)
    {
        var index = study.Indices[0];
        return new()
        {
            Study = study,
            Index = index.Id,
            Node = index.Nodes[0].Id,
            By = [],
            Audience = new Audience(role, null, "warming up"),
        };
    }

    /// <summary>The same address as this machine reaches it.</summary>
    private static Uri? Own(string url) =>
        Uri.TryCreate(
            url.Replace("//*", "//127.0.0.1", StringComparison.Ordinal)
                .Replace("//+", "//127.0.0.1", StringComparison.Ordinal)
                .Replace("//0.0.0.0", "//127.0.0.1", StringComparison.Ordinal)
                .Replace("//[::]", "//127.0.0.1", StringComparison.Ordinal),
            UriKind.Absolute,
            out var address
        )
        && address.Scheme == "http"
            ? address
            : null;

    [LoggerMessage(5002, LogLevel.Debug, "The server could not be warmed up: {Reason}")]
    private static partial void NotWarm(ILogger log, string reason);
}
