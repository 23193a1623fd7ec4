namespace Dmk.Maturity.Grains.Tests;

/// <summary>What may be published after something else, and what becomes of a study that it is published into.</summary>
public sealed class RevisionTests : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private Server _server = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await Server.Start(_folder.Path);
        await _server.Publish(Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }

    [Fact]
    public async Task What_the_linter_calls_an_error_is_neither_published_nor_revised()
    {
        var never = SmallVersions.Edited(
            "1.1.0",
            ("checks:\n", "checks:\n  - { id: never, level: hard, must: \"employed < 0\", message: { de: \"Nie.\", en: \"Never.\" } }\n")
        );

        Assert.Contains("check-never-holds", await Refused(never));
        Assert.Contains(await PublishProblems(never), problem => problem.Code == "check-never-holds");
    }

    [Fact]
    public async Task A_study_keeps_its_file_and_asks_one_version_more()
    {
        var (study, diff) = await _server.FieldWork.Revise("small-study", SmallVersions.Compatible, Cancellation);

        Assert.Equal(["option-added", "reordered"], diff.Changes.Select(change => change.Kind.Code));
        Assert.Equal(["1.0.0", "1.1.0"], study.Versions.Select(version => version.Number));
        Assert.Equal("1.1.0", study.Questionnaire.Version);
        Assert.Equal("1.0.0", study.Design.Questionnaire.Version);
        Assert.All(study.Versions, version => Assert.True(version.DraftsCarryOn));
        Assert.All(study.Versions, version => Assert.Equal(study.Indices[0].Hash, version.Indices[0].Hash));
        Assert.Equal(
            SmallVersions.Read(SmallVersions.Compatible).Hash,
            (await _server.Catalogue.Questionnaire("small", null, Cancellation))!.Hash
        );
    }

    [Fact]
    public async Task The_versions_are_still_there_after_a_restart()
    {
        await _server.FieldWork.Revise("small-study", SmallVersions.Compatible, Cancellation);
        await _server.FieldWork.Revise("small-study", SmallVersions.Stricter, Cancellation);
        await _server.DisposeAsync();
        _server = await Server.Start(_folder.Path);

        var study = (await _server.Catalogue.Study("small-study", Cancellation))!;

        Assert.Equal(
            [("1.0.0", false), ("1.1.0", false), ("1.2.0", true)],
            study.Versions.Select(version => (version.Number, version.DraftsCarryOn))
        );
    }

    [Fact]
    public async Task The_newest_version_again_changes_nothing()
    {
        await _server.FieldWork.Revise("small-study", SmallVersions.Compatible, Cancellation);
        var (study, diff) = await _server.FieldWork.Revise("small-study", SmallVersions.Compatible, Cancellation);

        Assert.Empty(diff.Changes);
        Assert.Equal(2, study.Versions.Count);
        Assert.Equal(2, (await _server.Catalogue.Questionnaires(Cancellation)).Count);
    }

    [Fact]
    public async Task Publishing_the_study_again_as_it_was_changes_nothing_either()
    {
        await _server.FieldWork.Revise("small-study", SmallVersions.Compatible, Cancellation);
        Assert.Equal(2, (await _server.Publish(Cancellation)).Versions.Count);
    }

    [Fact]
    public async Task What_may_not_follow_is_refused_and_nothing_is_stored()
    {
        await _server.FieldWork.Revise("small-study", SmallVersions.Reworded, Cancellation);
        Assert.Equal(
            ["already-published", "version-too-low"],
            await Refused(SmallVersions.Edited("1.0.1", ("Do you use AI?", "Is AI used?")))
        );
        Assert.Equal(
            ["already-published", "version-too-low"],
            await Refused(SmallVersions.Edited("1.0.0", ("Do you use AI?", "Is AI used?")))
        );
        Assert.Equal(["version-too-low"], await Refused(Server.Small("questionnaire.yaml")));
        Assert.Equal(["version-too-low"], await Refused(SmallVersions.Edited("1.0.2", ("max: 500000", "max: 600000"))));
        Assert.Equal(
            ["version-too-low", "series-break"],
            await Refused(SmallVersions.Edited("1.1.0", ("          - { code: sales, de: " + "\"Verkauf\", en: \"Sales\" }\n", "")))
        );
        Assert.Equal(
            ["series-break"],
            await Refused(SmallVersions.Edited("2.0.0", ("          - { code: sales, de: \"Verkauf\", en: \"Sales\" }\n", "")))
        );
        Assert.Equal(["questionnaire-mismatch"], await Refused(SmallVersions.Edited("1.1.0", ("id: small\n", "id: other\n"))));
        Assert.Equal(["unknown-choice"], await Refused(SmallVersions.Edited("1.1.0", ("type: percentage", "type: percent"))));
        Assert.Equal(2, (await _server.Catalogue.Questionnaires(Cancellation)).Count);
    }

    [Fact]
    public async Task A_version_that_an_index_model_cannot_score_is_refused()
    {
        var problems = await Problems(
            SmallVersions.Edited(
                "1.1.0",
                (
                    "          - { code: wide,",
                    "          - { code: everywhere, de: " + "\"Überall\", en: \"Everywhere\" }\n          - { code: wide,"
                )
            )
        );
        Assert.Contains("everywhere", Assert.Single(problems).Message, StringComparison.Ordinal);
        Assert.Contains("small-index", problems[0].Place.File, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_higher_major_version_that_breaks_nothing_fits_no_index_model() =>
        Assert.Equal(["questionnaire-mismatch"], await Refused(SmallVersions.Edited("2.0.0", ("max: 500000", "max: 600000"))));

    [Fact]
    public async Task A_closed_study_takes_no_further_version()
    {
        await _server.FieldWork.Close("small-study", Cancellation);
        Assert.Equal(["study-closed"], await Refused(SmallVersions.Compatible));
    }

    [Fact]
    public async Task A_questionnaire_can_be_published_without_a_study_and_follows_the_same_rules()
    {
        var published = await _server.FieldWork.Publish(SmallVersions.Compatible, Cancellation);
        Assert.Equal(published.Hash, (await _server.FieldWork.Publish(SmallVersions.Compatible, Cancellation)).Hash);
        Assert.Equal(2, (await _server.Catalogue.Questionnaires(Cancellation)).Count);
        Assert.Single((await _server.Catalogue.Study("small-study", Cancellation))!.Versions);
        Assert.Equal("version-too-low", Assert.Single(await PublishProblems(SmallVersions.Reworded)).Code);
        Assert.Equal(
            "already-published",
            Assert.Single(await PublishProblems(SmallVersions.Edited("1.1.0", ("max: 500000", "max: 600000")))).Code
        );

        // A new major version is free, and the old one may still be mended behind it.
        await _server.FieldWork.Publish(
            SmallVersions.Edited("2.0.0", ("          - { code: sales, de: \"Verkauf\", en: \"Sales\" }\n", "")),
            Cancellation
        );
        await _server.FieldWork.Revise("small-study", SmallVersions.Compatible, Cancellation);
        await _server.FieldWork.Revise(
            "small-study",
            SmallVersions
                .Compatible.Replace("1.1.0", "1.1.1", StringComparison.Ordinal)
                .Replace("Share online?", "Which share is online?", StringComparison.Ordinal),
            Cancellation
        );
    }

    private async Task<IEnumerable<string>> Refused(string yaml) => (await Problems(yaml)).Select(problem => problem.Code);

    private async Task<IReadOnlyList<Questionnaires.Problem>> Problems(string yaml) =>
        (await Assert.ThrowsAsync<PublicationException>(() => _server.FieldWork.Revise("small-study", yaml, Cancellation))).Problems;

    private async Task<IReadOnlyList<Questionnaires.Problem>> PublishProblems(string yaml) =>
        (await Assert.ThrowsAsync<PublicationException>(() => _server.FieldWork.Publish(yaml, Cancellation))).Problems;
}
