using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>What field staff and administrators do.</summary>
internal sealed class StaffOperations(
    Catalogue catalogue,
    FieldWork fieldWork,
    FieldOperations fielding,
    StudyResults results,
    Rescoring rescoring,
    Accounts accounts,
    AuditLog audit
)
{
    private const int LongestName = 100;
    private const int LongestLife = 400;
    private const int MostEntries = 100;

    public async Task<StudyView> Open(string id, Caller caller, Language language, CancellationToken cancellation)
    {
        await fielding.RefuseUndrawn(await Existing(id, cancellation), cancellation);
        await audit.Around(By(caller, "study.open", id), () => fieldWork.Open(id, cancellation));
        return new StudyView(await Existing(id, cancellation), language, caller, results);
    }

    public async Task<ShowResultsPayload> Show(string id, Caller caller, CancellationToken cancellation)
    {
        var study = await Existing(id, cancellation);
        return await audit.Around(
            By(caller, "result.show", id),
            async () => new ShowResultsPayload(await results.Show(study, cancellation)),
            _ => null
        );
    }

    public async Task<StudyView> Close(string id, Caller caller, Language language, CancellationToken cancellation)
    {
        await Existing(id, cancellation);
        await audit.Around(By(caller, "study.close", id), () => fieldWork.Close(id, cancellation));
        return new StudyView(await Existing(id, cancellation), language, caller, results);
    }

    public async Task<ReviseStudyPayload> Revise(
        string id,
        string questionnaire,
        Caller caller,
        Language language,
        CancellationToken cancellation
    )
    {
        var study = await Existing(id, cancellation);
        try
        {
            var revised = await audit.Around(
                By(caller, "study.revise", id),
                () => fieldWork.Revise(id, questionnaire, cancellation),
                revised => $"{revised.Study.Questionnaire.Id} {revised.Study.Questionnaire.Version}"
            );
            return new(
                new StudyView(revised.Study, language, caller, results),
                [.. revised.Diff.Changes.Select(change => new ChangeView(change))],
                []
            );
        }
        catch (PublicationException refused)
        {
            return new(
                new StudyView(study, language, caller, results),
                [],
                [.. refused.Problems.Select(problem => new AuthorProblemView(problem))]
            );
        }
    }

    public async Task<AddIndexPayload> AddIndex(string id, string index, Caller caller, Language language, CancellationToken cancellation)
    {
        var study = await Existing(id, cancellation);
        try
        {
            var added = await audit.Around(
                By(caller, "index.add", id),
                () => fieldWork.AddIndex(id, index, cancellation),
                done => VersionedId.Of(done.Model).ToString()
            );
            rescoring.Wake();
            return new(new StudyView(added.Study, language, caller, results), new IndexView(added.Model, language), []);
        }
        catch (PublicationException refused)
        {
            return new(
                new StudyView(study, language, caller, results),
                null,
                [.. refused.Problems.Select(problem => new AuthorProblemView(problem))]
            );
        }
    }

    public async Task<CreateTokenPayload> CreateToken(
        Role role,
        string name,
        string? land,
        int days,
        Caller caller,
        CancellationToken cancellation
    )
    {
        if (role == Role.Public)
        {
            throw new Refusal("INVALID_ARGUMENT", "The public needs no token.");
        }

        if (name.Length is 0 or > LongestName)
        {
            throw new Refusal("INVALID_ARGUMENT", $"The name must have 1 to {LongestName} characters; it has {name.Length}.");
        }

        if (days is < 1 or > LongestLife)
        {
            throw new Refusal("INVALID_ARGUMENT", $"A token is good for 1 to {LongestLife} days, not for {days}.");
        }

        if (role == Role.Ministry != land is not null)
        {
            throw new Refusal(
                "INVALID_ARGUMENT",
                role == Role.Ministry
                    ? "A ministry needs its Land: give its code, as in SN."
                    : "Only ministries belong to a Land. Leave 'land' out."
            );
        }

        if (land is not null && catalogue.Classifications.Find("land")?.Find(land) is null)
        {
            throw new Refusal("INVALID_ARGUMENT", $"There is no Land '{land}'. See classification(id: \"land\").");
        }

        return new CreateTokenPayload(
            await audit.Around(
                By(caller, "token.create", null),
                () => accounts.CreateToken(role, land, name, TimeSpan.FromDays(days), cancellation),
                issued => issued.Id
            )
        );
    }

    public async Task<IReadOnlyList<TokenView>> Tokens(CancellationToken cancellation) =>
        [.. (await accounts.List(cancellation)).Select(token => new TokenView(token))];

    public async Task<TokenView> RevokeToken(string id, Caller caller, CancellationToken cancellation) =>
        (await accounts.List(cancellation)).FirstOrDefault(token => token.Id.Equals(id.Trim(), StringComparison.OrdinalIgnoreCase))
            is { } token
        && await audit.Around(
            By(caller, "token.revoke", null) with
            {
                Subject = token.Id,
            },
            () => accounts.Revoke(token.Id, cancellation),
            _ => null
        )
            is { } revoked
            ? new TokenView(revoked)
            : throw new Refusal("TOKEN_UNKNOWN", "There is no token of this id. Give the id as in tokens, not the token itself.");

    public async Task<IReadOnlyList<AuditEntryView>> AuditLog(int first, int after, CancellationToken cancellation) =>
        first is < 1 or > MostEntries
            ? throw new Refusal("INVALID_ARGUMENT", $"'first' is 1 to {MostEntries}, not {first}.")
            : [.. (await audit.Read(after, first, null, null, cancellation)).Select(action => new AuditEntryView(action))];

    private static Deed By(Caller caller, string action, string? study) => new(Actor.Of(caller.Audience), action, study, null);

    private async Task<Study> Existing(string id, CancellationToken cancellation) =>
        await catalogue.Study(id, cancellation) ?? throw new Refusal("STUDY_UNKNOWN", $"There is no study '{id}'. See studies.");
}
