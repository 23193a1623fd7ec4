using System.Net;
using System.Text;
using Dmk.Maturity.Storage;
using Microsoft.Data.Sqlite;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A data folder that is damaged is not served: at the start in one sentence, while the server runs by what it answers.</summary>
public sealed class DamageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Data => _folder.Of("data");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Damage_is_found_while_the_server_is_idle_and_nothing_is_served_any_more()
    {
        Environment.SetEnvironmentVariable("Store__CheckEvery", "00:00:01");
        await using var server = DmkServer.Build(new ServerSettings(Data, Repository.Questionnaires, "http://127.0.0.1:0"));
        Environment.SetEnvironmentVariable("Store__CheckEvery", null);
        await server.StartAsync(Cancellation);
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await Get(http, "/health/ready"));

        Overwrite();
        for (var waited = 0; waited < 300 && (await Get(http, "/health/ready")).Status == HttpStatusCode.OK; waited++)
        {
            await Task.Delay(100, Cancellation);
        }

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "damaged"), await Get(http, "/health/ready"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await Get(http, "/health/live"));
        var (status, graph) = await Get(http, "/graphql?query=%7B%20studies%20%7B%20id%20%7D%20%7D");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("STORE_UNAVAILABLE", graph, StringComparison.Ordinal);
        Assert.Contains("A database is damaged", graph, StringComparison.Ordinal);
        (status, var page) = await Get(http, "/en/results/nothing");
        Assert.Equal(HttpStatusCode.ServiceUnavailable, status);
        Assert.Contains("This survey cannot be reached just now", page, StringComparison.Ordinal);
        await server.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_large_database_is_looked_through_when_the_server_answers_already()
    {
        DataFolder.Open(Data).Dispose();
        Overwrite();
        Environment.SetEnvironmentVariable("Store__CheckAtStartInMegabytes", "0");
        await using var server = DmkServer.Build(new ServerSettings(Data, Repository.Questionnaires, "http://127.0.0.1:0"));
        Environment.SetEnvironmentVariable("Store__CheckAtStartInMegabytes", null);
        await server.StartAsync(Cancellation);
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        for (var waited = 0; waited < 300 && (await Get(http, "/health/ready")).Status == HttpStatusCode.OK; waited++)
        {
            await Task.Delay(100, Cancellation);
        }

        Assert.Equal((HttpStatusCode.ServiceUnavailable, "damaged"), await Get(http, "/health/ready"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await Get(http, "/health/live"));
        await server.StopAsync(Cancellation);
    }

    /// <summary>Each row: what stands in the place of a key of forms, and words of the sentence.</summary>
    [Theory]
    [InlineData("keys/forms/key-1.xml", "", "key-1.xml is damaged")]
    [InlineData("keys/forms/key-1.xml", "<key", "key-1.xml is damaged")]
    [InlineData("keys/forms", "", "cannot be used")]
    public void Keys_of_forms_that_cannot_be_used_are_found_at_the_start(string file, string text, string words)
    {
        DataFolder.Open(Data).Dispose();
        var path = Path.Combine(Data, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        var settings = new ServerSettings(Data, Repository.Questionnaires, "http://127.0.0.1:0");

        var refusal = Assert.Throws<DataFolderException>(() => DmkServer.Build(settings));
        Assert.Contains(words, refusal.Message, StringComparison.Ordinal);

        // It is let go of: another attempt meets the same.
        Assert.Contains(words, Assert.Throws<DataFolderException>(() => DmkServer.Build(settings)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_of_forms_that_is_damaged_while_the_server_runs_turns_ready_red()
    {
        await using var server = DmkServer.Build(new ServerSettings(Data, Repository.Questionnaires, "http://127.0.0.1:0"));
        await server.StartAsync(Cancellation);
        using var http = new HttpClient { BaseAddress = new Uri(server.Urls.Single()) };
        var key = Directory.EnumerateFiles(Path.Combine(Data, "keys", "forms")).Single();
        var good = await File.ReadAllTextAsync(key, Cancellation);

        await File.WriteAllTextAsync(key, good[..100], Cancellation);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "form-keys"), await Get(http, "/health/ready"));

        await File.WriteAllTextAsync(key, good, Cancellation);
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await Get(http, "/health/ready"));
        await server.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_lost_database_is_one_sentence_and_exit_code_1()
    {
        DataFolder.Open(Data).Dispose();
        File.Delete(Path.Combine(Data, "contacts.db"));

        var (errors, exitCode) = await ServerProcess.Fail(Data, "http://127.0.0.1:0");

        Assert.Equal(1, exitCode);
        Assert.Equal(
            $"The database {Path.Combine(Data, "contacts.db")} is missing, and nothing is created in its place. Put it back, or restore "
                + "the whole folder from a backup.",
            errors
        );
    }

    [Fact]
    public async Task A_second_process_is_refused_even_where_the_lock_was_tidied_away()
    {
        using var server = DataFolder.Open(Data);
        File.Delete(Path.Combine(Data, "lock"));

        var (errors, exitCode) = await ServerProcess.Fail(Data, "http://127.0.0.1:0");

        Assert.Equal(1, exitCode);
        Assert.Contains("in use by another server", errors, StringComparison.Ordinal);
    }

    /// <summary>Pages in the middle of the database, of a table that nobody reads.</summary>
    private void Overwrite()
    {
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(Data, "maturity.db")};Pooling=False"))
        {
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

        using var stream = new FileStream(Path.Combine(Data, "maturity.db"), FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        stream.Position = stream.Length / 2 / 4096 * 4096;
        stream.Write(Encoding.ASCII.GetBytes(new string('x', 3 * 4096)));
    }

    private static async Task<(HttpStatusCode Status, string Text)> Get(HttpClient http, string address)
    {
        using var answer = await http.GetAsync(new Uri(address, UriKind.Relative), Cancellation);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
