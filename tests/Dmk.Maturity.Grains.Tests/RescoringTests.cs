using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.Options;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>A new version of an index model over responses that have been collected.</summary>
public sealed class RescoringTests : IAsyncLifetime
{
    private const string Before = "small-index@1.0.0";
    private const string After = "small-index@1.1.0";

    private static readonly Audience _operator = new(Role.Operator, null, "operator");
    private static readonly Audience _economist = new(Role.Economist, null, "economist");

    private readonly TemporaryFolder _folder = new();
    private Server _server = null!;
    private IReadOnlyList<string> _keys = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Rescoring Rescoring => _server.Get<Rescoring>();

    public async ValueTask InitializeAsync()
    {
        _server = await Server.Start(_folder.Path);
        _keys = await _server.SmallStudy(4, Cancellation);
        await Submit(0, 24);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task Both_versions_are_there_and_each_figure_names_its_own()
    {
        var before = await Table(Before);
        await Add();
        await Rescoring.Finish(Cancellation);

        var (old, anew) = (await Table(Before), await Table(After));

        Assert.Equal(("1.0.0", "1.1.0"), (old.Figures.Model.Version, anew.Figures.Model.Version));
        Assert.Equal(Mean(before), Mean(old));
        Assert.NotEqual(Mean(old), Mean(anew));
        Assert.Equal("1.0.0", (await Table("small-index")).Figures.Model.Version);
        Assert.Equal(24, anew.Figures.Total.Figure.Estimate!.Respondents);

        // The new version counts "some" as 100 instead of 50, and nothing else is other.
        Assert.Equal(50, Mean(await Table(Before, "use", "uses_ai == 'some'")), 9);
        Assert.Equal(
            2 * Mean(await Table(Before, "use", "uses_ai in ['no', 'some']")),
            Mean(await Table(After, "use", "uses_ai in ['no', 'some']")),
            9
        );
        Assert.Equal(Mean(await Table(Before, "online")), Mean(await Table(After, "online")));
    }

    [Fact]
    public async Task Until_all_are_scored_whoever_asks_is_told_how_far_it_is()
    {
        await Add();

        var refused = await Assert.ThrowsAsync<ResultRequestException>(() => Table(After));

        Assert.Equal("INDEX_NOT_READY", refused.Code);
        Assert.Contains("0 of 24 responses scored so far", refused.Message, StringComparison.Ordinal);
        var added = Assert.Single(await Rescoring.Of(await Study(), Cancellation));
        Assert.Equal((0, 24, false), (added.Scored, added.Of, added.IsFinished));
        Assert.Equal(24, (await Table(Before)).Figures.Total.Figure.Estimate!.Respondents);
    }

    [Fact]
    public async Task In_the_background_what_waits_is_scored_and_then_what_comes()
    {
        await Add();
        using var background = Background();
        await background.StartAsync(Cancellation);
        await Scored(24);

        await Submit(24, 28);
        Rescoring.Wake();
        await Scored(28);

        await background.StopAsync(Cancellation);
        Assert.True(background.ExecuteTask!.IsCompletedSuccessfully);

        async Task Scored(long responses)
        {
            while (
                Assert.Single(await Rescoring.Of(await Study(), Cancellation)) is var added
                && (added.Scored, added.IsFinished) != (responses, true)
            )
            {
                await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
            }
        }
    }

    [Fact]
    public async Task A_submission_that_comes_meanwhile_is_scored_under_both()
    {
        await Add();
        await Submit(24, 28);
        var meanwhile = Assert.Single(await Rescoring.Of(await Study(), Cancellation));
        Assert.Equal((4, 28), (meanwhile.Scored, meanwhile.Of));

        await Rescoring.Finish(Cancellation);
        await Submit(28, 30);

        Assert.Equal(30, (await Table(After)).Figures.Total.Figure.Estimate!.Respondents);
        Assert.Equal(30, (await Table(Before)).Figures.Total.Figure.Estimate!.Respondents);
        Assert.Empty(await Verified());
    }

    [Fact]
    public async Task A_server_that_is_stopped_in_the_middle_is_followed_by_one_that_goes_on()
    {
        await Add();
        var row = (await _server.Get<Rescorings>().Of("small-study", Cancellation)).First(one => one.Land == "BE");
        await StoreFirst(row, 3);
        await _server.DisposeAsync();
        _server = await Server.Start(_folder.Path);

        var halfway = Assert.Single(await Rescoring.Of(await Study(), Cancellation));
        Assert.Equal((3, 24), (halfway.Scored, halfway.Of));
        Assert.Empty(await Verified());
        await Rescoring.Finish(Cancellation);

        Assert.Equal(24, (await Table(After)).Figures.Total.Figure.Estimate!.Respondents);
        Assert.Empty(await Verified());
    }

    [Fact]
    public async Task Scoring_twice_at_once_stores_nothing_twice()
    {
        await Add();
        await Task.WhenAll(Rescoring.Finish(Cancellation), Rescoring.Finish(Cancellation));
        var mean = Mean(await Table(After));

        await Add();
        await Rescoring.Finish(Cancellation);

        Assert.Equal(mean, Mean(await Table(After)));
        Assert.Single((await Study()).Added);
        Assert.Empty(await Verified());
    }

    [Fact]
    public async Task A_submission_that_was_scored_before_the_model_came_and_stored_after_it_waits_like_the_others()
    {
        await Add();
        await Rescoring.Finish(Cancellation);
        await Submit(24, 25);
        var land = ResponseKey.Parse(_keys[24]).Land;
        var last = await _server.Get<Submissions>().Highest(land, "small-study");
        var number = (await Study()).Added[0].Scoring;

        // As its commit leaves it when the scores came without those under the new model.
        await _server
            .Get<CommitQueue>()
            .Commit(scope =>
            {
                scope.Execute("DELETE FROM scores WHERE land = $1 AND sequence = $2 AND index_model = $3", land, last, number);
                scope.Execute("UPDATE rescorings SET target = $1 WHERE land = $2", last, land);
            });

        Assert.Equal("INDEX_NOT_READY", (await Assert.ThrowsAsync<ResultRequestException>(() => Table(After))).Code);
        await Rescoring.Finish(Cancellation);
        Assert.Equal(25, (await Table(After)).Figures.Total.Figure.Estimate!.Respondents);
    }

    [Fact]
    public async Task Readers_see_both_versions_once_all_is_scored_and_all_is_shown()
    {
        await Add();
        Assert.Equal("INDEX_NOT_READY", (await Unshown(After)).Code);

        await Rescoring.Finish(Cancellation);
        Assert.Equal("NOT_YET_SHOWN", (await Unshown(After)).Code);

        await _server.Results.Show(await Study(), Cancellation);
        var (old, anew) = (await Table(Before, audience: _economist), await Table(After, audience: _economist));

        Assert.Equal(("1.0.0", "1.1.0"), (old.Figures.Model.Version, anew.Figures.Model.Version));
        Assert.True(Mean(anew) > Mean(old));
        Assert.Equal(old.Figures.Basis.Companies, anew.Figures.Basis.Companies);
        Assert.Equal("1.0.0", (await Table("small-index", audience: _economist)).Figures.Model.Version);
        Assert.Equal("INDEX_NOT_SHOWN", (await Unshown(After, "high")).Code);
    }

    [Fact]
    public async Task Readers_compare_Laender_under_an_added_version_from_the_means_that_they_see()
    {
        await Add();
        await Rescoring.Finish(Cancellation);
        await _server.Results.Show(await Study(), Cancellation);

        var compared = await _server.Results.Compare(
            new()
            {
                Study = await Study(),
                Index = After,
                Node = "total",
                Audience = _economist,
            },
            null,
            Cancellation
        );

        Assert.Equal("1.1.0", compared.Figures.Table.Model.Version);
        Assert.Equal(Mean(await Table(After, audience: _economist)), compared.Figures.Germany.Figure.Estimate!.Value);
    }

    /// <summary>Otherwise every request would weight all companies anew, and a reader who asks again, as nothing comes, would make it
    /// slower.</summary>
    [Fact]
    public async Task Readers_share_the_tables_of_a_state_after_something_more_was_decided_in_it()
    {
        await Add();
        await Rescoring.Finish(Cancellation);
        await _server.Results.Show(await Study(), Cancellation);
        _ = await Table(After, audience: _economist);

        foreach (var version in new[] { Before, After })
        {
            var (first, second) = (await Table(version, audience: _economist), await Table(version, audience: _economist));

            Assert.NotNull(first.Figures.Total.Figure.Estimate);
            Assert.Same(first.Figures.Total, second.Figures.Total);
        }
    }

    [Fact]
    public async Task What_is_told_under_an_added_version_is_decided_once_and_anew_with_every_state()
    {
        await Add();
        await Rescoring.Finish(Cancellation);
        await _server.Results.Show(await Study(), Cancellation);
        var first = Mean(await Table(After, audience: _economist));
        var version = (await Stored())!.Version;

        await _server.DisposeAsync();
        _server = await Server.Start(_folder.Path);

        Assert.Equal(first, Mean(await Table(After, audience: _economist)));
        Assert.Equal(version, (await Stored())!.Version);

        await Submit(24, 32);
        await _server.Results.Show(await Study(), Cancellation);
        var (old, anew) = (await Table(Before, audience: _economist), await Table(After, audience: _economist));

        Assert.Equal(version + 1, (await Stored())!.Version);
        Assert.Equal(old.Figures.Basis.Companies, anew.Figures.Basis.Companies);
    }

    [Fact]
    public async Task A_second_added_version_is_decided_beside_the_first()
    {
        await Add();
        await _server.FieldWork.AddIndex(
            "small-study",
            Version("1.2.0").Replace("some: 100", "some: 80", StringComparison.Ordinal),
            Cancellation
        );
        await Rescoring.Finish(Cancellation);
        await _server.Results.Show(await Study(), Cancellation);

        var second = Mean(await Table("small-index@1.2.0", audience: _economist));
        var (old, first) = (Mean(await Table(Before, audience: _economist)), Mean(await Table(After, audience: _economist)));

        Assert.True(old < second && second < first);
    }

    [Fact]
    public async Task While_it_is_decided_what_is_told_under_an_added_version_readers_are_told_so_and_see_the_others()
    {
        _server.Get<IOptions<DmkGrainsOptions>>().Value.Patience = TimeSpan.Zero;
        await Add();
        await Rescoring.Finish(Cancellation);
        await _server.Results.Show(await Study(), Cancellation);

        var first = await Unshown(After);
        Assert.Equal("INDEX_NOT_READY", first.Code);
        Assert.StartsWith("It is being decided which figures may be told", first.Message, StringComparison.Ordinal);
        Assert.Equal("1.0.0", (await Table(Before, audience: _economist)).Figures.Model.Version);

        await Decided();
        Assert.Equal("1.1.0", (await Table(After, audience: _economist)).Figures.Model.Version);
    }

    [Fact]
    public async Task Companies_that_are_shown_while_it_is_decided_are_decided_on_too()
    {
        _server.Get<IOptions<DmkGrainsOptions>>().Value.Patience = TimeSpan.Zero;
        await Add();
        await Rescoring.Finish(Cancellation);
        await _server.Results.Show(await Study(), Cancellation);
        await Submit(24, 32);

        var refused = Unshown(After);
        await _server.Results.Show(await Study(), Cancellation);
        Assert.Equal("INDEX_NOT_READY", (await refused).Code);
        await Decided();

        var (old, anew) = (await Table(Before, audience: _economist), await Table(After, audience: _economist));
        Assert.Equal(32, old.Figures.Basis.Companies);
        Assert.Equal(32, anew.Figures.Basis.Companies);
    }

    [Fact]
    public async Task What_is_told_is_decided_in_the_background_before_a_reader_asks()
    {
        await Add();
        using var background = Background();
        await background.StartAsync(Cancellation);
        await _server.Results.Show(await Study(), Cancellation);

        await Decided();

        await background.StopAsync(Cancellation);
    }

    [Fact]
    public async Task A_file_with_mistakes_or_with_other_content_under_its_version_is_refused_and_nothing_is_stored()
    {
        var mistaken = await Refused(Version("1.1.0").Replace("question: uses_ai", "question: uses_it", StringComparison.Ordinal));
        Assert.All(mistaken, problem => Assert.True(problem.Place is { Line: > 0, Column: > 0 }));
        Assert.NotEmpty(mistaken);

        var changed = Server.Small("index.yaml").Replace("some: 50", "some: 60", StringComparison.Ordinal);
        Assert.Equal(["already-published"], (await Refused(changed)).Select(problem => problem.Code));
        Assert.Empty((await Study()).Added);
        Assert.Single(await _server.Get<Publications>().IndexModels());
    }

    [Fact]
    public async Task A_study_keeps_an_added_model_when_its_questionnaire_is_revised()
    {
        await Add();
        await _server.FieldWork.Revise("small-study", SmallVersions.Compatible, Cancellation);
        await Submit(24, 28);
        await Rescoring.Finish(Cancellation);

        Assert.Equal(28, (await Table(After)).Figures.Total.Figure.Estimate!.Respondents);
        Assert.Empty(await Verified());
    }

    [Fact]
    public async Task Verifying_finds_a_changed_score_and_a_changed_hash_and_names_the_model()
    {
        await Add();
        await Rescoring.Finish(Cancellation);
        var number = (await Study()).Added[0].Scoring;
        await _server
            .Get<CommitQueue>()
            .Commit(scope =>
            {
                scope.Execute(
                    "UPDATE scores SET \"values\" = $1 WHERE land = 'BE' AND sequence = 2 AND index_model = $2",
                    StoredScores.Write([1, 1, 1]),
                    number
                );
                scope.Execute(
                    "UPDATE scores SET model_hash = $1 WHERE land = 'BE' AND sequence = 1 AND index_model <> $2",
                    new byte[32],
                    number
                );
            });

        var faults = await Verified();

        Assert.Equal(2, faults.Count);
        Assert.Contains(
            $"Submission 1 of BE in small-study: the hash beside its scores under {Before}",
            faults[0],
            StringComparison.Ordinal
        );
        Assert.Contains($"its scores under {After} are not those of its answers", faults[1], StringComparison.Ordinal);
    }

    private BackgroundRescoring Background() =>
        new(Rescoring, _server.Catalogue, _server.Get<IGrainFactory>(), _server.Get<StudyJournal>());

    private static string Version(string version) =>
        Server
            .Small("index.yaml")
            .Replace("version: 1.0.0", $"version: {version}", StringComparison.Ordinal)
            .Replace("some: 50", "some: 100", StringComparison.Ordinal);

    private static double Mean(Result.Table table) => table.Figures.Total.Figure.Estimate!.Value;

    private async Task<Study> Study() => (await _server.Catalogue.Study("small-study", Cancellation))!;

    private Task<IndexAdded> Add() => _server.FieldWork.AddIndex("small-study", Version("1.1.0"), Cancellation);

    private async Task Submit(int from, int to)
    {
        for (var company = from; company < to; company++)
        {
            await _server.Submit(_keys[company], company);
        }
    }

    private async Task<Result.Table> Table(
        string index,
        string node = "total",
        string? where = null,
        Audience? audience = null,
        string? shareAt = null
    ) =>
        await _server.Results.Table(
            new()
            {
                Study = await Study(),
                Index = index,
                Node = node,
                Where = where,
                ShareAt = shareAt,
                Audience = audience ?? _operator,
            },
            Cancellation
        );

    private Task<ResultRequestException> Unshown(string index, string? shareAt = null) =>
        Assert.ThrowsAsync<ResultRequestException>(() => Table(index, audience: _economist, shareAt: shareAt));

    /// <summary>Waits until it is decided what is told under the added version, without asking for it.</summary>
    private async Task Decided()
    {
        while ((await _server.Get<IGrainFactory>().GetGrain<IShownGrain>("small-study").DecidedAdditions()).Length == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(20), Cancellation);
        }
    }

