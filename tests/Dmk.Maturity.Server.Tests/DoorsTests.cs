using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A server alone has one door: the address that it was given.</summary>
public sealed class DoorsTests
{
    [Fact]
    public async Task No_port_is_open_but_the_address_and_no_client_of_the_grains_gets_in_there()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Which ports a process has open is read where Linux says it.");
        using var folder = new TemporaryFolder();
        var port = FreePort();
        using var server = await ServerProcess.Start(folder.Of("data"), $"http://127.0.0.1:{port}");

        Assert.Equal([port], Listening(server.Id));
        await Assert.ThrowsAnyAsync<Exception>(() => Enter(port));
    }

    /// <summary>What any local account could do while a gateway was open: a client that asks the silo for its activations.</summary>
    private static async Task Enter(int port)
    {
        var builder = Host.CreateApplicationBuilder();
        builder.Logging.ClearProviders();
        builder.UseOrleansClient(client => client.UseLocalhostClustering(port, serviceId: "dmk-maturity", clusterId: "dmk-maturity"));
        using var host = builder.Build();
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(15));
        await host.StartAsync(patience.Token);
        var grains = host.Services.GetRequiredService<IClusterClient>().GetGrain<Orleans.Runtime.IManagementGrain>(0);
        await grains.GetTotalActivationCount().WaitAsync(patience.Token);
    }

    private static int[] Listening(int process)
    {
        var own = Directory
            .EnumerateFileSystemEntries($"/proc/{process}/fd")
            .Select(TargetOf)
            .Where(target => target.StartsWith("socket:[", StringComparison.Ordinal))
            .Select(target => target["socket:[".Length..^1])
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. new[] { "tcp", "tcp6", "udp", "udp6" }
                .SelectMany(kind => File.ReadLines($"/proc/{process}/net/{kind}").Skip(1).Select(line => (kind, line)))
                .Select(one => (one.kind, Parts: one.line.Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                .Where(one => own.Contains(one.Parts[9]) && (one.kind.StartsWith("udp", StringComparison.Ordinal) || one.Parts[3] == "0A"))
                .Select(one => int.Parse(one.Parts[1].Split(':')[1], NumberStyles.HexNumber, CultureInfo.InvariantCulture)),
        ];
    }

    /// <summary>Nothing for a file that the process has closed since it was listed.</summary>
    private static string TargetOf(string file)
    {
        try
        {
            return File.ResolveLinkTarget(file, returnFinalTarget: false)?.Name ?? "";
        }
        catch (FileNotFoundException)
        {
            return "";
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
