using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Dmk.Maturity.Grains;
using Dmk.Maturity.GraphQL;
using Dmk.Maturity.GraphQL.Tests;
using Dmk.Maturity.Studies;
using GraphQL;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Dmk.Maturity.Benchmarks;

/// <summary>What each request that is made to cost does cost, from its body to the words of its refusal: 50 ms are the goal.</summary>
[InProcess]
[InvocationCount(1)]
[WarmupCount(2)]
[IterationCount(10)]
[MemoryDiagnoser]
#pragma warning disable CA1063 // Benchmarks are derived from, and nothing here is unmanaged.
public class HostileDocumentBenchmarks : IDisposable
{
    private static readonly Caller _anybody = new(Readers.Public, Audience.Anyone, null, null, "nowhere");

    private readonly ServiceProvider _services = Services();
    private byte[] _body = [];

    [ParamsSource(nameof(All))]
    public HostileDocument Document { get; set; } = HostileDocuments.All[0];

    public static IEnumerable<HostileDocument> All() =>
        [.. HostileDocuments.All, .. HostileDocuments.WithinLimits, .. HostileDocuments.Variables];

    [GlobalSetup]
    public void Write() =>
        _body = Encoding.UTF8.GetBytes($$"""{"query":{{JsonSerializer.Serialize(Document.Query)}},"variables":{{Document.Variables}}}""");

    /// <summary>The bytes of the answer. The caller has every right that the document asks for: a missing one would spare work.</summary>
    [Benchmark]
    public async Task<long> Refused()
    {
        using var turn = new MemoryStream();
        var (request, unreadable) = _services.GetRequiredService<RequestReader>().Read(new DefaultHttpContext().Request, _body);
        var isOfCompany = Document.Query.Contains("saveAnswers", StringComparison.Ordinal);
        var caller = _anybody with { Kind = isOfCompany ? Readers.Company : Readers.Administrator };
        var answer = request is null
            ? RequestExecutor.Refused([unreadable!])
            : await _services.GetRequiredService<RequestExecutor>().Execute(request, caller, turn, queriesOnly: false, default);
        using var written = new MemoryStream();
        await _services.GetRequiredService<IGraphQLSerializer>().WriteAsync(written, answer.Result, default);
        return written.Length;
    }

    public void Dispose()
    {
        _services.Dispose();
        GC.SuppressFinalize(this);
    }
#pragma warning restore CA1063

    /// <summary>Without a store: nothing of these documents gets as far.</summary>
    private static ServiceProvider Services() =>
        new ServiceCollection()
            .AddLogging()
            .AddSingleton(new Catalogue(null!, null!, Options.Create(new DmkGrainsOptions())))
            .AddDmkGraphQL()
            .BuildServiceProvider();
}
