using System.Diagnostics;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Description("What came of entering a code: a session, or a problem.")]
internal sealed record EnterCodePayload(
    [property: Description("In clear, this once. Null where there is a problem.")] string? SessionToken,
    [property: Description("When the session ends by itself.")] DateTimeOffset? ExpiresAt,
    [property: Id, Description("The study that the company was invited to.")] string? StudyId,
    [property: Description("Null where the company has come in.")] EntryProblem? Problem,
    [property: Description("The problem in words.")] string? Message,
    [property: Description("How long to wait after too many failures.")] int? RetryAfterSeconds
)
{
    private static readonly Text _mistyped = new(
        "Dieser Code enthält einen Tippfehler. Bitte vergleichen Sie ihn mit Ihrem Anschreiben.",
        "This code has a typing mistake. Please compare it with your invitation."
    );

    private static readonly Text _missing = new("Es wurde kein Zugangscode eingegeben.", "No access code was entered.");

    private static readonly Text _notYetOpen = new("Die Befragung hat noch nicht begonnen.", "The survey has not begun yet.");

    private static readonly Text _closed = new(
        "Die Befragung ist beendet; es kann nichts mehr eingetragen werden.",
        "The survey has ended; nothing more can be entered."
    );

    private static readonly Text _notAccepted = new(
        "Mit diesem Code ist kein Zugang möglich. Bitte prüfen Sie ihn, oder wenden Sie sich an die Stelle, die Sie eingeladen hat.",
        "This code gives no access. Please check it, or ask those who invited you."
    );

    private static readonly Text _tooMany = new(
        "Von Ihrem Netz kamen zu viele falsche Codes. Bitte warten Sie einige Minuten.",
        "Too many wrong codes came from your network. Please wait some minutes."
    );

    internal static EnterCodePayload Of(EntryOutcome entry, Language language) =>
        entry switch
        {
            EntryOutcome.Granted granted => new(granted.SessionToken, granted.Session.Expires, granted.Session.StudyId, null, null, null),
            EntryOutcome.WrongLength { Typed: 0 } => Failed(EntryProblem.Mistyped, _missing.In(language)),
            EntryOutcome.WrongLength wrong => Failed(EntryProblem.Mistyped, WrongLength(wrong.Typed).In(language)),
            EntryOutcome.ForeignCharacter foreign => Failed(EntryProblem.Mistyped, Foreign(foreign.Character).In(language)),
            EntryOutcome.NotYetOpen => Failed(EntryProblem.NotYetOpen, _notYetOpen.In(language)),
            EntryOutcome.Closed => Failed(EntryProblem.Closed, _closed.In(language)),
            EntryOutcome.Mistyped => Failed(EntryProblem.Mistyped, _mistyped.In(language)),
            EntryOutcome.NotAccepted => Failed(EntryProblem.NotAccepted, _notAccepted.In(language)),
            EntryOutcome.TooManyFailures failures => Failed(EntryProblem.TooManyFailures, _tooMany.In(language)) with
            {
                RetryAfterSeconds = (int)Math.Ceiling(failures.RetryAfter.TotalSeconds),
            },
            _ => throw new UnreachableException(),
        };

    private static Text WrongLength(int typed) =>
        new(
            $"Ein Zugangscode hat {AccessCode.Length} Zeichen, eingegeben wurden {typed}.",
            $"An access code has {AccessCode.Length} characters, {typed} were entered."
        );

    private static Text Foreign(string character) =>
        new($"Dieses Zeichen kommt in keinem Zugangscode vor: {character}", $"This character is in no access code: {character}");

    private static EnterCodePayload Failed(EntryProblem problem, string message) => new(null, null, null, problem, message, null);
}
