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

    public static IHostApplicationBuilder AddDmkGrains(this IHostApplicationBuilder builder)
    {
        builder.Services.TryAddKeyedSingleton(SurveyTime.Key, TimeProvider.System);
        builder.Services.AddOptions<DmkGrainsOptions>();
        builder
            .Services.AddSingleton<Catalogue>()
            .AddSingleton<FieldWork>()
            .AddSingleton<Entrance>()
            .AddSingleton<Accounts>()
            .AddSingleton<StudyResults>();
        builder
            .Logging.AddFilter("Orleans", LogLevel.Error)
            .AddFilter("Microsoft.Orleans", LogLevel.Error)
            .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning);
        return builder.UseOrleans(silo =>
        {
            var (siloPort, gatewayPort) = FreePorts();
            silo.UseLocalhostClustering(siloPort, gatewayPort, serviceId: Cluster, clusterId: Cluster);
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
