using Dmk.Maturity.Storage;

namespace Dmk.Maturity.Grains;

/// <summary>A line of the audit log.</summary>
/// <param name="Number">Rises by one with each entry; the first is 1.</param>
/// <param name="At">When it was written.</param>
/// <param name="Actor">As <see cref="Grains.Actor"/> says.</param>
/// <param name="Action">In one word, as in token.create.</param>
/// <param name="Study">Null where it concerns none.</param>
/// <param name="Subject">What it was done to, such as a token's id; null where the study says it all.</param>
/// <param name="Outcome">begun, done, refused or failed.</param>
public sealed record AuditEntry(long Number, DateTimeOffset At, string Actor, string Action, string? Study, string? Subject, string Outcome)
{
    internal static AuditEntry Of(StoredAction stored) =>
        new(stored.Number, stored.At, stored.Actor, stored.Action, stored.Study, stored.Subject, stored.Outcome);
}
