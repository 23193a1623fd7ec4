using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Storage.Tests;

/// <summary>A folder that the machine does not let us use is not called damaged.</summary>
public sealed class FolderFaultTests : IDisposable
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    /// <summary>Each row: SQLite's code, the free bytes of the disk, and words of the sentence.</summary>
    [Theory]
    [InlineData(13, long.MaxValue, "is full")]
    [InlineData(10, 0, "is full")]
    [InlineData(14, 0, "is full")]
    [InlineData(8, 0, "is full")]
    [InlineData(10, long.MaxValue, "The disk does not read or write")]
    [InlineData(8, long.MaxValue, "cannot be written by this server's user")]
    [InlineData(14, long.MaxValue, "cannot be opened")]
    [InlineData(5, long.MaxValue, "in use by another program")]
    [InlineData(6, 0, "in use by another program")]
    [InlineData(26, long.MaxValue, "is not a database")]
    [InlineData(11, 0, "is damaged")]
    [InlineData(1, long.MaxValue, "cannot be used")]
    public void What_sqlite_says_is_told_apart(int code, long free, string words)
    {
        var message = FolderRefusal.Of("/data/maturity.db", new SqliteException("x", code), free).Message;

        Assert.Contains(words, message, StringComparison.Ordinal);
        Assert.Equal(code is 11 or 26, message.Contains("restore", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("maturity.db", UnixFileMode.UserRead, "cannot be written by this server's user")]
    [InlineData("contacts.db", UnixFileMode.UserRead, "cannot be written by this server's user")]
    [InlineData("maturity.db", UnixFileMode.None, "cannot be read by this server's user")]
    [InlineData("contacts.db", UnixFileMode.None, "cannot be read by this server's user")]
    [InlineData("keys/entry.key", UnixFileMode.None, "cannot be read by this server's user")]
    [InlineData("format", UnixFileMode.None, "cannot be read by this server's user")]
    public void A_mode_that_closes_a_file_is_said_and_mended_by_what_the_sentence_says(string file, UnixFileMode mode, string words)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        DataFolder.Open(_temporary.Location).Dispose();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_temporary.File(file), mode);
            var message = Refused();
            Assert.Contains(words, message, StringComparison.Ordinal);
            Assert.Contains($"chmod 600 {_temporary.File(file)}", message, StringComparison.Ordinal);
            Assert.DoesNotContain("backup", message, StringComparison.Ordinal);

            File.SetUnixFileMode(_temporary.File(file), Owner);
        }

        DataFolder.Open(_temporary.Location).Dispose();
    }

    [Theory]
    [InlineData("maturity.db-shm")]
    [InlineData("maturity.db-wal")]
    [InlineData("contacts.db-shm")]
    public void What_stands_beside_a_database_gets_its_mode_back(string beside)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        DataFolder.Open(_temporary.Location).Dispose();
        File.WriteAllBytes(_temporary.File(beside), []);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_temporary.File(beside), UnixFileMode.UserRead);
            using var folder = DataFolder.Open(_temporary.Location);
            Assert.True(!File.Exists(_temporary.File(beside)) || File.GetUnixFileMode(_temporary.File(beside)) == Owner);
        }
    }

    [Fact]
    public void Databases_and_what_stands_beside_them_are_their_owners()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        DataFolder.Open(_temporary.Location).Dispose();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(_temporary.File("maturity.db"), Owner | UnixFileMode.OtherRead);
            using var folder = DataFolder.Open(_temporary.Location);
            using var writing = new SqliteConnection($"Data Source={folder.Maturity};Pooling=False");
            writing.Open();
            using var command = writing.CreateCommand();
            command.CommandText = "CREATE TABLE later (x)";
            command.ExecuteNonQuery();

            string[] files = ["maturity.db", "maturity.db-wal", "maturity.db-shm", "contacts.db"];
            foreach (var file in files)
            {
                Assert.Equal(Owner, File.GetUnixFileMode(_temporary.File(file)));
            }
        }
    }

    [Fact]
    public async Task A_database_that_another_program_holds_is_said_within_ten_seconds()
    {
        DataFolder.Open(_temporary.Location).Dispose();
        await using var other = new SqliteConnection($"Data Source={_temporary.File("maturity.db")};Pooling=False");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        await using var held = await other.BeginTransactionAsync(
            System.Data.IsolationLevel.Serializable,
            TestContext.Current.CancellationToken
        );

        var refusal = await Task.Run(Refused, TestContext.Current.CancellationToken)
            .WaitAsync(TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        Assert.Contains("in use by another program", refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_whose_lock_was_tidied_away_is_still_in_use()
    {
        using (DataFolder.Open(_temporary.Location))
        {
            File.Delete(_temporary.File("lock"));
            Assert.Contains("in use by another server", Refused(), StringComparison.Ordinal);
            Assert.Contains("in use by another server", Refused(), StringComparison.Ordinal);
        }

        DataFolder.Open(_temporary.Location).Dispose();
    }

    private string Refused() => Assert.Throws<DataFolderException>(() => DataFolder.Open(_temporary.Location)).Message;
}
