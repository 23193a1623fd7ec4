using System.Net;
using Dmk.Maturity.Grains;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.Web.Tests;

/// <summary>When something breaks, people read a sentence in their language and never our code.</summary>
public sealed class PageFaultsTests
{
    public static TheoryData<string, HttpStatusCode, string> Faults =>
        new()
        {
            { "/de/broken", HttpStatusCode.InternalServerError, "Das hat bei uns nicht funktioniert" },
            { "/en/broken", HttpStatusCode.InternalServerError, "Something went wrong on our side" },
            { "/de/land", HttpStatusCode.ServiceUnavailable, "Ein Teil der Daten ist gerade nicht erreichbar" },
            { "/en/damaged", HttpStatusCode.ServiceUnavailable, "A part of the data cannot be reached just now" },
            { "/de/down", HttpStatusCode.ServiceUnavailable, "Gerade kann nichts gespeichert werden" },
            { "/en/down", HttpStatusCode.ServiceUnavailable, "Nothing can be saved just now" },
            { "/de/ruined", HttpStatusCode.ServiceUnavailable, "Diese Erhebung ist gerade nicht erreichbar" },
            { "/en/ruined", HttpStatusCode.ServiceUnavailable, "This survey cannot be reached just now" },
            { "/de/unknown", HttpStatusCode.ServiceUnavailable, "Wir wissen nicht, ob Ihre Angaben gespeichert sind" },
            { "/en/unknown", HttpStatusCode.ServiceUnavailable, "We do not know whether your answers are saved" },
            { "/en/busy", HttpStatusCode.TooManyRequests, "Very busy just now" },
        };

    [Theory]
    [MemberData(nameof(Faults))]
    public async Task A_fault_becomes_a_page(string path, HttpStatusCode status, string heading)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddDmkWeb();
        await using var app = builder.Build();
        Throw(app, "broken", new InvalidOperationException("a secret detail"));
        Throw(app, "land", new PartitionMissingException("a secret detail"));
        Throw(app, "damaged", new DamagedResponseException("a secret detail"));
        Throw(app, "down", new StoreDownException("a secret detail"));
        Throw(app, "ruined", StoreDownException.OfDamage());
        Throw(app, "unknown", new ResultUnknownException("a secret detail"));
        Throw(app, "busy", new StoreBusyException("a secret detail"));
        await app.StartAsync(cancellation);
        using var client = new HttpClient();

        using var answer = await client.GetAsync(new Uri(app.Urls.First() + path), cancellation);

        var html = Markup.Readable(await answer.Content.ReadAsStringAsync(cancellation));
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal(status != HttpStatusCode.InternalServerError, answer.Headers.RetryAfter is not null);
        Assert.Contains($">{heading}</h1>", html, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", html, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", html, StringComparison.Ordinal);
        Assert.Equal([PageHeaders.ContentSecurityPolicy], answer.Headers.GetValues("Content-Security-Policy"));
    }

    private static void Throw(WebApplication app, string path, Exception fault) =>
        app.MapGet("/{language}/" + path, IResult () => throw fault).WithMetadata(new PageMark());
}
