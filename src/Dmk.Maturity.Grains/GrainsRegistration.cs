using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Orleans.Serialization;

namespace Dmk.Maturity.Grains;

/// <summary>How a server gets its grains: one silo in its own process, on ports of this machine that nobody uses.</summary>
public static class GrainsRegistration
{
    private const string Cluster = "dmk-maturity";

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
            .AddSingleton<Entrance>()
            .AddSingleton<Addressees>()
            .AddSingleton<Accounts>()
            .AddSingleton<SignIns>()
            .AddSingleton<StudyResults>();
        foreach (var (category, level) in _quiet.Where(one => builder.Configuration[$"Logging:LogLevel:{one.Category}"] is null))
        {
            builder.Logging.AddFilter(category, level);
        }

        return builder.UseOrleans(silo =>
        {
            var (siloPort, gatewayPort) = FreePorts();
            silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: Cluster, clusterId: Cluster);
            silo.AddIncomingGrainCallFilter<StoreFaultFilter>();
            silo.Configure<ExceptionSerializationOptions>(options => options.SupportedNamespacePrefixes.Add("Dmk.Maturity"));
        });
    }

    private static (int Silo, int Gateway) FreePorts()
    {
        // Both are held until both are known, so that they differ.
        using var first = new TcpListener(IPAddress.Loopback, 0);
        using var second = new TcpListener(IPAddress.Loopback, 0);
        first.Start();
        second.Start();
        return (((IPEndPoint)first.LocalEndpoint).Port, ((IPEndPoint)second.LocalEndpoint).Port);
    }
}
