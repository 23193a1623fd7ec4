using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>Numbers as people read them: decimal comma in German, groups of thousands, a dash where there is none.</summary>
internal static class Numbers
{
    public const string None = "–";

    public static string Of(double value, int decimals, Language language) =>
        double.IsNaN(value)
            ? None
            : value.ToString(
                decimals == 0 ? "N0" : "N" + decimals.ToString(System.Globalization.CultureInfo.InvariantCulture),
                language.Culture
            );

    public static string Percent(double share, Language language) =>
        double.IsNaN(share) ? None
        : language == Language.German ? $"{Of(share * 100, 1, language)}\u00A0%"
        : $"{Of(share * 100, 1, language)}%";
}
