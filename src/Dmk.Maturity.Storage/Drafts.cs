using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>Responses that have been begun and not submitted.</summary>
public sealed class Drafts(IDbContextFactory<MaturityDb> contexts)
{
    private const int DraftStatus = 1;

    /// <summary>How many there are, by Land. Looks at all responses of the study.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Count(string study, CancellationToken cancellation)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellation);
        return await db
            .Responses.Where(response => response.Study == study && response.Status == DraftStatus)
            .GroupBy(response => response.Land)
            .Select(land => new { Land = land.Key, Count = land.LongCount() })
            .ToDictionaryAsync(land => land.Land, land => land.Count, cancellation);
    }
}
