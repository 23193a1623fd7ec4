using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web;

/// <summary>Words of the readers' sign-in.</summary>
internal static class SignInWords
{
    public static Text Title { get; } = new("Anmelden", "Sign in");

    public static Text Explanation { get; } =
        new(
            "Ministerien, Forschung und die Betreiberin der Studie melden sich mit einem Zugangsschlüssel an. Unternehmen brauchen "
                + "diese Seite nicht: Sie geben ihren Zugangscode ein.",
            "Ministries, researchers and the operator of the study sign in with an access token. Companies do not need this page: "
                + "they enter their access code."
        );

    public static Text Token { get; } = new("Zugangsschlüssel", "Access token");

    public static Text TokenHelp { get; } =
        new(
            "Beginnt mit dmkt_. Sie haben ihn von der Betreiberin der Studie erhalten.",
            "Begins with dmkt_. You received it from the operator of the study."
        );

    public static Text Enter { get; } = new("Anmelden", "Sign in");

    public static Text Leave { get; } = new("Abmelden", "Sign out");

    public static Text Refused { get; } =
        new(
            "Dieser Zugangsschlüssel gilt nicht oder nicht mehr. Bitte kopieren Sie ihn vollständig, oder lassen Sie sich einen "
                + "neuen ausstellen.",
            "This access token is not valid, or no longer. Please copy it completely, or have a new one issued."
        );

    public static Text EndedTitle { get; } = new("Ihre Anmeldung ist beendet", "Your sign-in has ended");

    public static Text EndedText { get; } =
        new(
            "Eine Anmeldung endet nach zwölf Stunden, mit dem Abmelden und mit ihrem Zugangsschlüssel. Nach der neuen Anmeldung "
                + "sehen Sie diese Ergebnisse wieder.",
            "A sign-in ends after twelve hours, by signing out, and with its access token. After signing in again you will see "
                + "these results again."
        );

    public static Text Again { get; } = new("Neu anmelden", "Sign in again");

    public static Text TokenRefusedTitle { get; } = new("Der Zugangsschlüssel gilt nicht", "The access token is not valid");

    public static Text NeededTitle { get; } = new("Für diese Datei müssen Sie sich anmelden", "You need to sign in for this file");

    public static Text NeededText { get; } =
        new(
            "Die Anmeldung führt Sie zu der Tabelle, aus der die Datei entsteht. Programme senden ihren Zugangsschlüssel im Kopf der "
                + "Anfrage: „Authorization: Bearer“.",
            "Signing in leads you to the table that the file is made from. Programs send their access token in the header of the "
                + "request: “Authorization: Bearer”."
        );

    /// <param name="land">A ministry's own Land, as its code.</param>
    /// <param name="name">What the token was created for.</param>
    public static Text SignedInAs(Role role, string? land, string name)
    {
        var (who, where) = (RoleOf(role), land is null ? "" : $" ({land})");
        return new($"Angemeldet als {who.De}{where}: {name}", $"Signed in as {who.En}{where}: {name}");
    }

    private static Text RoleOf(Role role) =>
        role switch
        {
            Role.Ministry => new("Ministerium", "ministry"),
            Role.Economist => new("Forschung", "researcher"),
            Role.Operator => new("Betreiberin der Studie", "operator of the study"),
            Role.Administrator => new("Verwaltung der Plattform", "administrator of the platform"),
            _ => new("Öffentlichkeit", "the public"),
        };
}
