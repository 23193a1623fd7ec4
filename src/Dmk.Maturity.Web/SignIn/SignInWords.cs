using Dmk.Maturity.Questionnaires;

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
}
