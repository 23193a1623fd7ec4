using System.Globalization;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>What readers get: operators everything that was acknowledged, all others the shown state; and nobody a table without a
/// Land.</summary>
public sealed class ResultsTests : IAsyncLifetime
{
    private static readonly Audience _operator = new(Role.Operator, null, "operator");
    private static readonly Audience _economist = new(Role.Economist, null, "economist");

    private readonly TemporaryFolder _folder = new();
    private readonly PartitionCalls _calls = new();
    private Server _server = null!;
    private IReadOnlyList<string> _keys = [];
    private Study _study = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await Server.Start(_folder.Path, more: services => services.AddSingleton<IIncomingGrainCallFilter>(_calls));
        _keys = await _server.SmallStudy(6, Cancellation);
        _study = (await _server.Catalogue.Study("small-study", Cancellation))!;
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task An_operator_sees_every_submission_with_the_next_question()
    {
        var shuffled = Shuffled();
        for (var number = 0; number < shuffled.Length; number++)
        {
            await _server.Submit(shuffled[number], number);
            var parts = await Partitions.Ask(_server.Get<IGrainFactory>(), _study, (_, partition) => partition.Live(0));
            Assert.Equal(number + 1, parts.Values.Sum(part => part.Moments.Respondents));
        }

        var table = await _server.Table(_study, "small-index", "total", ["land"], _operator, Cancellation);
        Assert.Equal((48, Sight.Live), (table.Data.Version, table.Data.Sight));
        Assert.Equal(await ScoredInStore("total"), table.Figures.Total.Figure.Estimate!.Respondents);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task A_lost_message_costs_nothing(bool all, bool some)
    {
        (_calls.LoseMessages, _calls.LoseSome) = (all, some);
        await Task.WhenAll(Shuffled().Select(_server.Submit));
        await AssertLiveIsWhatIsStored();
        Assert.True(_calls.Messages > 0);
    }

    [Fact]
    public async Task A_partition_that_was_put_away_comes_back_the_same()
    {
        await SubmitAll();
        var before = await Everything(_operator);
        await _server.Get<IGrainFactory>().GetGrain<IManagementGrain>(0).ForceActivationCollection(TimeSpan.Zero, Cancellation);
        await AssertLiveIsWhatIsStored();
        Assert.Equal(before, await Everything(_operator));
    }

    [Fact]
    public async Task A_new_server_over_the_same_folder_gives_the_same_tables()
    {
        await SubmitAll();
        await _server.Results.Show(_study, Cancellation);
        var (live, shown) = (await Everything(_operator), await Everything(_economist));
        await Restart();
        Assert.Equal(live, await Everything(_operator));
        Assert.Equal(shown, await Everything(_economist));
    }

    [Fact]
    public async Task A_land_that_does_not_answer_is_named_and_there_is_no_table()
    {
        await SubmitAll();
        _calls.FailingLand = "SN";
        foreach (var audience in new[] { _operator, _economist })
        {
            var exception = await Assert.ThrowsAsync<PartitionMissingException>(() =>
                _server.Table(_study, "small-index", "total", ["land"], audience, Cancellation)
            );
            Assert.Contains("SN", exception.Message, StringComparison.Ordinal);
        }

        _calls.FailingLand = null;
        await Everything(_operator);
        await Everything(_economist);
    }

    [Fact]
    public async Task A_land_whose_store_is_damaged_is_not_said_to_be_back_in_a_moment()
    {
        await SubmitAll();
        _calls.FailingLand = "SN";
        _calls.Failure = new Microsoft.Data.Sqlite.SqliteException("database disk image is malformed", 11);
        foreach (var audience in new[] { _operator, _economist })
        {
            var exception = await Assert.ThrowsAnyAsync<Exception>(() =>
                _server.Table(_study, "small-index", "total", ["land"], audience, Cancellation)
            );
            Assert.Contains("damaged", StoreDownException.Of(exception)!.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_public_waits_for_releases() =>
        await Assert.ThrowsAsync<NotPermittedException>(() =>
            _server.Table(_study, "small-index", "total", [], Audience.Anyone, Cancellation)
        );

    [Theory]
    [InlineData("nonsense", "total", "small-index", "land")]
    [InlineData("small-index", "nonsense", "online", "land")]
    [InlineData("small-index", "total", "[land, sector]", "sector", "size")]
    [InlineData("small-index", "total", "'land' stands twice", "land", "land")]
    public async Task What_does_not_exist_is_answered_with_what_there_is(string index, string node, string said, params string[] by)
    {
        await SubmitAll();
        foreach (var audience in new[] { _operator, _economist })
        {
            var exception = await Assert.ThrowsAsync<ResultRequestException>(() =>
                _server.Table(_study, index, node, by, audience, Cancellation)
            );
            Assert.Contains(said, exception.Message, StringComparison.Ordinal);
        }
    }

    /// <summary>Answers come in over days, readers look every hour, the server restarts now and then.</summary>
    [Fact]
    public async Task Others_see_no_cell_change_by_fewer_than_three_at_any_time()
    {
        var seen = new Dictionary<string, long>();
        var shuffled = Shuffled();
        for (var number = 0; number < shuffled.Length; number++)
        {
            await _server.Submit(shuffled[number], number);
            _server.Clock.Advance(TimeSpan.FromHours(3));
            var now = Counted(await Shown());
            Assert.All(
                now,
                count =>
                    Assert.True(
                        count.Value - seen.GetValueOrDefault(count.Key) is 0 or >= 3,
                        $"{count.Key}: {seen.GetValueOrDefault(count.Key)} -> {count.Value}"
                    )
            );
            seen = now;
            if (number % 16 == 10)
            {
                await Restart();
                Assert.Equal(seen, Counted(await Shown()));
            }
        }

        // Most of the 48 have been seen by now.
        Assert.InRange(seen["shown  "], 24, 48);
        var table = await _server.Table(_study, "small-index", "total", ["sector"], _economist, Cancellation);
        Assert.Equal(Sight.Shown, table.Data.Sight);
        Assert.All(
            table.Figures.Cells.Where(cell => cell.Figure.Estimate is not null),
            cell => Assert.Equal(seen[$"shown sector {cell.Codes[0]} node 0"], cell.Figure.Estimate!.Respondents)
        );
    }

    [Fact]
    public async Task Readers_see_more_once_a_night_however_often_they_look()
    {
        Assert.Equal(0, ShownCompanies(await Shown()));
        await SubmitAll();
        for (var look = 0; look < 5; look++)
        {
            Assert.Equal(0, ShownCompanies(await Shown()));
            _server.Clock.Advance(TimeSpan.FromMinutes(10));
        }

        _server.Clock.Advance(TimeSpan.FromDays(1));
        Assert.InRange(ShownCompanies(await Shown()), 40, 48);
    }

    [Fact]
    public async Task A_restart_does_not_make_figures_advance()
    {
        await Shown();
        await Submit(_keys.Take(24));
        _server.Clock.Advance(TimeSpan.FromDays(1));
        var before = await Shown();
        await Submit(_keys.Skip(24));
        await Restart();
        var after = await Shown();
        Assert.Equal((before.Version, before.Decisions.Shown[0]), (after.Version, after.Decisions.Shown[0]));
        Assert.Equal(Counted(before), Counted(after));
    }

    [Fact]
    public async Task Tables_by_two_variables_wait_until_the_whole_is_shown()
    {
        await Shown();
        await SubmitAll();
        _server.Clock.Advance(TimeSpan.FromDays(1));
        Assert.All(await Statuses("total", "land", "sector"), status => Assert.Equal(CellStatus.NotYetShown, status));
        Assert.DoesNotContain(CellStatus.NotYetShown, await Statuses("total", "land"));

        var progress = await _server.Results.Show(_study, Cancellation);

        Assert.Equal(48, progress.Answered);
        Assert.Contains(CellStatus.Unreliable, await Statuses("total", "land", "sector"));
    }

    [Fact]
    public async Task When_the_field_is_closed_readers_see_all_that_they_may()
    {
        await SubmitAll();
        Assert.Equal(0, ShownCompanies(await Shown()));
        await _server.FieldWork.Close("small-study", Cancellation);

        Assert.InRange(ShownCompanies(await Shown()), 40, 48);
        Assert.Equal((await Shown()).Version, (await Shown()).Version);
    }

    [Fact]
    public async Task What_an_earlier_server_stored_by_cells_is_not_taken_over()
    {
        await _server
            .Get<ShownStates>()
            .Save(
                new StoredShownMarks
                {
                    Study = "small-study",
                    Version = 1,
                    Marks = "{\"SN\":[{\"Cell\":\"SN/construction/S1\",\"Units\":3,\"Lagging\":[]}]}"u8.ToArray(),
                    VersionMix = null,
                }
            );
        await SubmitAll();
        Assert.Equal(0, ShownCompanies(await Shown()));
        Assert.Equal(48, (await _server.Results.Show(_study, Cancellation)).Answered);
    }

    [Fact]
    public async Task Too_few_respondents_to_weight_with_is_said_and_not_guessed()
    {
        await Submit(_keys.Take(3));
        await Assert.ThrowsAsync<NoDonorException>(() => _server.Table(_study, "small-index", "total", [], _operator, Cancellation));
    }

    private string[] Shuffled()
    {
        var keys = _keys.ToArray();
        new Random(2027).Shuffle(keys);
        return keys;
    }

    private Task SubmitAll() => Submit(_keys);

    private async Task Submit(IEnumerable<string> keys)
    {
        foreach (var (number, key) in keys.Index())
        {
            await _server.Submit(key, number);
        }
    }

    private Task<ShownMoments> Shown() => _server.Get<IGrainFactory>().GetGrain<IShownGrain>("small-study").Current(0);

    private static long ShownCompanies(ShownMoments shown) => shown.Decisions.Shown[0];

    private async Task<CellStatus[]> Statuses(string node, params string[] by) =>
        [
            .. (await _server.Table(_study, "small-index", node, by, _economist, Cancellation)).Figures.Cells.Select(cell =>
                cell.Figure.Status
            ),
        ];

    /// <summary>Companies, and those with a score of the index and its dimensions, in every cell that is shown.</summary>
    private Dictionary<string, long> Counted(ShownMoments shown)
    {
        var counts = new Dictionary<string, long>();
        foreach (var (place, by) in new EntryOrder(_study.Design).Tables.Index())
        {
            var moments = new StudyMoments(StudyMoments.LayoutOf(_study.Indices[0]));
            foreach (var (_, entered) in shown.Histories.Zip(shown.Moments).Where(kind => kind.First[place] != 0))
            {
                moments.Merge(entered);
            }

            Moments.Count(moments, [by], "shown", counts);
        }

        // What is below the index may be withheld by itself.
        foreach (
            var key in counts
                .Keys.Where(key => key.Contains(" node ", StringComparison.Ordinal) && !key.EndsWith(" node 0", StringComparison.Ordinal))
                .ToArray()
        )
        {
            counts.Remove(key);
        }

        return counts;
    }

    private async Task Restart()
    {
        await _server.DisposeAsync();
        _server = await Server.Start(_folder.Path, _server.Clock, services => services.AddSingleton<IIncomingGrainCallFilter>(_calls));
        _study = (await _server.Catalogue.Study("small-study", Cancellation))!;
    }

    private async Task AssertLiveIsWhatIsStored()
    {
        var parts = await Partitions.Ask(_server.Get<IGrainFactory>(), _study, (_, partition) => partition.Live(0));
        foreach (var (land, part) in parts)
        {
            var expected = new StudyMoments(part.Moments.Layout);
            foreach (var stored in await _server.Get<Submissions>().After(land, "small-study", 0, 1000))
            {
                expected.At(ReportingCell.Parse(stored.Stratum), ReportingCell.Parse(stored.Cell)).Add(stored.Scores.Values.Single());
            }

            Assert.Equal(24, part.Version);
            Moments.AssertSame(expected, part.Moments);
        }
    }

    private async Task<long> ScoredInStore(string node)
    {
        var place = _study.Index("small-index")!.Node(node)!.Index;
        var count = 0L;
        foreach (var land in _study.Laender)
        {
            count += (await _server.Get<Submissions>().After(land, "small-study", 0, 1000)).LongCount(stored =>
                !double.IsNaN(stored.Scores.Values.Single()[place])
            );
        }

        return count;
    }

    /// <summary>Every figure of every table of every node, to the last digit.</summary>
    private async Task<string[]> Everything(Audience audience)
    {
        var figures = new List<string>();
        foreach (var node in _study.Index("small-index")!.Nodes)
        {
            foreach (var by in _study.Design.Lattice)
            {
                var table = await _server.Table(
                    _study,
                    "small-index",
                    node.Id,
                    [.. by.Select(variable => variable.Id)],
                    audience,
                    Cancellation
                );
                figures.AddRange(
                    table
                        .Figures.Cells.Append(table.Figures.Total)
                        .Select(cell =>
                            string.Create(
                                CultureInfo.InvariantCulture,
                                $"{table.Data.Version} {node.Id} {string.Join('/', cell.Codes)} {cell.Figure.Status} "
                                    + $"{cell.Figure.Estimate?.Value:R} {cell.Figure.Estimate?.StandardError:R} "
                                    + $"{cell.Figure.Estimate?.Respondents}"
                            )
                        )
                );
            }
        }

        return [.. figures];
    }
}
