using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Server.Tests;

public sealed class ProcessTests(PreparedDemo demo)
{
    private const int Responses = 150;

    [Fact]
    public async Task Killing_the_server_loses_nothing_that_was_acknowledged()
    {
        using var folder = new TemporaryFolder();
        var (data, codes, ledger) = (folder.Of("data"), folder.Of("codes.csv"), folder.Of("ledger.jsonl"));
        await demo.CopyTo(data);

        Assert.Equal(
            0,
            (
                await Typed.Run(
                    "invitations",
                    "export",
                    "--data",
                    data,
                    "--study",
                    DemoServer.Study,
                    "--out",
                    codes,
                    "--questionnaires",
                    Repository.Questionnaires
                )
            ).ExitCode
        );
        var simulated = await SimulateWhileTheServerIsKilled(data, codes, ledger);

        Assert.True(simulated.ExitCode == 0, simulated.Output + simulated.Errors);
        var acknowledged = (await File.ReadAllLinesAsync(ledger, TestContext.Current.CancellationToken)).Select(Entry).ToList();
        Assert.Equal(Responses, acknowledged.DistinctBy(entry => entry.Unit).Count());
        await EverythingIsThere(data, acknowledged);
    }

    [Fact]
    public async Task A_port_in_use_is_one_sentence()
    {
        using var folder = new TemporaryFolder();
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";

        // It is there already: making a new one is logged.
        DataFolder.Open(folder.Of("data")).Dispose();
        var (errors, exitCode) = await ServerProcess.Fail(folder.Of("data"), url);

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"Failed to bind to address {url}: address already in use. Another server is running there; stop it, or choose "
                + "another address with --urls.",
            errors
        );
    }

    /// <summary>Twice: once early, once when it has come back.</summary>
    private static async Task<Typed> SimulateWhileTheServerIsKilled(string data, string codes, string ledger)
    {
        var url = $"http://127.0.0.1:{FreePort()}";
        var server = await ServerProcess.Start(data, url);
        try
        {
            var simulation = Task.Run(() =>
                Typed.Run(
                    "simulate",
                    "--url",
                    url,
                    "--codes",
                    codes,
                    "--responses",
                    $"{Responses}",
                    "--concurrency",
                    "8",
                    "--ledger",
                    ledger,
                    "--questionnaires",
                    Repository.Questionnaires
                )
            );
            foreach (var entries in new[] { 20, 80 })
            {
                while (Entries(ledger) < entries && !simulation.IsCompleted)
                {
                    await Task.Delay(20, TestContext.Current.CancellationToken);
                }

                Assert.False(simulation.IsCompleted, "The simulation was over before the server could be killed.");
                server.Kill();
                server.Dispose();
                server = await ServerProcess.Start(data, url);
            }

            return await simulation;
        }
        finally
        {
            server.Dispose();
        }
    }

    private static async Task EverythingIsThere(string data, IReadOnlyList<(string Unit, string Receipt, string Hash)> acknowledged)
    {
        await using var server = await DemoServer.Start(data, PreparedDemo.Sample);
        var respondents = await StoredRespondent.All(server.Services);
        await using var db = await server
            .Services.GetRequiredService<IDbContextFactory<MaturityDb>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
        var stored = await (
            from submission in db.Submissions
            join response in db.Responses on new { submission.Land, Id = submission.Response } equals new { response.Land, response.Id }
            select new
            {
                response.UnitId,
                submission.ReceiptNumber,
                submission.ReceiptHash,
            }
        ).ToListAsync(TestContext.Current.CancellationToken);
        var table = await server.Table(Role.Operator, "land");

        Assert.Empty(acknowledged.Except(stored.Select(row => (row.UnitId, row.ReceiptNumber, row.ReceiptHash))));
        Assert.Equal(stored.Count, stored.DistinctBy(row => row.UnitId).Count());
        Assert.Equal(stored.Count, respondents.Count);
        Assert.Equal(respondents.Count(one => !double.IsNaN(one.Score)), table.GetProperty("total").GetProperty("respondents").GetInt32());
    }

    private static int Entries(string ledger)
    {
        if (!File.Exists(ledger))
        {
            return 0;
        }

        // It is being written to.
        using var file = new FileStream(ledger, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        return reader.ReadToEnd().Count(letter => letter == '\n');
    }

    private static (string Unit, string Receipt, string Hash) Entry(string line)
    {
        using var entry = JsonDocument.Parse(line);
        return (
            entry.RootElement.GetProperty("unit").GetString()!,
            entry.RootElement.GetProperty("receipt").GetString()!,
            entry.RootElement.GetProperty("hash").GetString()!
        );
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
