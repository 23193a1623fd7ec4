using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Storage.Tests;

/// <summary>A folder that an earlier server wrote opens and carries on.</summary>
public sealed class EarlierFolderTests : IDisposable
{
    /// <summary>The schema before a study could ask several versions of its questionnaire.</summary>
    private const string OneVersion = "20261123201827_First";

    private readonly TemporaryFolder _temporary = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_study_of_one_version_has_that_version_and_its_responses_stay_as_they_are()
    {
        await WriteEarlier();
        using var folder = DataFolder.Open(_temporary.Location);
        await using var services = new ServiceCollection().AddDmkStorage(folder).BuildServiceProvider();

        var publication = Assert.Single(await services.GetRequiredService<Publications>().Studies());
        Assert.Equal(
            ("q", "1.0.0", "hash"),
            (Assert.Single(publication.Questionnaires).Id, publication.Questionnaires[0].Version, publication.Questionnaires[0].Hash)
        );
        var response = (await services.GetRequiredService<Responses>().Find("SN", Guid.Empty))!.Response;
        Assert.Equal(("1.0.0", 2), (response.QuestionnaireVersion, response.Revision));
        Assert.Equal( /*lang=json,strict*/
            "{\"a\":{\"code\":\"x\"}}"u8,
            response.Answers
        );
        Assert.Null((await services.GetRequiredService<ShownStates>().Find("s"))!.VersionMix);
    }

    [Fact]
    public async Task A_further_version_can_be_added_and_a_draft_goes_over_to_it_once()
    {
        await WriteEarlier();
        using var folder = DataFolder.Open(_temporary.Location);
        await using var services = new ServiceCollection().AddDmkStorage(folder).BuildServiceProvider();
        var (publications, responses) = (services.GetRequiredService<Publications>(), services.GetRequiredService<Responses>());

        await publications.AddVersion(
            "s",
            new PublishedQuestionnaire
            {
                Id = "q",
                Version = "1.1.0",
                Hash = "other",
                Source = "",
                PublishedAt = DateTimeOffset.UnixEpoch,
            },
            1,
            DateTimeOffset.UnixEpoch
        );
        Assert.Equal(["1.0.0", "1.1.0"], (await publications.Studies())[0].Questionnaires.Select(one => one.Version));

        var step = new VersionChange(Guid.Empty, 2, "1.0.0", "1.1.0", "other", "{}"u8.ToArray(), DateTimeOffset.UnixEpoch);
        await Assert.ThrowsAsync<StaleResponseException>(() => responses.Migrate("SN", step with { Revision = 1 }));
        await responses.Migrate("SN", step);
        await Assert.ThrowsAsync<StaleResponseException>(() => responses.Migrate("SN", step));
        var stored = (await responses.Find("SN", Guid.Empty))!.Response;
        Assert.Equal(("1.1.0", "other", 2), (stored.QuestionnaireVersion, stored.QuestionnaireHash, stored.Revision));

        await using var db = await services.GetRequiredService<IDbContextFactory<MaturityDb>>().CreateDbContextAsync(Cancellation);
        Assert.Equal(("migrated", "1.0.0 to 1.1.0"), (db.Events.Single().Kind, db.Events.Single().Detail));
    }

    private async Task WriteEarlier()
    {
        using var folder = DataFolder.Open(_temporary.Location);
        await using var services = new ServiceCollection().AddDmkStorage(folder).BuildServiceProvider();
        await using var db = await services.GetRequiredService<IDbContextFactory<MaturityDb>>().CreateDbContextAsync(Cancellation);
        await db.GetService<IMigrator>().MigrateAsync(OneVersion, Cancellation);
        await db.Database.ExecuteSqlRawAsync(
            """
            INSERT INTO questionnaires (id, version, hash, source, published_at) VALUES ('q', '1.0.0', 'hash', 'text', 5);
            INSERT INTO studies (id, hash, source, questionnaire_id, questionnaire_version, synthetic, phase, published_at) VALUES ('s', 'h', 'text', 'q', '1.0.0', 0, 1, 5);
            INSERT INTO strata (study, land, sector, size, population, sampled, place) VALUES ('s', 'SN', 'c', 'S1', 10, 1, 0);
            INSERT INTO units (land, study, unit_id, sector, size, persons, place) VALUES ('SN', 's', 'u', 'c', 'S1', 5, 1);
            INSERT INTO responses (land, id, study, unit_id, status, revision, answers, questionnaire_id, questionnaire_version, questionnaire_hash)
              VALUES ('SN', zeroblob(16), 's', 'u', 1, 2, CAST('{{"a":{{"code":"x"}}}}' AS BLOB), 'q', '1.0.0', 'hash');
            INSERT INTO shown_marks (study, version, marks) VALUES ('s', 1, CAST('{{}}' AS BLOB));
            """,
            Cancellation
        );
    }
}
