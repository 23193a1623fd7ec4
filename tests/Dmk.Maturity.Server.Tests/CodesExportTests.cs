using Dmk.Maturity.Grains;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Server.Tests;

/// <summary>Access codes in a file for letters: whatever interrupts an export, the codes that somebody has stay good.</summary>
public sealed class CodesExportTests(PreparedDemo demo) : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.Of("data");

    private string Letters => _folder.Of("letters.csv");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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
    public async Task A_second_export_writes_the_rest_and_a_third_nothing()
    {
        var first = await Export("letters.csv", "--count", "40");
        var second = await Export("reminders.csv");
        var third = await Export("third.csv");

        Assert.Equal((0, 0, 1), (first.ExitCode, second.ExitCode, third.ExitCode));
        Assert.StartsWith("40 codes written to", first.Output, StringComparison.Ordinal);
        Assert.StartsWith("Nothing to write: every company that has not submitted has a letter", third.Output, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Of("third.csv")));
        var (early, late) = (Read("letters.csv"), Read("reminders.csv"));
        Assert.Empty(early.Select(one => one.UnitId).Intersect(late.Select(one => one.UnitId)));
        Assert.Equal(40, early.Count);
        Assert.Equal((40, late.Count), (await Accepted(early), await Accepted(late)));
        Assert.Equal(await Open(), early.Count + late.Count);
    }

    [Fact]
    public async Task Reissue_replaces_letters_and_says_how_many()
    {
        await Export("letters.csv", "--count", "5");

        var typed = await Export("again.csv", "--reissue", "--count", "7");

        Assert.Equal(0, typed.ExitCode);
        Assert.Contains("7 codes written", typed.Output, StringComparison.Ordinal);
        Assert.Contains("The codes of 5 earlier letters have ended.", typed.Output, StringComparison.Ordinal);
        Assert.Equal((0, 7), (await Accepted(Read("letters.csv")), await Accepted(Read("again.csv"))));
    }

    [Fact]
    public async Task A_full_disk_changes_nothing()
    {
        await Export("letters.csv");
        var before = Stored();
        foreach (var bytes in new[] { 0, 1, 700, 5000 })
        {
            var fault = await Assert.ThrowsAsync<FaultException>(() => Run(_ => { }, stream => new FullDisk(stream, bytes)));
            Assert.Contains(
                "was not written, and all earlier codes stay good: No space left on device.",
                fault.Message,
                StringComparison.Ordinal
            );
            Assert.Equal(before, Stored());
            Assert.Empty(Directory.GetFiles(_folder.Location, "fresh*"));
        }
    }

    [Theory]
    [InlineData(nameof(ExportStep.Made))]
    [InlineData(nameof(ExportStep.Written))]
    [InlineData(nameof(ExportStep.Synced))]
    public async Task Whoever_interrupts_before_the_commit_finds_everything_as_it_was(string step)
    {
        await Export("letters.csv");
        var before = Stored();
        using var plug = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);

        // After the last byte only the transaction is left, which asks for the interruption itself.
        var fault = await Assert.ThrowsAsync<FaultException>(() =>
            Run(
                reached =>
                {
                    if (reached.ToString() == step)
                    {
                        plug.Cancel();
                    }
                },
                interruption: plug.Token
            )
        );

        Assert.StartsWith("Interrupted.", fault.Message, StringComparison.Ordinal);
        Assert.Equal(before, Stored());
        Assert.Empty(Directory.GetFiles(_folder.Location, "fresh*"));
    }

    [Theory]
    [InlineData(nameof(ExportStep.Written))]
    [InlineData(nameof(ExportStep.Synced))]
    public async Task A_file_of_an_export_that_was_killed_before_the_commit_is_removed_by_the_next(string step)
    {
        await Export("letters.csv", "--count", "9");
        var killed = _folder.Of("killed");
        await Assert.ThrowsAsync<Killed>(() => Run(reached => KillAt(reached, step, () => File.Copy(_folder.Of("fresh.csv.new"), killed))));
        File.Move(killed, _folder.Of("fresh.csv.new"));

        var typed = await Export("fresh.csv");

        Assert.Equal(0, typed.ExitCode);
        Assert.Contains("None of its codes was in force; it is removed.", typed.Output, StringComparison.Ordinal);
        Assert.Equal((9, await Open() - 9), (await Accepted(Read("letters.csv")), await Accepted(Read("fresh.csv"))));
        Assert.False(File.Exists(_folder.Of("fresh.csv.new")));
    }

    [Fact]
    public async Task A_file_of_an_export_that_was_killed_after_the_commit_is_finished_by_the_next()
    {
        await Export("letters.csv", "--count", "9");
        await Assert.ThrowsAsync<Killed>(() => Run(reached => KillAt(reached, nameof(ExportStep.InForce), () => { })));
        Assert.True(File.Exists(_folder.Of("fresh.csv.new")));
        Assert.False(File.Exists(_folder.Of("fresh.csv")));
        var open = await Open();

        var typed = await Export("fresh.csv");

        Assert.Equal(0, typed.ExitCode);
        Assert.Contains($"interrupted after its {open} codes were in force", typed.Output, StringComparison.Ordinal);
        Assert.Equal(open, await Accepted(Read("fresh.csv")));
    }

    [Fact]
    public async Task A_file_that_no_export_has_written_is_left_alone()
    {
        await File.WriteAllTextAsync(_folder.Of("fresh.csv.new"), "\nmine", Cancellation);

        var typed = await Export("fresh.csv");

        Assert.Equal((1, "\nmine"), (typed.ExitCode, await File.ReadAllTextAsync(_folder.Of("fresh.csv.new"), Cancellation)));
        Assert.Contains("is in the way", typed.Errors, StringComparison.Ordinal);
        await File.WriteAllTextAsync(Letters, "mine", Cancellation);
        Assert.Contains("exists already", (await Export("letters.csv")).Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letters_without_names_are_refused()
    {
        await Export("letters.csv", "--count", "9");
        var before = Stored();
        Change("contacts.db", "DELETE FROM contacts WHERE unit_id IN (SELECT unit_id FROM contacts LIMIT 300)");

        var typed = await Export("fresh.csv", "--reissue");

        Assert.Equal(1, typed.ExitCode);
        Assert.Matches($"^[0-9]+ of {await Open()} companies have no name in contacts.db", typed.Errors);
        Assert.Equal(before, Stored());
        Assert.Empty(Directory.GetFiles(_folder.Location, "fresh*"));

        // A sample that came without any names is meant so.
        Change("contacts.db", "DELETE FROM contacts");
        Assert.Equal(1, (await Export("fresh.csv", "--reissue")).ExitCode);
        Change(
            "maturity.db",
            "ATTACH DATABASE '"
                + Path.Combine(Data, "contacts.db")
                + "' AS names; "
                + "INSERT INTO names.contacts (unit_id, name) SELECT unit_id, '' FROM units"
        );
        Assert.Equal(0, (await Export("fresh.csv", "--reissue")).ExitCode);
    }

    private static void KillAt(ExportStep reached, string step, Action before)
    {
        if (reached.ToString() == step)
        {
            before();
            throw new Killed();
        }
    }

    private Task<Typed> Export(string file, params string[] more) =>
        Typed.Run([
            "invitations",
            "export",
            "--study",
            DemoServer.Study,
            "--out",
            _folder.Of(file),
            "--data",
            Data,
            "--questionnaires",
            Repository.Questionnaires,
            .. more,
        ]);

    private Task<int> Run(Action<ExportStep> reached, Func<Stream, Stream>? through = null, CancellationToken? interruption = null) =>
        Work(services =>
            new CodesExport(services.GetRequiredService<CodeIssue>(), DemoServer.Study, _folder.Of("fresh.csv"), TextWriter.Null)
            {
                Reached = reached,
                Through = through ?? (stream => stream),
            }.Run(int.MaxValue, Recipients.All, interruption ?? Cancellation)
        );

    private Task<T> Work<T>(Func<IServiceProvider, Task<T>> work) =>
        FolderWork.Alone(new ServerSettings(Data, Repository.Questionnaires), work, Cancellation);

    private Task<int> Accepted(IReadOnlyList<Invitation> invitations) =>
        Work(async services =>
        {
            var issue = services.GetRequiredService<CodeIssue>();
            return (await Task.WhenAll(invitations.Select(one => issue.StudyOf(one.AccessCode)))).Count(study => study == DemoServer.Study);
        });

    private Task<int> Open() =>
        Work(async services =>
            (await services.GetRequiredService<CodeIssue>().Make(DemoServer.Study, int.MaxValue, Recipients.All, Cancellation))
                .Invitations
                .Count
        );

    private IReadOnlyList<Invitation> Read(string file) => CodesFile.Read(_folder.Of(file));

    /// <summary>Every invitation and session that the store holds, as text.</summary>
    private string Stored()
    {
        using var connection = Connect("maturity.db");
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT hex(code_hash) || coalesce(ended_at, '') || coalesce(exported_at, '') FROM invitations UNION ALL "
            + "SELECT hex(token_hash) FROM sessions ORDER BY 1";
        using var rows = command.ExecuteReader();
        var all = new List<string>();
        while (rows.Read())
        {
            all.Add(rows.GetString(0));
        }

        return string.Join('\n', all);
    }

    private void Change(string file, string sql)
    {
        using var connection = Connect(file);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Words of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }

    private SqliteConnection Connect(string file)
    {
        var connection = new SqliteConnection($"Data Source={Path.Combine(Data, file)};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>Nobody tidies up after it.</summary>
#pragma warning disable CA1032 // Nobody else makes one.
    private sealed class Killed : Exception;
#pragma warning restore CA1032

    /// <summary>Takes so many bytes and no more.</summary>
    private sealed class FullDisk(Stream inner, int bytes) : Stream
    {
        private int _left = bytes;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count)
        {
            var taken = Math.Min(count, _left);
            inner.Write(buffer, offset, taken);
            _left -= taken;
            if (taken < count)
            {
                throw new IOException("No space left on device");
            }
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
