using System.Text;
using Dmk.Maturity.Storage;
using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Server.Tests;

/// <summary>What a folder or a backup holds is compared with itself: every kind of damage is found, and a good one has no fault.</summary>
public sealed class VerifyTests(PreparedDemo demo) : IAsyncLifetime, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Data => _folder.Of("data");

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
    public async Task A_good_folder_and_its_backup_have_no_fault_and_stay_as_they_are()
    {
        var before = await File.ReadAllBytesAsync(Path.Combine(Data, "maturity.db"), TestContext.Current.CancellationToken);
        var stopped = await Verify();
        Assert.Equal(before, await File.ReadAllBytesAsync(Path.Combine(Data, "maturity.db"), TestContext.Current.CancellationToken));

        Typed running;
        using (DataFolder.Open(Data))
        {
            running = await Verify();
        }

        var file = _folder.Of("backup");
        Assert.Equal(0, (await Typed.Run("backup", file, "--data", Data)).ExitCode);
        var backup = await Typed.Run("verify", file, "--questionnaires", Repository.Questionnaires);

        Assert.Equal((0, ""), (stopped.ExitCode, stopped.Errors));
        Assert.Matches("^[1-9][0-9]+ submissions verified .*: no fault\\.\n$", stopped.Output);
        Assert.Equal((stopped, stopped), (running, backup));
        Assert.Equal(2, Directory.GetFileSystemEntries(_folder.Location).Length);
    }

    /// <summary>Each row: the database, what somebody does to it, and words of the fault.</summary>
    [Theory]
    [InlineData(
        "maturity",
        "UPDATE responses SET answers = CAST('{}' AS BLOB) WHERE id = (SELECT response FROM submissions LIMIT 1)",
        "are not those of its receipt"
    )]
    [InlineData("maturity", "UPDATE submissions SET receipt_hash = 'ab' WHERE rowid = 3", "are not those of its receipt")]
    [InlineData("maturity", "UPDATE scores SET \"values\" = zeroblob(length(\"values\")) WHERE rowid = 5", "are not those of its answers")]
    [InlineData("maturity", "DELETE FROM scores WHERE rowid = 5", "its scores under .* are missing")]
    [InlineData(
        "maturity",
        "DELETE FROM submissions WHERE sequence = 1 AND land = 'BW'",
        "Submissions 1 to 1 of BW in pilot-2027 are missing"
    )]
    [InlineData("maturity", "DELETE FROM submissions WHERE rowid = (SELECT max(rowid) FROM submissions)", "its submission is missing")]
    [InlineData("maturity", "DELETE FROM submissions WHERE rowid = (SELECT max(rowid) FROM submissions)", "The counter of .* says")]
    [InlineData("maturity", "UPDATE counters SET value = value + 1 WHERE land = 'BW'", "The counter of BW in pilot-2027 says")]
    [InlineData(
        "maturity",
        "UPDATE submissions SET cell = (SELECT max(cell) FROM submissions) WHERE sequence = 1 AND land = 'BW'",
        "it counts in"
    )]
    [InlineData(
        "maturity",
        "UPDATE responses SET status = 1 WHERE id = (SELECT response FROM submissions LIMIT 1)",
        "does not say that it was submitted"
    )]
    [InlineData("maturity", "DELETE FROM responses WHERE id = (SELECT response FROM submissions LIMIT 1)", "its response is missing")]
    [InlineData(
        "maturity",
        "UPDATE questionnaires SET source = source || char(10) || '# a word'",
        "The questionnaire .* is not the one that was published"
    )]
    [InlineData("maturity", "UPDATE questionnaires SET source = 'x'", "The questionnaire .* is not the one that was published")]
    [InlineData("maturity", "UPDATE index_models SET source = source || ' '", "The index model .* is not the one that was published")]
    [InlineData("maturity", "UPDATE studies SET source = source || ' '", "The study .* is not the one that was published")]
    [InlineData("contacts", "DELETE FROM contacts WHERE rowid = 7", "1 of 400 companies of pilot-2027 have no name")]
    [InlineData("contacts", "UPDATE contacts SET unit_id = 'x' || unit_id", "they do not belong together")]
    public async Task Damage_is_found(string database, string change, string words)
    {
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(Data, database)}.db;Pooling=False;Foreign Keys=False"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Written above.
            command.CommandText = change;
#pragma warning restore CA2100
            Assert.NotEqual(0, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
        }

        var verified = await Verify();

        Assert.Equal((1, ""), (verified.ExitCode, verified.Errors));
        Assert.Matches(words, verified.Output);
        Assert.Matches("\n[0-9]+ faults?\\.\n$", verified.Output);
    }

    [Fact]
    public async Task Pages_that_were_written_over_are_found()
    {
        await using (var stream = new FileStream(Path.Combine(Data, "maturity.db"), FileMode.Open))
        {
            stream.Position = stream.Length / 2 / 4096 * 4096;
            stream.Write(Encoding.ASCII.GetBytes(new string('x', 4 * 4096)));
        }

        var verified = await Verify();

        Assert.Equal((1, ""), (verified.ExitCode, verified.Errors));
        Assert.StartsWith("Damaged pages in maturity.db", verified.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Exchanged_databases_and_a_missing_folder_are_one_sentence()
    {
        File.Move(Path.Combine(Data, "maturity.db"), Path.Combine(Data, "x"));
        File.Move(Path.Combine(Data, "contacts.db"), Path.Combine(Data, "maturity.db"));
        File.Move(Path.Combine(Data, "x"), Path.Combine(Data, "contacts.db"));

        var exchanged = await Verify();
        var missing = await Typed.Run("verify", "--data", _folder.Of("none"), "--questionnaires", Repository.Questionnaires);

        Assert.Equal((1, 1), (exchanged.ExitCode, missing.ExitCode));
        Assert.Contains("have been exchanged", exchanged.Errors, StringComparison.Ordinal);
        Assert.StartsWith("There is no data folder", missing.Errors, StringComparison.Ordinal);
    }

    private Task<Typed> Verify() => Typed.Run("verify", "--data", Data, "--questionnaires", Repository.Questionnaires);
}
