using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Storage;

/// <summary>What a database says about itself, in a table that every copy of it carries: which of the two it is, of which data folder, and
/// at which opening it was last there.</summary>
/// <param name="Role">The name of its file where it belongs, such as maturity.db.</param>
/// <param name="Folder">Id of the folder.</param>
/// <param name="Database">Id of the database.</param>
internal sealed record DatabaseMark(string Role, string Folder, string Database, long Opening)
{
    private const string Table = "data_folder";

    public static DatabaseMark? Read(SqliteConnection connection)
    {
        if (!Has(connection, Table))
        {
            return null;
        }

        using var command = connection.CreateCommand();
        command.CommandText = "SELECT role, folder, database, opening FROM data_folder WHERE only_row = 1";
        using var row = command.ExecuteReader();
        return row.Read() ? new(row.GetString(0), row.GetString(1), row.GetString(2), row.GetInt64(3)) : null;
    }

    public static bool Has(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name = $name";
        command.Parameters.AddWithValue("$name", table);
        return (long)command.ExecuteScalar()! > 0;
    }

    /// <exception cref="SqliteException">Among others, busy (5): somebody reads, so that it cannot be moved into the database.</exception>
    public void Write(SqliteConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = """
            PRAGMA synchronous = FULL;
            CREATE TABLE IF NOT EXISTS data_folder (
                only_row INTEGER PRIMARY KEY CHECK (only_row = 1),
                role TEXT NOT NULL, folder TEXT NOT NULL, database TEXT NOT NULL, opening INTEGER NOT NULL
            );
            INSERT OR REPLACE INTO data_folder VALUES (1, $role, $folder, $database, $opening)
            """;
        command.Parameters.AddWithValue("$role", Role);
        command.Parameters.AddWithValue("$folder", Folder);
        command.Parameters.AddWithValue("$database", Database);
        command.Parameters.AddWithValue("$opening", Opening);
        command.ExecuteNonQuery();
        using var moving = connection.CreateCommand();
        moving.CommandText = "PRAGMA wal_checkpoint(FULL)";
        if ((long)moving.ExecuteScalar()! != 0)
        {
            throw new SqliteException("Another program reads the database.", 5);
        }
    }
}
