using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Serialization;

namespace Dmk.Maturity.Grains;

/// <summary>How a server gets its grains: one silo in its own process, which no other process can speak to.</summary>
public static class GrainsRegistration
{
    private const string Cluster = "dmk-maturity";

    /// <summary>Part of the silo's name only: nothing listens there.</summary>
    private const int SiloPort = 11111;

    private const int NoGateway = 0;

    /// <summary>What libraries say unless an operator asks for more, as with Logging__LogLevel__Orleans=Information.</summary>
    private static readonly (string Category, LogLevel Level)[] _quiet =
    [
        ("Orleans", LogLevel.Error),
        ("Microsoft.Orleans", LogLevel.Error),
        ("Microsoft.EntityFrameworkCore", LogLevel.Warning),
    ];

    public static IHostApplicationBuilder AddDmkGrains(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddKeyedSingleton(SurveyTime.Key, TimeProvider.System);
        builder.Services.AddOptions<DmkGrainsOptions>();
        builder
            .Services.AddSingleton<StudyJournal>()
            .AddSingleton<Catalogue>()
            .AddSingleton<FieldWork>()
            .AddSingleton<FrameImport>()
            .AddSingleton<SampleDrawing>()
            .AddSingleton<FieldStates>()
            .AddSingleton<CodeIssue>()
            .AddSingleton<Entrance>()
            .AddSingleton<Addressees>()
            .AddSingleton<Accounts>()
            .AddSingleton<AuditLog>()
            .AddSingleton<SignIns>()
            .AddSingleton<BegunResponses>()
            .AddSingleton<Rescoring>()
            .AddSingleton<StudyResults>()
            .AddSingleton<CompanyBenchmarks>()
            .AddSingleton<Microdata>();
        foreach (var (category, level) in _quiet.Where(one => builder.Configuration[$"Logging:LogLevel:{one.Category}"] is null))
        {
            builder.Logging.AddFilter(category, level);
        }

        // Before Orleans registers the machine's clock for this.
        builder.Services.AddKeyedSingleton<TimeProvider>(
            SteadyTime.ActivationManagement,
            (services, _) => new SteadyTime(services.GetService<TimeProvider>() ?? TimeProvider.System)
        );
        return builder.UseOrleans(silo =>
        {
            silo.UseLocalhostClustering(SiloPort, NoGateway, serviceId: Cluster, clusterId: Cluster);
            CloseDoors(silo.Services);
            silo.AddIncomingGrainCallFilter<StoreFaultFilter>();
            silo.Configure<ExceptionSerializationOptions>(options => options.SupportedNamespacePrefixes.Add("Dmk.Maturity"));
        });
    }

    /// <summary>Whatever Orleans would listen with listens nowhere: the one for other silos, and the one for clients.</summary>
    private static void CloseDoors(IServiceCollection services)
    {
        foreach (var door in services.Where(one => one.IsKeyedService && one.ServiceType == typeof(IConnectionListenerFactory)).ToArray())
        {
            services.Remove(door);
            services.AddKeyedSingleton<IConnectionListenerFactory, ClosedDoors>(door.ServiceKey);
        }
    }
}
