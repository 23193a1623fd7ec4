using Dmk.Maturity.Grains;

namespace Dmk.Maturity.GraphQL;

[Name("AuditEntry"), Description("What a member of staff did. Entries are appended and never changed.")]
internal sealed class AuditEntryView(AuditEntry entry)
{
    [Description("Rises by one with each entry; the first is 1.")]
    public int Number => checked((int)entry.Number);

    [Description("When it was written.")]
    public DateTimeOffset At => entry.At;

    [Description("Who: the role and the id of a token, or the command line with the name that the system has for whoever typed.")]
    public string Actor => entry.Actor;

    [Description("What was done, as in token.create.")]
    public string Action => entry.Action;

    [Id, Description("The study it was done to; null where it concerns none.")]
    public string? Study => entry.Study;

    [Description("What it was done to, such as a token's id; null where the study says it all.")]
    public string? Subject => entry.Subject;

    [Description("begun, then done, refused or failed. A begun without any of these was cut off, or its end could not be stored.")]
    public string Outcome => entry.Outcome;
}
