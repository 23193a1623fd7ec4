using Dmk.Maturity.Storage;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A data folder as one file and back: all of it or nothing, and nothing from a file that is no backup.</summary>
public sealed class BackupTests(PreparedDemo demo) : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.Of("data");

    private string File => _folder.Of("data.backup");

    private string Fresh => _folder.Of("fresh");

    public async ValueTask InitializeAsync() => await demo.CopyTo(Data);

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder.Location))
        {
            _folder.Dispose();
        }
    }

    [Fact]
    public async Task A_restored_folder_is_the_one_that_was_backed_up()
    {
        var made = await Backup();
        var restored = await Restore();

        Assert.Equal((0, 0), (made.ExitCode, restored.ExitCode));
        Assert.Matches("^[1-9][0-9]* submissions of .*\n.*opens everything", made.Output);
        Assert.Equal(["data", "data.backup", "fresh"], Names(_folder.Location));
        Assert.Equal(
            ["contacts.db", "demo.json", "entry.key", "format", .. Forms(Data), "maturity.db"],
            Directory.EnumerateFiles(Fresh, "*", SearchOption.AllDirectories).Select(Path.GetFileName).Order(StringComparer.Ordinal)
        );
        foreach (var file in Directory.EnumerateFiles(Fresh, "*", SearchOption.AllDirectories).Append(File))
        {
            Assert.True(
                OperatingSystem.IsWindows() || System.IO.File.GetUnixFileMode(file) == (UnixFileMode.UserRead | UnixFileMode.UserWrite),
                file
            );
        }

        Assert.Equal(await Rows(Data), await Rows(Fresh));
        using var server = await ServerProcess.Start(Fresh, "http://127.0.0.1:0");
    }

    [Fact]
    public async Task A_backup_made_while_companies_answer_holds_all_that_was_acknowledged_before()
    {
        var (codes, ledger) = (_folder.Of("codes.csv"), _folder.Of("ledger.jsonl"));
        string[] files = ["--questionnaires", Repository.Questionnaires];
        await Typed.Run(["invitations", "export", "--data", Data, "--study", DemoServer.Study, "--out", codes, .. files]);
        using var listener = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        var url = $"http://127.0.0.1:{((System.Net.IPEndPoint)listener.LocalEndpoint).Port}";
        listener.Stop();
        using var server = await ServerProcess.Start(Data, url);
        string[] simulated = ["simulate", "--url", url, "--codes", codes, "--responses", "100", "--concurrency", "4", "--ledger", ledger];
        var simulation = Task.Run(() => Typed.Run([.. simulated, .. files]));
        while (Receipts(ledger).Count < 20 && !simulation.IsCompleted)
        {
            await Task.Delay(20, TestContext.Current.CancellationToken);
        }

        var acknowledged = Receipts(ledger);
        Assert.False(simulation.IsCompleted, "The simulation was over before the backup began.");
        var made = await Backup();
        var restored = await Restore();

        Assert.Equal((0, 0, 0), (made.ExitCode, restored.ExitCode, (await simulation).ExitCode));
        var rows = await Rows(Fresh);
        Assert.All(acknowledged, receipt => Assert.Contains(receipt, rows, StringComparison.Ordinal));
        Assert.DoesNotContain(Receipts(ledger)[^1], rows, StringComparison.Ordinal);
        var verified = await Typed.Run(["verify", File, .. files]);
        Assert.Equal((0, ""), (verified.ExitCode, verified.Errors));
        using var again = await ServerProcess.Start(Fresh, "http://127.0.0.1:0");
    }

    [Fact]
    public async Task Nothing_is_written_over()
    {
        Assert.Equal(0, (await Backup()).ExitCode);
        var before = await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken);

        var again = await Backup();
        var onto = await Restore(Data);

        Assert.Equal((1, $"{File} exists already and is not written over.\n"), (again.ExitCode, again.Errors));
        Assert.Equal(1, onto.ExitCode);
        Assert.StartsWith($"{Data} is not empty.", onto.Errors, StringComparison.Ordinal);
        Assert.Equal(before, await System.IO.File.ReadAllBytesAsync(File, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Replacing_moves_the_present_folder_aside_unless_a_server_has_it_open()
    {
        await Backup();
        using (DataFolder.Open(Data))
        {
            var refused = await Restore(Data, "--replace");
            Assert.Equal(1, refused.ExitCode);
            Assert.Contains("is in use by another server", refused.Errors, StringComparison.Ordinal);
        }

        await System.IO.File.WriteAllTextAsync(Path.Combine(Data, "maturity.db"), "lost", TestContext.Current.CancellationToken);
        var replaced = await Restore(Data, "--replace");

        Assert.Equal((0, ""), (replaced.ExitCode, replaced.Errors));
        var aside = Assert.Single(Directory.GetDirectories(_folder.Location, "data.before-*"));
        Assert.Contains($"The folder that was there is {aside}.", replaced.Output, StringComparison.Ordinal);
        Assert.Equal(
            "lost",
            await System.IO.File.ReadAllTextAsync(Path.Combine(aside, "maturity.db"), TestContext.Current.CancellationToken)
        );
        DataFolder.Open(Data).Dispose();
    }

    [Theory]
    [InlineData(BackupStep.Begun)]
    [InlineData(BackupStep.Copied)]
    [InlineData(BackupStep.Checked)]
    [InlineData(BackupStep.Written)]
    [InlineData(BackupStep.Synced)]
    public void An_interrupted_backup_leaves_nothing(BackupStep last)
    {
        using var interruption = new CancellationTokenSource();
        var backup = new FolderBackup(Data, File, "0.0.0")
        {
            Reached = step =>
            {
                if (step == last)
                {
                    interruption.Cancel();
                    interruption.Token.ThrowIfCancellationRequested();
                }
            },
        };

        Assert.Throws<OperationCanceledException>(() => backup.Write(DateTimeOffset.UnixEpoch, new Silent(), interruption.Token));

        Assert.Equal(["data"], Names(_folder.Location));
    }

    /// <summary>As a kill would: what the program tidies up is put back before the next attempt.</summary>
    [Theory]
    [InlineData(RestoreStep.Begun)]
    [InlineData(RestoreStep.Unpacked)]
    [InlineData(RestoreStep.Checked)]
    [InlineData(RestoreStep.Placed)]
    public async Task An_interrupted_restore_leaves_nothing_or_all(RestoreStep last)
    {
        await Backup();
        var restore = new FolderRestore(File, Fresh, PresentFolder.Refused) { Reached = step => Interrupt(step == last) };

        Assert.Throws<OperationCanceledException>(() => restore.Run(DateTimeOffset.UnixEpoch, new Silent(), CancellationToken.None));

        Assert.Equal(last == RestoreStep.Placed, Directory.Exists(Fresh));
        if (last != RestoreStep.Placed)
        {
            Directory.CreateDirectory(Fresh + ".new");
            await System.IO.File.WriteAllTextAsync(
                Path.Combine(Fresh + ".new", "restore-unfinished"),
                "",
                TestContext.Current.CancellationToken
            );
            Assert.Equal(0, (await Restore()).ExitCode);
        }

        Assert.False(Directory.Exists(Fresh + ".new"));
        Assert.Equal(await Rows(Data), await Rows(Fresh));
    }

    [Theory]
    [InlineData(RestoreStep.Checked)]
    [InlineData(RestoreStep.Exchanged)]
    [InlineData(RestoreStep.Placed)]
    public async Task While_a_folder_is_replaced_there_is_always_one_and_the_old_one_is_never_lost(RestoreStep last)
    {
        await Backup();
        await System.IO.File.WriteAllTextAsync(Path.Combine(Data, "old"), "", TestContext.Current.CancellationToken);
        await System.IO.File.WriteAllTextAsync(Path.Combine(Data, "restore-unfinished"), "", TestContext.Current.CancellationToken);
        var restore = new FolderRestore(File, Data, PresentFolder.MovedAside) { Reached = step => Interrupt(step == last) };

        Assert.Throws<OperationCanceledException>(() => restore.Run(DateTimeOffset.UnixEpoch, new Silent(), CancellationToken.None));

        Assert.Single(Directory.GetDirectories(_folder.Location), folder => System.IO.File.Exists(Path.Combine(folder, "old")));
        DataFolder.Open(Data).Dispose();
        Assert.Equal(last == RestoreStep.Checked, System.IO.File.Exists(Path.Combine(Data, "old")));
    }

    private static List<string> Receipts(string ledger)
    {
        if (!System.IO.File.Exists(ledger))
        {
            return [];
        }

        using var file = new FileStream(ledger, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var reader = new StreamReader(file);
        var lines = reader.ReadToEnd().Split('\n')[..^1];
        return [.. lines.Select(line => System.Text.Json.Nodes.JsonNode.Parse(line)!["receipt"]!.GetValue<string>())];
    }

    private static void Interrupt(bool now)
    {
        if (now)
        {
            throw new OperationCanceledException();
        }
    }

    private Task<Typed> Backup() => Typed.Run("backup", File, "--data", Data);

    private Task<Typed> Restore() => Restore(Fresh);

    private Task<Typed> Restore(string data, params string[] more) => Typed.Run(["restore", File, "--data", data, .. more]);

    private static IEnumerable<string?> Forms(string data) =>
        Directory.EnumerateFiles(Path.Combine(data, "keys", "forms")).Select(Path.GetFileName);

    private static IEnumerable<string?> Names(string folder) =>
        Directory.EnumerateFileSystemEntries(folder).Select(Path.GetFileName).Order(StringComparer.Ordinal);

    /// <summary>All that is in it, in one text.</summary>
    private static async Task<string> Rows(string data)
    {
        var text = new List<string>();
        foreach (
            var (file, table) in new[]
            {
                ("maturity.db", "submissions"),
                ("maturity.db", "scores"),
                ("maturity.db", "responses"),
                ("contacts.db", "contacts"),
            }
        )
        {
            await using var connection = new Microsoft.Data.Sqlite.SqliteConnection(
                $"Data Source={Path.Combine(data, file)};Pooling=False"
            );
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
            command.CommandText = $"SELECT * FROM {table}";
#pragma warning restore CA2100
            await using var row = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
            while (await row.ReadAsync(TestContext.Current.CancellationToken))
            {
                var values = new object[row.FieldCount];
                row.GetValues(values);
                text.Add(string.Join('|', values.Select(value => value is byte[] bytes ? Convert.ToHexString(bytes) : value)));
            }
        }

        Assert.NotEmpty(text);
        return string.Join('\n', text.Order(StringComparer.Ordinal));
    }

    private sealed class Silent : IProgress<(long Done, long Of)>
    {
        public void Report((long Done, long Of) value) { }
    }
}
