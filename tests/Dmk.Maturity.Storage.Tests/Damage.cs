using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Storage.Tests;

/// <summary>Writes over pages in the middle of a database, as a bad disk does.</summary>
internal static class Damage
{
    /// <summary>Makes it some megabytes large first, in a table that nobody reads.</summary>
    public static void Fill(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            CREATE TABLE filling (number INTEGER PRIMARY KEY, text TEXT);
            WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 20000)
            INSERT INTO filling SELECT n, hex(randomblob(50)) FROM numbers;
            PRAGMA wal_checkpoint(TRUNCATE);
            """;
        command.ExecuteNonQuery();
    }

    public static void Overwrite(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.Position = stream.Length / 2 / 4096 * 4096;
        var rubbish = new byte[3 * 4096];
        Array.Fill(rubbish, (byte)0xAA);
        stream.Write(rubbish);
    }
}
