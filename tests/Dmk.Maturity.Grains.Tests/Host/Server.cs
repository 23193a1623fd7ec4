using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>The real storage and grains in a host without faces, over a data folder.</summary>
public sealed class Server : IAsyncDisposable
{
    public static IReadOnlyList<FrameStratum> Frame { get; } =
    [
        .. from land in new[] { "BE", "SN" }
        from sector in new[] { "manufacturing", "construction" }
        from size in new[] { "S1", "S2" }
        select new FrameStratum(ReportingCell.Of(land, sector, size), 400, 40),
    ];

    public static Classifications Classifications { get; } =
        Classifications.Read(Path.Combine(Repository(), "questionnaires", "classifications")).OrThrow();

    private readonly IHost _host;
    private readonly DataFolder _folder;

    private Server(IHost host, DataFolder folder) => (_host, _folder) = (host, folder);

    public FakeTimeProvider Clock { get; private init; } = null!;

    public FieldWork FieldWork => Get<FieldWork>();

    public Entrance Entrance => Get<Entrance>();

    public Accounts Accounts => Get<Accounts>();

    public SignIns SignIns => Get<SignIns>();

    public Catalogue Catalogue => Get<Catalogue>();

    public StudyResults Results => Get<StudyResults>();

    public Task<Result.Table> Table(
        Study study,
        string index,
        string node,
        IReadOnlyList<string> by,
        Audience audience,
        CancellationToken cancellation
    ) =>
        Results.Table(
            new()
            {
                Study = study,
                Index = index,
                Node = node,
                By = by,
                Audience = audience,
            },
            cancellation
        );

    public static async Task<Server> Start(string path, FakeTimeProvider? clock = null, Action<IServiceCollection>? more = null)
    {
        clock ??= new FakeTimeProvider(new DateTimeOffset(2027, 3, 15, 9, 0, 0, TimeSpan.Zero));
        var folder = DataFolder.Open(path);
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddKeyedSingleton<TimeProvider>(SurveyTime.Key, clock);
        builder.Services.AddDmkStorage(folder);
        builder.Services.Configure<DmkGrainsOptions>(options => options.Questionnaires = Path.Combine(Repository(), "questionnaires"));
        builder.AddDmkGrains();
        more?.Invoke(builder.Services);
        var host = builder.Build();
        await host.StartAsync(TestContext.Current.CancellationToken);
        return new(host, folder) { Clock = clock };
    }

    public T Get<T>()
        where T : notnull => _host.Services.GetRequiredService<T>();

    public IResponseGrain Response(string key) => Get<IGrainFactory>().GetGrain<IResponseGrain>(key);

    /// <summary>Publishes the small study with so many companies per stratum, opens the field, and lets every company in.</summary>
    /// <returns>Keys of the responses, stratum by stratum.</returns>
    public async Task<IReadOnlyList<string>> SmallStudy(int perStratum, CancellationToken cancellation)
    {
        await Publish(cancellation);
        await Draw(perStratum, cancellation);
        await FieldWork.Open("small-study", cancellation);
        return await Enter(int.MaxValue, cancellation);
    }

    /// <summary>Adds so many companies per stratum.</summary>
    public Task Draw(int perStratum, CancellationToken cancellation) =>
        FieldWork.AddSample(
            "small-study",
            [
                .. Frame.SelectMany(stratum =>
                    Enumerable
                        .Range(1, perStratum)
                        .Select(number => new SampledUnit(
                            $"{stratum.Cell.Land}-{stratum.Cell[1]}-{stratum.Cell[2]}-{number}",
                            stratum.Cell,
                            $"Firma {number}",
                            5
                        ))
                ),
            ],
            new Progress<(int, int)>(),
            cancellation
        );

    /// <summary>Issues fresh codes and enters each.</summary>
    /// <returns>Keys of the responses, in the order of the sample.</returns>
    public async Task<IReadOnlyList<string>> Enter(int count, CancellationToken cancellation)
    {
        var keys = new List<string>();
        foreach (var invitation in await FieldWork.IssueCodes("small-study", count, cancellation))
        {
            keys.Add(
                Assert.IsType<EntryOutcome.Granted>(await Entrance.Enter(invitation.AccessCode, "192.0.2.1", cancellation)).Session.Response
            );
        }

        return keys;
    }

    /// <summary>Submits what a company might say; the number decides what.</summary>
    public async Task Submit(string key, int number)
    {
        var answers = new Dictionary<string, Answer>
        {
            ["uses_ai"] =
                number % 5 == 4
                    ? new Answer.Missing(MissingReason.DontKnow)
                    : new Answer.Coded(
                        number % 3 == 0 ? "no"
                        : number % 3 == 1 ? "some"
                        : "wide"
                    ),
        };
        if (number % 4 != 3 || number % 5 == 4)
        {
            answers["online_share"] = new Answer.Number(number * 37 % 100);
        }

        Assert.IsType<SubmitOutcome.Accepted>(await Response(key).Submit(null, "first", answers, new Dictionary<string, string>()));
    }

    public Task<Study> Publish(CancellationToken cancellation) =>
        FieldWork.Publish(Small("questionnaire.yaml"), [Small("index.yaml")], Small("study.yaml"), Frame, Origin.Synthetic, cancellation);

    public static string Small(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Small", file));

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync(CancellationToken.None);
        _host.Dispose();
        _folder.Dispose();
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Dmk.Maturity.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
