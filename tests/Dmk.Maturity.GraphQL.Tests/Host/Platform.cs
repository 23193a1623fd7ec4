using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

[assembly: AssemblyFixture(typeof(Dmk.Maturity.GraphQL.Tests.Platform))]

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>The real host on a free port over an empty data folder: storage, grains and GraphQL, with a small study in the field.</summary>
public sealed partial class Platform : IAsyncLifetime
{
    internal const string Study = "small-study";

    private const string Usual = "{ minimumRespondents: 5, unreliableHalfWidth: 10 }";

    /// <summary>Where companies can be drawn from.</summary>
    internal static IEnumerable<ReportingCell> Strata => _frame.Select(stratum => stratum.Cell);

    private static readonly IReadOnlyList<FrameStratum> _frame =
    [
        .. from land in new[] { "BE", "SN" }
        from sector in new[] { "manufacturing", "construction" }
        from size in new[] { "S1", "S2" }
        select new FrameStratum(ReportingCell.Of(land, sector, size), 400, 40),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dmk-graphql-");
    private readonly Queue<Invitation> _invitations = new();
    private readonly Lock _taking = new();
    private DataFolder? _data;
    private WebApplication? _host;
    private HttpClient _http = new();

    [GeneratedRegex("confidentiality: \\{[^}]*\\}")]
    private static partial Regex Rules { get; }

    internal static Uri Address { get; } = new("graphql", UriKind.Relative);

    /// <summary>Where it listens.</summary>
    internal Uri Server => new(_host!.Urls.Single());

    internal FieldWork FieldWork => _host!.Services.GetRequiredService<FieldWork>();

    /// <summary>What is different in this host.</summary>
    internal Action<IServiceCollection> More { get; init; } = _ => { };

    /// <summary>What is different in the small study's questionnaire.</summary>
    internal Func<string, string> Questionnaire { get; init; } = yaml => yaml;

    /// <summary>What the small study withholds, and when it shows more.</summary>
    internal string Confidentiality { get; init; } = Usual;

    internal LogLines Log { get; } = new();

    public async ValueTask InitializeAsync()
    {
        _data = DataFolder.Open(_folder.FullName);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Log).SetMinimumLevel(LogLevel.Error);
        builder.Services.AddDmkStorage(_data);
        builder.Services.Configure<DmkGrainsOptions>(options => options.Questionnaires = RepositoryFile.At("questionnaires"));
        builder.AddDmkGrains();
        builder.Services.AddDmkGraphQL();
        More(builder.Services);
        _host = builder.Build();
        _host.MapDmkGraphQL();
        await _host.StartAsync(TestContext.Current.CancellationToken);
        _http = new HttpClient { BaseAddress = new Uri(_host.Urls.Single() + "/") };
        await Publish(Study);
        await FieldWork.Open(Study, TestContext.Current.CancellationToken);
        foreach (var invitation in await FieldWork.IssueCodes(Study, int.MaxValue, TestContext.Current.CancellationToken))
        {
            _invitations.Enqueue(invitation);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _host!.DisposeAsync();
        _data!.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>What the host is made of.</summary>
    internal T Inside<T>()
        where T : notnull => _host!.Services.GetRequiredService<T>();

    /// <summary>The small study under that name, with ten companies in each stratum.</summary>
    internal Task Publish(string id) =>
        Publish(
            id,
            design => design,
            _frame.SelectMany(stratum => Enumerable.Range(1, 10).Select(number => ($"{id}-{stratum.Cell}-{number}", stratum.Cell)))
        );

    /// <summary>The small study under that name, with its file changed, and these companies.</summary>
    internal async Task Publish(string id, Func<string, string> changed, IEnumerable<(string UnitId, ReportingCell Stratum)> companies)
    {
        await FieldWork.Publish(
            Questionnaire(Small("questionnaire.yaml")),
            [Small("index.yaml")],
            changed(SmallStudy(Confidentiality).Replace(Study, id, StringComparison.Ordinal)),
            _frame,
            Origin.Synthetic,
            TestContext.Current.CancellationToken
        );
        var units = companies.Select(company => new SampledUnit(company.UnitId, company.Stratum, $"Firma {company.UnitId}", 5));
        await FieldWork.AddSample(id, [.. units], new Progress<(int, int)>(), TestContext.Current.CancellationToken);
    }

    /// <summary>An invitation that no other test has.</summary>
    internal Invitation Invitation(Func<Invitation, bool>? wanted = null)
    {
        lock (_taking)
        {
            var found = _invitations.First(wanted ?? (_ => true));
            var others = _invitations.Where(one => one != found).ToArray();
            _invitations.Clear();
            Array.ForEach(others, _invitations.Enqueue);
            return found;
        }
    }

    /// <summary>The session token of a company that no other test has.</summary>
    internal async Task<string> Company(Func<Invitation, bool>? wanted = null)
    {
        var answer = await Query(
            "mutation A($code: String!) { enterCode(code: $code) { sessionToken } " + "}",
            new { code = Invitation(wanted).AccessCode }
        );
        return answer.Data.GetProperty("enterCode").GetProperty("sessionToken").GetString()!;
    }

    internal async Task<string> Token(Role role) =>
        (
            await _host!
                .Services.GetRequiredService<Accounts>()
                .CreateToken(role, role == Role.Ministry ? "SN" : null, "test", TimeSpan.FromDays(1), TestContext.Current.CancellationToken)
        ).Secret;

    internal HttpRequestMessage Request(string query, object? variables = null) =>
        new(HttpMethod.Post, Address)
        {
            Content = new StringContent(JsonSerializer.Serialize(new { query, variables }), Encoding.UTF8, "application/json"),
        };

    internal async Task<Answered> Query(string query, object? variables = null, string? token = null, string? accept = null)
    {
        using var request = Request(query, variables);
        request.Headers.Authorization = token is null ? null : new("Bearer", token);
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return await Send(request);
    }

    internal async Task<Answered> Post(HttpContent content, string? accept)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = content };
        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return await Send(request);
    }

    internal async Task<Answered> Send(HttpRequestMessage request) =>
        await Answered.Of(await _http.SendAsync(request, TestContext.Current.CancellationToken));

    /// <summary>The file of the small study, with what it withholds.</summary>
    internal static string SmallStudy(string confidentiality = Usual) =>
        Rules.Replace(Small("study.yaml"), $"confidentiality: {confidentiality}");

    private static string Small(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Small", file));
}
