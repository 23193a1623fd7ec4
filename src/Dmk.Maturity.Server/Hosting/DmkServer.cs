using System.Net.Mime;
using Dmk.Maturity.Grains;
using Dmk.Maturity.GraphQL;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Web;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.AspNetCore.ResponseCompression;

namespace Dmk.Maturity.Server;

/// <summary>Puts the rooms together: a whole server with its pages and GraphQL, or only its inside for a command.</summary>
public static class DmkServer
{
    /// <summary>Answers of one company are some kilobytes; nothing sensible is larger than this.</summary>
    private const long LargestRequestInBytes = 1 << 20;

    /// <summary>Everything, ready to be started. Takes the data folder's lock.</summary>
    /// <exception cref="DataFolderException">The data folder cannot be used.</exception>
    public static WebApplication Build(ServerSettings settings)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        var limits = builder.Configuration.GetSection("Store").Get<StoreLimits>() ?? new();
        AddInside(builder, settings, LogLevel.Information, limits.CheckAtStartInMegabytes);
        builder
            .WebHost.UseUrls(settings.Urls)
            .ConfigureKestrel(kestrel =>
            {
                kestrel.AddServerHeader = false;
                kestrel.Limits.MaxRequestBodySize = LargestRequestInBytes;
                kestrel.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
                kestrel.Limits.KeepAliveTimeout = TimeSpan.FromMinutes(2);
            });
        var formKeys = FormKeys.In(settings.Data);
        builder.Services.AddDataProtection().SetApplicationName("Dmk.Maturity").PersistKeysToFileSystem(formKeys.Folder);

        // Behind a proxy on this machine (the default of what is trusted) a company's own network and scheme are those that the proxy
        // names.
        builder.Services.Configure<ForwardedHeadersOptions>(headers =>
            headers.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto
        );
        // First of all, in this order: what names no host gets no further, and what is accepted is counted.
        builder.Services.AddSingleton<IStartupFilter, HostGuard>();
        builder.Services.AddSingleton<Drain>();
        builder.Services.AddSingleton<IStartupFilter>(services => services.GetRequiredService<Drain>());
        builder.Services.AddHostedService(services => services.GetRequiredService<Drain>());
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = Drain.WholeStop);
        builder.Services.AddHealthChecks().AddCheck<StoreHealth>("store").AddCheck("form-keys", formKeys);
        builder.Services.AddHostedService<IdleCheck>();
        builder.Services.AddHostedService<BackgroundRescoring>();
        if (settings.Commands is { } commands)
        {
            builder.Services.AddSingleton(commands);
            builder.Services.AddHostedService<CommandDoor>();
        }

        builder.Services.AddResponseCompression(compression =>
            compression.MimeTypes = [
                .. ResponseCompressionDefaults.MimeTypes,
                "application/graphql-response+json",
                MediaTypeNames.Image.Svg,
            ]
        );
        builder.Services.AddSingleton<WarmUp>();
        builder.Services.AddDmkGraphQL();
        builder.Services.AddDmkWeb();

        var server = builder.Build();
        CheckOrLetGo(formKeys, server);
        FreeWhenStopped(server);
        server.UseForwardedHeaders();
        server.UseResponseCompression();
        StoreHealth.Map(server);
        server.MapDmkGraphQL();
        server.MapDmkWeb();
        return server;
    }

    /// <summary>Grains and storage without any address: what commands use while no server runs on the folder.</summary>
    /// <exception cref="DataFolderException">The data folder cannot be used, for instance because a server is running on it.</exception>
    public static IHost BuildInside(ServerSettings settings)
    {
        var builder = Host.CreateApplicationBuilder(new HostApplicationBuilderSettings { ContentRootPath = AppContext.BaseDirectory });
        AddInside(builder, settings, LogLevel.Warning, long.MaxValue);
        var host = builder.Build();
        FreeWhenStopped(host);
        return host;
    }

    /// <param name="own">From which level our own notes are shown: a command says what it did itself.</param>
    /// <param name="checkedFirst">As of <see cref="DataFolder.Open"/>.</param>
    private static void AddInside(IHostApplicationBuilder builder, ServerSettings settings, LogLevel own, long checkedFirst)
    {
        QuietLog.Use(builder, own, settings.Log);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.Configure<StoreLimits>(builder.Configuration.GetSection("Store"));
        builder.Services.Configure<DmkGrainsOptions>(options =>
        {
            options.Questionnaires = settings.Questionnaires;
            options.Classifications = QuestionnaireFile.ClassificationsNear(settings.Questionnaires);
        });
        using var early = QuietLog.BeforeStart(builder.Configuration);
#pragma warning disable CA2000 // It lives as long as the host; FreeWhenStopped disposes of it.
        builder.Services.AddDmkStorage(DataFolder.Open(settings.Data, early, checkedFirst));
#pragma warning restore CA2000
        builder.AddDmkGrains();
    }

    private static void CheckOrLetGo(FormKeys keys, WebApplication host)
    {
        try
        {
            keys.Check(host.Services);
        }
        catch
        {
            host.Services.GetRequiredService<DataFolder>().Dispose();
            throw;
        }
    }

    /// <summary>The lock goes last, when no grain can write any more.</summary>
    private static void FreeWhenStopped(IHost host) =>
        host
            .Services.GetRequiredService<IHostApplicationLifetime>()
            .ApplicationStopped.Register(host.Services.GetRequiredService<DataFolder>().Dispose);
}
