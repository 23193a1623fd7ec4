using System.Text;
using Dmk.Maturity.Storage;
using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>Answers that a study keeps for filters are stored beside the scores, worked out where they are not, and looked
/// through.</summary>
public sealed class KeptAnswersTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Server _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await Server.Start(_folder.Path);
        foreach (var (number, key) in (await _server.SmallStudy(2, Cancellation)).Index())
        {
            await _server.Submit(key, number);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task They_are_stored_with_the_submission() =>
        Assert.Equal(
            ["[null,\"no\",null]", "[null,\"some\",null]", "[null,\"wide\",null]"],
            (await Kept()).Where(kept => kept is not "[null,null,null]").Distinct().Order(StringComparer.Ordinal)
        );

    [Fact]
    public async Task What_was_submitted_before_is_worked_out_from_its_answers()
    {
        var before = await Known();
        await Store(null);
        Assert.All(await Kept(), Assert.Null);
        Assert.Equal(before, await Known());
        Assert.Empty(await Faults());
    }

    [Fact]
    public async Task A_folder_with_other_kept_answers_than_those_submitted_is_said_to_be_damaged()
    {
        Assert.Empty(await Faults());
        await Store("[7,\"no\",null]"u8.ToArray());
        Assert.Equal(16, (await Faults()).Count(fault => fault.Contains("kept for filters", StringComparison.Ordinal)));
    }

    private async Task<string?[]> Kept() =>
        [.. (await Stored()).Select(stored => stored.Kept is { } kept ? Encoding.UTF8.GetString(kept) : null)];

    private async Task<List<ScoredSubmission>> Stored()
    {
        var all = new List<ScoredSubmission>();
        foreach (var land in new[] { "BE", "SN" })
        {
            all.AddRange(await _server.Get<Submissions>().After(land, "small-study", 0, 1000));
        }

        return all;
    }

    /// <summary>What partitions know after they have been read anew.</summary>
    private async Task<string[]> Known()
    {
        var known = (await _server.Catalogue.Known("small-study", Cancellation))!;
        return
        [
            .. (await Stored()).Select(stored => Encoding.UTF8.GetString(PartitionSubmission.Of(stored, known, stored.Stratum[..2]).Kept)),
        ];
    }

    private async Task Store(byte[]? kept)
    {
        await using var db = await _server.Get<IDbContextFactory<MaturityDb>>().CreateDbContextAsync(Cancellation);
        Assert.Equal(16, await db.Submissions.ExecuteUpdateAsync(set => set.SetProperty(row => row.Kept, kept), Cancellation));
    }

    private async Task<List<string>> Faults()
    {
        var found = new List<string>();
        using var reading = FolderReading.Open(_folder.Path);
        await new FolderVerification(reading, Server.Classifications, found.Add).Run(new Progress<(int, int)>(), Cancellation);
        return found;
    }
}
