using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Storage.Tests;

/// <summary>What was lost, swapped, set back or written over is told apart, and nothing is created in its place.</summary>
public sealed class FolderStateTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void The_folder_says_its_ids_the_check_value_of_its_key_and_its_opening()
    {
        DataFolder.Open(_temporary.Location).Dispose();
        DataFolder.Open(_temporary.Location).Dispose();

        Assert.Matches(
            new Regex(
                "^dmk-maturity data folder 3\nstate: complete\nfolder: [0-9a-f]{16}\nmaturity.db: [0-9a-f]{16}\n"
                    + "contacts.db: [0-9a-f]{16}\nentry.key: [0-9a-f]{16}\nopening: 2\n$"
            ),
            File.ReadAllText(_temporary.File("format"))
        );
        Assert.DoesNotContain(Line("entry.key"), File.ReadAllText(_temporary.File("keys/entry.key")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("maturity.db")]
    [InlineData("contacts.db")]
    public void A_database_carries_what_the_folder_says_of_it(string database)
    {
        DataFolder.Open(_temporary.Location).Dispose();

        Assert.Equal(
            $"{database}|{Line("folder")}|{Line(database)}|1",
            Value(database, "SELECT role || '|' || folder || '|' || database || '|' || opening FROM data_folder")
        );
    }

    [Theory]
    [InlineData("maturity.db")]
    [InlineData("contacts.db")]
    public void A_lost_database_is_not_replaced_by_an_empty_one(string database)
    {
        DataFolder.Open(_temporary.Location).Dispose();
        File.Delete(_temporary.File(database));

        Refuses($"{database} is missing");
        Assert.False(File.Exists(_temporary.File(database)));
    }

    [Theory]
    [InlineData("maturity.db", "scores")]
    [InlineData("contacts.db", "contacts")]
    public void A_table_that_somebody_has_removed_is_named(string database, string table)
    {
        DataFolder.Open(_temporary.Location).Dispose();
        using (var db = new SqliteConnection($"Data Source={_temporary.File(database)};Pooling=False"))
        {
            db.Open();
            using var drop = db.CreateCommand();
#pragma warning disable CA2100 // Written above.
            drop.CommandText = $"DROP TABLE {table}";
#pragma warning restore CA2100
            drop.ExecuteNonQuery();
        }

        Refuses($"its table {table} is missing");
    }

    [Theory]
    [InlineData("maturity.db")]
    [InlineData("contacts.db")]
    public void An_emptied_database_is_not_filled_with_nothing(string database)
    {
        DataFolder.Open(_temporary.Location).Dispose();
        File.WriteAllBytes(_temporary.File(database), []);

        Refuses($"{database} is empty (0 bytes)");
        Assert.Equal(0, new FileInfo(_temporary.File(database)).Length);
    }

    [Theory]
    [InlineData("maturity.db")]
    [InlineData("contacts.db")]
    public void A_database_with_another_beginning_is_none(string database)
    {
        DataFolder.Open(_temporary.Location).Dispose();
        using (var file = File.OpenWrite(_temporary.File(database)))
        {
            file.Write(new byte[100]);
        }

        Refuses($"{database} is not a database");
    }

    [Theory]
    [InlineData("maturity.db", "contacts.db")]
    [InlineData("contacts.db", "maturity.db")]
    public void A_database_in_the_place_of_the_other_is_recognised(string database, string other)
    {
        DataFolder.Open(_temporary.Location).Dispose();
        File.Copy(_temporary.File(other), _temporary.File(database), overwrite: true);

        Refuses("have been exchanged");
    }

    [Theory]
    [InlineData("maturity.db")]
    [InlineData("contacts.db")]
    public void A_database_of_another_folder_is_recognised(string database)
    {
        DataFolder.Open(_temporary.Location).Dispose();
        using var other = new TemporaryFolder();
        DataFolder.Open(other.Location).Dispose();
        File.Copy(other.File(database), _temporary.File(database), overwrite: true);

        Refuses($"{database} belongs to another data folder");
    }

    [Theory]
    [InlineData("maturity.db")]
    [InlineData("contacts.db")]
    public void A_database_that_says_nothing_is_not_taken_for_ours(string database)
    {
        DataFolder.Open(_temporary.Location).Dispose();
        Value(database, "DROP TABLE data_folder");

        Refuses($"{database} does not say that it belongs");
    }

    [Theory]
    [InlineData("maturity.db")]
    [InlineData("contacts.db")]
    public void An_older_database_is_recognised(string database)
    {
        DataFolder.Open(_temporary.Location).Dispose();
        File.Copy(_temporary.File(database), _temporary.File("old"));
        DataFolder.Open(_temporary.Location).Dispose();
        File.Move(_temporary.File("old"), _temporary.File(database), overwrite: true);

        Refuses($"{database} is older than its data folder (opening 1, the folder's is 2)");
    }

    [Fact]
    public void A_log_of_a_later_database_is_not_played_into_an_older_one()
    {
        DataFolder.Open(_temporary.Location).Dispose();
        File.Copy(_temporary.File("maturity.db"), _temporary.File("old"));
        using (var folder = DataFolder.Open(_temporary.Location))
        {
            using var writing = new SqliteConnection($"Data Source={folder.Maturity};Pooling=False");
            writing.Open();
            Run(writing, "CREATE TABLE later (x)");
            File.Copy(folder.Maturity + "-wal", _temporary.File("log"));
        }

        File.Copy(_temporary.File("old"), _temporary.File("maturity.db"), overwrite: true);
        File.Move(_temporary.File("log"), _temporary.File("maturity.db-wal"));

        Refuses("maturity.db is older than its data folder");
        Assert.Equal(File.ReadAllBytes(_temporary.File("old")), File.ReadAllBytes(_temporary.File("maturity.db")));
    }

    [Fact]
    public void A_folder_that_says_an_earlier_opening_than_both_databases_is_taken()
    {
        DataFolder.Open(_temporary.Location).Dispose();
        var earlier = File.ReadAllText(_temporary.File("format"));
        DataFolder.Open(_temporary.Location).Dispose();
        DataFolder.Open(_temporary.Location).Dispose();
        File.WriteAllText(_temporary.File("format"), earlier);

        DataFolder.Open(_temporary.Location).Dispose();
        DataFolder.Open(_temporary.Location).Dispose();
        Assert.Equal("4", Line("opening"));
    }

    [Fact]
    public void Another_key_is_recognised()
    {
        DataFolder.Open(_temporary.Location).Dispose();
        File.WriteAllText(_temporary.File("keys/entry.key"), new string('a', 64));

        Refuses("holds another key");
    }

    [Theory]
    [InlineData("maturity.db")]
    [InlineData("contacts.db")]
    [InlineData("keys/entry.key")]
    public void A_lost_format_file_is_not_written_anew(string left)
    {
        DataFolder.Open(_temporary.Location).Dispose();
        File.Delete(_temporary.File("format"));
        foreach (var file in new[] { "maturity.db", "contacts.db", "keys/entry.key" }.Where(file => file != left))
        {
            File.Delete(_temporary.File(file));
        }

        Refuses($"format is missing, though {left.Replace('/', Path.DirectorySeparatorChar)} is there");
        Assert.False(File.Exists(_temporary.File("format")));
    }

    /// <summary>Each row: a line of the file, and what it is replaced by.</summary>
    [Theory]
    [InlineData("state: .*", "state: perhaps")]
    [InlineData("folder: .*", "")]
    [InlineData("maturity.db: .*", "maturity.db")]
    [InlineData("contacts.db: .*", "contacts.db:")]
    [InlineData("entry.key: .*", "")]
    [InlineData("opening: .*", "opening: -1")]
    [InlineData("[^z]*", "")]
    public void A_damaged_format_file_is_recognised(string line, string instead)
    {
        DataFolder.Open(_temporary.Location).Dispose();
        var text = File.ReadAllText(_temporary.File("format"));
        File.WriteAllText(_temporary.File("format"), Regex.Replace(text, line, instead));

        Refuses("format is damaged");
    }

    [Fact]
    public void A_folder_of_format_2_is_taken_over_with_what_is_in_it()
    {
        Earlier();
        Value("contacts.db", "INSERT INTO contacts (unit_id, name) VALUES ('u1', 'Beispiel GmbH')");

        DataFolder.Open(_temporary.Location).Dispose();
        DataFolder.Open(_temporary.Location).Dispose();
        Assert.Equal("2", Line("opening"));
        Assert.Equal("Beispiel GmbH", Value("contacts.db", "SELECT name FROM contacts"));
    }

    [Fact]
    public void A_take_over_that_was_killed_after_the_first_database_is_gone_on_with()
    {
        DataFolder.Open(_temporary.Location).Dispose();
        Value("contacts.db", "DROP TABLE data_folder");
        var (folder, maturity) = (Line("folder"), Line("maturity.db"));
        File.WriteAllText(_temporary.File("format"), "dmk-maturity data folder 2\n");

        DataFolder.Open(_temporary.Location).Dispose();
        Assert.Equal((folder, maturity), (Line("folder"), Line("maturity.db")));
    }

    [Theory]
    [InlineData("maturity.db", "maturity.db is missing")]
    [InlineData("contacts.db", "contacts.db is missing")]
    [InlineData("keys/entry.key", "entry.key is missing")]
    public void A_folder_of_format_2_that_lacks_something_is_refused(string file, string words)
    {
        Earlier();
        File.Delete(_temporary.File(file));

        Refuses(words);
        Assert.False(File.Exists(_temporary.File(file)));
    }

    [Fact]
    public void A_folder_of_format_2_whose_databases_were_exchanged_is_refused()
    {
        Earlier();
        File.Copy(_temporary.File("contacts.db"), _temporary.File("maturity.db"), overwrite: true);

        Refuses("have been exchanged");
    }

    private void Earlier()
    {
        DataFolder.Open(_temporary.Location).Dispose();
        Value("maturity.db", "DROP TABLE data_folder");
        Value("contacts.db", "DROP TABLE data_folder");
        File.WriteAllText(_temporary.File("format"), "dmk-maturity data folder 2\n");
    }

    private string Line(string name) =>
        File.ReadLines(_temporary.File("format")).Single(line => line.StartsWith(name + ":", StringComparison.Ordinal))[
            (name.Length + 2)..
        ];

    private void Refuses(string words)
    {
        // Twice: a refusal changes nothing.
        Assert.Contains(words, Refused(), StringComparison.Ordinal);
        Assert.Contains(words, Refused(), StringComparison.Ordinal);
    }

    private string Refused() => Assert.Throws<DataFolderException>(() => DataFolder.Open(_temporary.Location)).Message;

    private string Value(string database, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_temporary.File(database)};Pooling=False");
        connection.Open();
        return Run(connection, sql);
    }

    private static string Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Texts of this test.
        command.CommandText = sql;
#pragma warning restore CA2100
        return Convert.ToString(command.ExecuteScalar(), CultureInfo.InvariantCulture) ?? "";
    }
}
