using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Dmk.Maturity.Storage.Tests;

/// <summary>What a start that was killed leaves behind does not stop the next one.</summary>
public sealed class KilledStartTests : IDisposable
{
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(10);
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Theory]
    [InlineData("maturity.db")]
    [InlineData("contacts.db")]
    public async Task A_lock_that_a_killed_migration_left_in_a_full_folder_does_not_stop_the_next(string database)
    {
        DataFolder.Open(_temporary.Location).Dispose();
        LeaveLock(database);

        await Opens();
    }

    /// <summary>A folder that is still being made: how far each database came, and whether EF's lock was left in it.</summary>
    [Theory]
    [InlineData("", "")]
    [InlineData("empty", "")]
    [InlineData("empty", "empty")]
    [InlineData("locked", "")]
    [InlineData("locked", "locked")]
    [InlineData("whole", "")]
    [InlineData("whole", "empty")]
    [InlineData("whole", "locked")]
    [InlineData("whole", "whole")]
    public async Task A_folder_that_was_being_made_is_made(string maturity, string contacts)
    {
        DataFolder.Open(_temporary.Location).Dispose();
        BeingMade();
        Leave("maturity.db", maturity);
        Leave("contacts.db", contacts);

        await Opens();
        Assert.Contains("state: complete", await File.ReadAllLinesAsync(_temporary.File("format"), TestContext.Current.CancellationToken));
        Assert.NotEmpty(Column("maturity.db", "SELECT MigrationId FROM __EFMigrationsHistory"));
        Assert.NotEmpty(Column("contacts.db", "SELECT MigrationId FROM __EFMigrationsHistory"));
        await Opens();
    }

    [Fact]
    public async Task A_folder_that_was_being_made_without_a_key_gets_one()
    {
        DataFolder.Open(_temporary.Location).Dispose();
        BeingMade();
        Leave("maturity.db", "");
        Leave("contacts.db", "");
        Directory.Delete(_temporary.File("keys"), recursive: true);

        await Opens();
        Assert.True(File.Exists(_temporary.File("keys/entry.key")));
    }

    /// <summary>Killed after the first, or after both, and before the folder said so; and again at the next start.</summary>
    [Theory]
    [InlineData("maturity.db")]
    [InlineData("maturity.db", "contacts.db")]
    public async Task An_opening_that_was_killed_while_it_was_counted_is_counted_again(params string[] counted)
    {
        DataFolder.Open(_temporary.Location).Dispose();
        Array.ForEach(counted, database => Run(database, "UPDATE data_folder SET opening = opening + 1"));
        var before = await File.ReadAllTextAsync(_temporary.File("format"), TestContext.Current.CancellationToken);

        await Opens();
        await File.WriteAllTextAsync(_temporary.File("format"), before, TestContext.Current.CancellationToken);
        await Opens();
        await Opens();
    }

    [Fact]
    public async Task Only_the_migrations_that_a_killed_start_did_not_reach_are_made_up_for()
    {
        DataFolder.Open(_temporary.Location).Dispose();
        var last = Column("maturity.db", "SELECT max(MigrationId) FROM __EFMigrationsHistory").Single();
        BeingMade();
        Leave("maturity.db", "empty");
        await using (var db = new MaturityDb(Schema.Options<MaturityDb>(_temporary.File("maturity.db"))))
        {
            await db.GetService<IMigrator>().MigrateAsync(db.Database.GetMigrations().First(), TestContext.Current.CancellationToken);
        }

        SqliteConnection.ClearAllPools();
        LeaveLock("maturity.db");

        await Opens();
        Assert.Equal(last, Column("maturity.db", "SELECT max(MigrationId) FROM __EFMigrationsHistory").Single());
    }

    private void BeingMade()
    {
        var lines = File.ReadAllLines(_temporary.File("format"))
            .Select(line =>
                line.StartsWith("state:", StringComparison.Ordinal) ? "state: being made"
                : line.StartsWith("opening:", StringComparison.Ordinal) ? "opening: 0"
                : line.StartsWith("entry.key:", StringComparison.Ordinal) ? "entry.key:"
                : line
            );
        File.WriteAllLines(_temporary.File("format"), [.. lines]);
    }

    private void Leave(string database, string state)
    {
        if (state == "whole")
        {
            return;
        }

        File.Delete(_temporary.File(database));
        if (state.Length > 0)
        {
            File.WriteAllBytes(_temporary.File(database), []);
        }

        if (state == "locked")
        {
            LeaveLock(database);
        }
    }

    private async Task Opens()
    {
        var opening = Task.Run(() => DataFolder.Open(_temporary.Location).Dispose(), TestContext.Current.CancellationToken);
        await opening.WaitAsync(_patience, TestContext.Current.CancellationToken);
    }

    private void LeaveLock(string database) =>
        Run(
            database,
            """
            CREATE TABLE IF NOT EXISTS __EFMigrationsLock (Id INTEGER NOT NULL PRIMARY KEY, Timestamp TEXT NOT NULL);
            INSERT INTO __EFMigrationsLock VALUES (1, 'x')
            """
        );

    private void Run(string database, string sql) => Column(database, sql);

    private List<string> Column(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_temporary.File(database)};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var column = new List<string>();
        while (reader.Read())
        {
            column.Add(reader.GetString(0));
        }

        return column;
    }
}
