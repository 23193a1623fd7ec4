using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>What field staff and administrators do.</summary>
internal sealed class StaffOperations(Catalogue catalogue, FieldWork fieldWork, StudyResults results, Accounts accounts)
{
    private const int LongestName = 100;
    private const int LongestLife = 366;

    public async Task<StudyView> Open(string id, Caller caller, Language language, CancellationToken cancellation)
    {
        await Existing(id, cancellation);
        await fieldWork.Open(id, cancellation);
        return new StudyView(await Existing(id, cancellation), language, caller, results);
    }

    public async Task<StudyView> Close(string id, Caller caller, Language language, CancellationToken cancellation)
    {
        await Existing(id, cancellation);
        await fieldWork.Close(id, cancellation);
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
            var revised = await fieldWork.Revise(id, questionnaire, cancellation);
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

    public async Task<CreateTokenPayload> CreateToken(Role role, string name, string? land, int days, CancellationToken cancellation)
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

        return new CreateTokenPayload(await accounts.CreateToken(role, land, name, TimeSpan.FromDays(days), cancellation));
    }

    public async Task<IReadOnlyList<TokenView>> Tokens(CancellationToken cancellation) =>
        [.. (await accounts.List(cancellation)).Select(token => new TokenView(token))];

    public async Task<TokenView> RevokeToken(string id, CancellationToken cancellation) =>
        await accounts.Revoke(id, cancellation) is { } revoked
            ? new TokenView(revoked)
            : throw new Refusal("TOKEN_UNKNOWN", "There is no token of this id. Give the id as in tokens, not the token itself.");

    private async Task<Study> Existing(string id, CancellationToken cancellation) =>
        await catalogue.Study(id, cancellation) ?? throw new Refusal("STUDY_UNKNOWN", $"There is no study '{id}'. See studies.");
}
