namespace Dmk.Maturity.Storage.Tests;

/// <summary>A folder is taken as a whole or not at all, and the message says what to do.</summary>
public sealed class DataFolderTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public void A_new_folder_gets_format_key_and_both_databases()
    {
        var path = _temporary.File("new/deeper");
        using var folder = DataFolder.Open(path);
        Assert.Equal(DataFolder.Format, File.ReadLines(Path.Combine(path, "format")).First());
        Assert.True(File.Exists(folder.Maturity));
        Assert.True(File.Exists(folder.Contacts));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Combine(path, "keys", "entry.key")));
        }
    }

    [Fact]
    public void The_key_stays_the_same_and_tells_purposes_apart()
    {
        byte[] first;
        using (var folder = DataFolder.Open(_temporary.Location))
        {
            first = folder.Hash.Of("code", "ABC");
            Assert.NotEqual(first, folder.Hash.Of("token", "ABC"));
        }

        using var again = DataFolder.Open(_temporary.Location);
        Assert.Equal(first, again.Hash.Of("code", "ABC"));
    }

    [Fact]
    public void A_folder_in_use_is_not_opened_a_second_time()
    {
        using (DataFolder.Open(_temporary.Location))
        {
            Assert.Contains("in use by another server", Refused(), StringComparison.Ordinal);
        }

        using var afterwards = DataFolder.Open(_temporary.Location);
        Assert.True(File.Exists(afterwards.Maturity));
    }

    [Fact]
    public void Another_format_is_refused_with_both_versions_named()
    {
        File.WriteAllText(_temporary.File("format"), "dmk-maturity data folder 9\n");
        var message = Refused();
        Assert.Contains("dmk-maturity data folder 9", message, StringComparison.Ordinal);
        Assert.Contains(DataFolder.Format, message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_of_something_else_is_left_alone()
    {
        File.WriteAllText(_temporary.File("holiday.jpg"), "");
        Assert.Contains("holiday.jpg", Refused(), StringComparison.Ordinal);
        Assert.False(File.Exists(_temporary.File("maturity.db")));
    }

    [Fact]
    public void A_place_where_no_folder_can_be_made_is_named()
    {
        File.WriteAllText(_temporary.File("file"), "");
        var message = Assert.Throws<DataFolderException>(() => DataFolder.Open(_temporary.File("file/data"))).Message;
        Assert.Contains("cannot be written to", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lost_key_is_not_replaced_by_a_new_one()
    {
        DataFolder.Open(_temporary.Location).Dispose();
        File.Delete(_temporary.File("keys/entry.key"));
        Assert.Contains("is missing", Refused(), StringComparison.Ordinal);
        Assert.False(File.Exists(_temporary.File("keys/entry.key")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("00ff")]
    [InlineData("no hexadecimal")]
    public void A_broken_key_is_refused(string content)
    {
        DataFolder.Open(_temporary.Location).Dispose();
        File.WriteAllText(_temporary.File("keys/entry.key"), content);
        Assert.Contains("is not a key", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_was_there_before_is_closed_to_others()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        if (!OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(_temporary.Location);
            File.SetUnixFileMode(_temporary.Location, (UnixFileMode)0b111_101_101);
            DataFolder.Open(_temporary.Location).Dispose();
            Assert.Equal(
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute,
                File.GetUnixFileMode(_temporary.Location)
            );
        }
    }

    [Fact]
    public void A_key_that_others_may_read_is_refused()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no file modes.");
        DataFolder.Open(_temporary.Location).Dispose();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(
                _temporary.File("keys/entry.key"),
                UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead
            );
            Assert.Contains("chmod 600", Refused(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_database_that_was_written_over_is_recognised()
    {
        DataFolder.Open(_temporary.Location).Dispose();
        File.WriteAllText(_temporary.File("maturity.db"), string.Concat(Enumerable.Repeat("this is not a database ", 400)));
        Assert.Contains("is not a database", Refused(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_refused_folder_can_be_opened_once_it_is_mended()
    {
        File.WriteAllText(_temporary.File("format"), "something\n");
        Refused();
        File.Delete(_temporary.File("format"));
        using var folder = DataFolder.Open(_temporary.Location);
        Assert.True(File.Exists(folder.Maturity));
    }

    private string Refused() => Assert.Throws<DataFolderException>(() => DataFolder.Open(_temporary.Location)).Message;
}
