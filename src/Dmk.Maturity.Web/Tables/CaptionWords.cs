using System.Globalization;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web;

/// <summary>Sentences above a table.</summary>
internal static class CaptionWords
{
    public static Text Whole(string whole, string value, string ofScale, string interval) =>
        new(
            $"{whole} erreicht {value} {ofScale} (95-%-Intervall: {interval}).",
            $"{whole} reaches {value} {ofScale} (95% interval: {interval})."
        );

    public static Text Alike(string whole, string bound, string ofScale) =>
        new(
            $"{whole}: Alle Unternehmen, die geantwortet haben, liegen bei {bound} {ofScale}.",
            $"{whole}: all companies that have answered lie at {bound} {ofScale}."
        );

    public static Text Without(string whole, string why) =>
        new($"Für {whole} insgesamt gibt es hier keine Zahl: {why}", $"There is no figure for {whole} in total here: {why}");

    public static Text Highest(string first, string figure) =>
        new($"Den höchsten Schätzwert hat {first} mit {figure}.", $"The highest estimate is that of {first} with {figure}.");

    public static Text Lowest(string last, string figure) =>
        new($"Den niedrigsten Schätzwert hat {last} mit {figure}.", $"The lowest estimate is that of {last} with {figure}.");

    /// <param name="apart">How many lie above and below the whole with their whole interval, all being widened to hold together.</param>
    /// <param name="groups">How many were compared.</param>
    /// <param name="level">At which the intervals hold.</param>
    public static Text Apart((int Above, int Below) apart, int groups, IReadOnlyList<ReportingVariable> by, string whole, double level)
    {
        var (de, en) = by is [var one] ? (one.Groups.De, one.Groups.En) : ("Gruppen", "groups");
        var joint = string.Create(CultureInfo.InvariantCulture, $"{level * 100:0.#}");
        return apart is (0, 0)
            ? new(
                $"Bei allen {groups} {de} überschneidet sich das Intervall mit dem für {whole}, wenn man alle so verbreitert, dass sie "
                    + $"gemeinsam zu {joint} % gelten (Bonferroni): Die Abstände können Zufall sein.",
                $"All intervals of {groups} {en} overlap with that of {whole} once they are widened to hold together at {joint}% "
                    + "(Bonferroni): the distances may be chance."
            )
            : new(
                $"Das Intervall liegt {Told(apart, "bei", $"von {groups} {de} ganz", "ganz", ("über", "unter"), " und ")} dem für {whole}, "
                    + $"wenn man alle so verbreitert, dass sie gemeinsam zu {joint} % gelten (Bonferroni); sonst kann der Abstand Zufall "
                    + "sein.",
                $"The interval {Told(apart, "of", $"of {groups} {en} lies wholly", "wholly", ("above", "below"), " and that ")} that of "
                    + $"{whole} once all are widened to hold together at {joint}% (Bonferroni); else the distance may be chance."
            );
    }

    /// <summary>As in "of 3 of 16 Länder lies wholly above and that of 2 wholly below"; a side without any is not told.</summary>
    private static string Told(
        (int Above, int Below) apart,
        string of,
        string first,
        string second,
        (string Above, string Below) sides,
        string and
    ) =>
        string.Join(
            and,
            new[] { (Count: apart.Above, Side: sides.Above), (Count: apart.Below, Side: sides.Below) }
                .Where(one => one.Count > 0)
                .Select((one, place) => $"{of} {one.Count} {(place == 0 ? first : second)} {one.Side}")
        );
}