    private Task<StoredShownMarks?> Stored() => _server.Get<ShownStates>().Find("small-study");

    private async Task<IReadOnlyList<Questionnaires.Problem>> Refused(string yaml) =>
        (await Assert.ThrowsAsync<PublicationException>(() => _server.FieldWork.AddIndex("small-study", yaml, Cancellation))).Problems;

    private async Task<List<string>> Verified()
    {
        var found = new List<string>();
        using var reading = FolderReading.Open(_folder.Path);
        await new FolderVerification(reading, Server.Classifications, found.Add).Run(new Progress<(int, int)>(), Cancellation);
        return found;
    }

    /// <summary>The first scores of a Land, as a server that is stopped then leaves them.</summary>
    private async Task StoreFirst(StoredRescoring row, int count)
    {
        var study = (await Study()).Added[0];
        var page = await _server.Get<Rescorings>().Page(row.Land, row.Study, (0, row.Target), count, Cancellation);
        var version = study.Versions[0];
        await _server
            .Get<Rescorings>()
            .Add(
                row.Land,
                row.Study,
                row.IndexModel,
                Convert.FromHexString(study.Indices[0].Hash),
                [
                    .. page.Select(one =>
                        (
                            one.Sequence,
                            version
                                .Indices[0]
                                .Score(Questionnaires.Interview.Of(version.Questionnaire, Questionnaires.AnswersJson.Read(one.Answers)))
                        )
                    ),
                ]
            );
    }
}
