using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Dmk.Maturity.Tests;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>A partition reads its columns from its file after a start, and makes them from the database where anything about the file is
/// odd: the tables are the same.</summary>
public sealed class KeptColumnsTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Journal _journal = new();
    private IReadOnlyList<string> _keys = [];
    private string _table = "";
    private Server? _server;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Columns => Path.Combine(_folder.Path, "columns");

    /// <summary>A file or folder that is none of those of columns.</summary>
    private string Elsewhere => Path.Combine(_folder.Path, "elsewhere");

    private string Saxony => Path.Combine(Columns, "small-study.SN");

    public async ValueTask InitializeAsync()
    {
        await Start();
        _keys = await _server!.SmallStudy(3, Cancellation);
        for (var number = 0; number < _keys.Count - 2; number++)
        {
            await _server.Submit(_keys[number], number);
        }

        _table = await Table();
        await Stop();
    }

    public async ValueTask DisposeAsync()
    {
        await Stop();
        _journal.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task After_a_start_both_partitions_read_their_columns_from_their_files_and_nothing_from_the_database()
    {
        await Start();

        Assert.Equal(_table, await Table());
        Assert.Equal(2, _journal.Of("KeptColumnsRead").Count);
        Assert.Empty(_journal.Of("PartitionCaughtUp"));
    }

    [Fact]
    public void Files_are_for_their_owner_only_and_nothing_lies_beside_them()
    {
        Assert.Equal(["small-study.BE", "small-study.SN"], Directory.EnumerateFiles(Columns).Select(Path.GetFileName).Order());
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Saxony));
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(Columns));
        }
    }

    [Fact]
    public async Task Submissions_that_came_after_the_file_are_read_from_the_database()
    {
        var older = await File.ReadAllBytesAsync(Saxony, Cancellation);
        await Start();
        await _server!.Submit(_keys[^2], 100);
        await _server.Submit(_keys[^1], 101);
        var table = await Table();
        await Stop();
        Assert.NotEqual(_table, table);
        Assert.NotEqual(older, await File.ReadAllBytesAsync(Saxony, Cancellation));

        await File.WriteAllBytesAsync(Saxony, older, Cancellation);
        await Start();

        Assert.Equal(table, await Table());
        Assert.Equal(2, _journal.Of("KeptColumnsRead").Count);
        Assert.EndsWith(" on: 2.", Assert.Single(_journal.Of("PartitionCaughtUp")).Text, StringComparison.Ordinal);
    }

    /// <summary>Each row: what happens to the file of Saxony while no server runs, and words of the line in the log.</summary>
    [Theory]
    [InlineData("missing", null)]
    [InlineData("empty", "does not begin as such files do")]
    [InlineData("cut", "its hash is another one")]
    [InlineData("longer", "its hash is another one")]
    [InlineData("flipped", "its hash is another one")]
    [InlineData("of Berlin", "it is of another study")]
    [InlineData("of another program", "another program wrote it")]
    [InlineData("of another model", "of other index models")]
    [InlineData("a folder", null)]
    [InlineData("for others, too", "others than its owner may use it")]
    [InlineData("a link", "is a link to another place")]
    [InlineData("a pipe", "does not begin as such files do")]
    public async Task A_file_that_is_odd_is_made_anew_from_the_database(string what, string? words)
    {
        if (OperatingSystem.IsWindows() && what is "for others, too" or "a link" or "a pipe")
        {
            return;
        }

        await Spoil(what);
        await Start();

        Assert.Equal(_table, await Table());
        Assert.Single(_journal.Of("KeptColumnsRead"));
        Assert.Single(_journal.Of("PartitionCaughtUp"));
        if (words is not null)
        {
            Assert.Contains(words, Assert.Single(_journal.Of("KeptColumnsUnusable")).Text, StringComparison.Ordinal);
        }

        if (what != "a folder")
        {
            await Stop();
            await Start();
            Assert.Equal(_table, await Table());
            Assert.Equal(2, _journal.Of("KeptColumnsRead").Count);
        }
    }

    [Fact]
    public async Task A_file_that_speaks_of_submissions_that_the_database_does_not_have_is_not_used()
    {
        // As after a database of the same opening was put back and others have answered since.
        await using (var db = new SqliteConnection($"Data Source={Path.Combine(_folder.Path, "maturity.db")};Pooling=False"))
        {
            await db.OpenAsync(Cancellation);
            await using var command = db.CreateCommand();
            command.CommandText = """
                update submissions set receipt_number = 'another'
                  where land = 'SN' and sequence = (select max(sequence) from submissions where land = 'SN')
                """;
            Assert.Equal(1, await command.ExecuteNonQueryAsync(Cancellation));
        }

        await Start();

        Assert.Equal(_table, await Table());
        Assert.Contains("other submissions", Assert.Single(_journal.Of("KeptColumnsUnusable")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_of_columns_that_is_a_link_is_neither_read_nor_written_to()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Directory.Move(Columns, Elsewhere);
        Directory.CreateSymbolicLink(Columns, Elsewhere);
        foreach (var file in Directory.EnumerateFiles(Elsewhere))
        {
            await File.WriteAllTextAsync(file, "another's", Cancellation);
        }

        await Start();
        Assert.Equal(_table, await Table());
        await Stop();

        Assert.All(Directory.EnumerateFiles(Elsewhere), file => Assert.Equal("another's", File.ReadAllText(file)));
        Assert.Equal(2, Directory.EnumerateFileSystemEntries(Elsewhere).Count());
        Assert.Equal(2, _journal.Of("KeptColumnsUnusable").Count(line => line.Text.Contains("is a link", StringComparison.Ordinal)));
        Assert.NotEmpty(_journal.Of("ColumnsNotKept"));
    }

    [Fact]
    public async Task Where_a_file_cannot_be_put_in_its_place_nothing_is_left_beside_it()
    {
        await Spoil("a folder");
        await Start();
        Assert.Equal(_table, await Table());
        await Stop();

        Assert.Single(_journal.Of("ColumnsNotKept"));
        Assert.Equal(["small-study.BE", "small-study.SN"], Directory.EnumerateFileSystemEntries(Columns).Select(Path.GetFileName).Order());
    }

    [Fact]
    public async Task Where_little_is_free_on_the_disk_it_is_left_to_the_databases()
    {
        Directory.Delete(Columns, recursive: true);

        await Start(services => services.Configure<StoreLimits>(limits => limits.LowSpaceInMegabytes = long.MaxValue >> 20));
        Assert.Equal(_table, await Table());
        await Stop();

        Assert.Empty(Directory.EnumerateFileSystemEntries(Columns));
        Assert.NotEmpty(_journal.Of("ColumnsNotKept"));
    }

    [Fact]
    public async Task Where_the_database_is_found_damaged_a_server_ends_without_keeping_what_it_read()
    {
        Directory.Delete(Columns, recursive: true);
        await Start(services => services.Configure<DmkGrainsOptions>(options => options.KeepColumnsFrom = int.MaxValue));
        Assert.Equal(_table, await Table());
        _server!.Get<IOptions<DmkGrainsOptions>>().Value.KeepColumnsFrom = 1;
        _server.Get<StoreWatch>().Damaged("found by whoever looks");
        await Stop();

        Assert.False(Directory.Exists(Columns));
        Assert.Empty(_journal.Of("ColumnsNotKept"));
        Assert.DoesNotContain(_journal.Lines, line => line.Level == LogLevel.Error);
    }

    private async Task Spoil(string what)
    {
        var bytes = await File.ReadAllBytesAsync(Saxony, Cancellation);
        switch (what)
        {
            case "missing":
                File.Delete(Saxony);
                return;
            case "a folder":
                // Neither read nor written over.
                File.Delete(Saxony);
                Directory.CreateDirectory(Saxony);
                return;
            case "for others, too":
                if (!OperatingSystem.IsWindows())
                {
                    File.SetUnixFileMode(Saxony, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.OtherRead);
                }

                return;
            case "a link":
                File.Move(Saxony, Elsewhere);
                File.CreateSymbolicLink(Saxony, Elsewhere);
                return;
            case "a pipe":
                File.Delete(Saxony);
                using (var made = Process.Start("mkfifo", ["-m", "600", Saxony]))
                {
                    await made.WaitForExitAsync(Cancellation);
                    Assert.Equal(0, made.ExitCode);
                }

                return;
            case "empty":
                bytes = [];
                break;
            case "cut":
                bytes = bytes[..^100];
                break;
            case "longer":
                bytes = [.. bytes, 0];
                break;
            case "flipped":
                bytes[bytes.Length / 2] ^= 1;
                break;
            case "of Berlin":
                bytes = await File.ReadAllBytesAsync(Path.Combine(Columns, "small-study.BE"), Cancellation);
                break;
            case "of another program":
                // The first letter of the first build, below a hash that is right.
                bytes = Hashed(bytes, bytes.AsSpan().IndexOf("\n"u8) + 1 + SHA256.HashSizeInBytes + 2);
                break;
            case "of another model":
                bytes = Hashed(bytes, bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes("SN/small-study/0")));
                break;
            default:
                throw new ArgumentException(what);
        }

        await File.WriteAllBytesAsync(Saxony, bytes, Cancellation);
    }

    private static byte[] Hashed(byte[] bytes, int change)
    {
        bytes[change] ^= 1;
        var hash = bytes.AsSpan().IndexOf("\n"u8) + 1;
        SHA256.HashData(bytes.AsSpan(hash + SHA256.HashSizeInBytes), bytes.AsSpan(hash, SHA256.HashSizeInBytes));
        return bytes;
    }

    private async Task Start(Action<IServiceCollection>? more = null)
    {
        _journal.Dispose();
        _journal = new();
        _server = await Server.Start(
            _folder.Path,
            more: services =>
            {
                services
                    .Configure<DmkGrainsOptions>(options => options.KeepColumnsFrom = 1)
                    .AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(_journal));
                more?.Invoke(services);
            }
        );
    }

    private async Task Stop()
    {
        if (_server is { } server)
        {
            _server = null;
            await server.DisposeAsync();
        }
    }

    /// <summary>What an operator sees, and all that partitions hand out of moments, scores and groups, to the last bit.</summary>
    private async Task<string> Table()
    {
        var text = new StringBuilder();
        var study = (await _server!.Catalogue.Study("small-study", Cancellation))!;
        var table = await _server.Table(study, "small-index", "total", ["land"], new(Role.Operator, null, "one"), Cancellation);
        foreach (var cell in table.Figures.Cells.Append(table.Figures.Total))
        {
            text.AppendLine(cell.Figure.ToString());
        }

        foreach (var land in study.Laender)
        {
            var partition = _server.Get<IGrainFactory>().GetGrain<IPartitionGrain>(PartitionKey.Of(land, study));
            foreach (var (key, moments) in (await partition.Live(0)).Moments.Cells)
            {
                text.AppendLine(CultureInfo.InvariantCulture, $"{key} {string.Join(' ', moments.ToWords())}");
            }

            foreach (var place in (await partition.Scores(0, 0, null)).Places)
            {
                text.AppendLine(
                    CultureInfo.InvariantCulture,
                    $"{place.Stratum} {place.Cell} {string.Join(' ', place.Scores)} of {string.Join(' ', place.Counts)}"
                );
            }

            text.AppendLine(string.Join('\n', (await partition.Groups(ShownRows.Nothing, null)).Groups));
        }

        return text.ToString();
    }
}
