using Dmk.Maturity.Storage;

namespace Dmk.Maturity.Grains;

/// <summary>Whose questionnaire it is, for the company itself: names are kept apart from answers, and nobody else is told.</summary>
public sealed class Addressees(Responses responses, Contacts contacts)
{
    /// <returns>Null where no name is kept.</returns>
    public async Task<string?> Name(CompanySession session, CancellationToken cancellation)
    {
        var key = ResponseKey.Parse(session.Response);
        return await responses.UnitOf(key.Land, key.Id) is { } unit
            ? (await contacts.Names([unit], cancellation)).GetValueOrDefault(unit)
            : null;
    }
}
