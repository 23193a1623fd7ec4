using Microsoft.Data.Sqlite;

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

    [Theory]
    [InlineData("maturity.db")]
    [InlineData("contacts.db")]
    public async Task A_lock_that_a_killed_migration_left_in_a_half_made_database_does_not_stop_the_next(string database)
    {
        DataFolder.Open(_temporary.Location).Dispose();
        LeaveLock(database);
        Run(database, "DELETE FROM __EFMigrationsHistory");
        foreach (
            var table in Column(
                database,
                "SELECT name FROM sqlite_master WHERE type = 'table' AND substr(name, 1, 4) <> '__EF' AND substr(name, 1, 6) <> 'sqlite'"
            )
        )
        {
            Run(database, $"PRAGMA foreign_keys = OFF; DROP TABLE IF EXISTS \"{table}\"");
        }

        await Opens();
        Assert.NotEmpty(Column(database, "SELECT MigrationId FROM __EFMigrationsHistory"));
    }

    [Fact]
    public async Task Only_the_migrations_that_a_killed_start_did_not_reach_are_made_up_for()
    {
        DataFolder.Open(_temporary.Location).Dispose();
        var last = Column("maturity.db", "SELECT max(MigrationId) FROM __EFMigrationsHistory").Single();
        LeaveLock("maturity.db");
        Run(
            "maturity.db",
            $"DELETE FROM __EFMigrationsHistory WHERE MigrationId = '{last}'; ALTER TABLE responses DROP COLUMN confirmations"
        );

        await Opens();
        Assert.Equal(last, Column("maturity.db", "SELECT max(MigrationId) FROM __EFMigrationsHistory").Single());
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
