using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>What a company reads about the companies that it is set beside.</summary>
public static class BenchmarkWords
{
    private static readonly Text _all = new("alle Unternehmen, die geantwortet haben", "all companies that have answered");

    /// <summary>What can be read here, in sentences.</summary>
    public static Text Explanation(Benchmark benchmark) =>
        benchmark.Shown switch
        {
            BenchmarkState.NotYet => new(
                "Ihre eigenen Werte stehen hier genau. Mit anderen Unternehmen vergleichen wir sie erst, wenn die Befragung beendet ist "
                    + "oder die Ergebnisse gezeigt werden.",
                "Your own scores stand here exactly. They are set beside those of other companies only when the survey has ended or its "
                    + "results are shown."
            ),
            BenchmarkState.Shown => new(
                "Ihre eigenen Werte stehen hier genau, die der anderen nur in groben Stufen: So erfährt niemand, was ein einzelnes "
                    + "Unternehmen geantwortet hat. Jedes andere Unternehmen zählt einmal. Verglichen wird mit dem Stand, zu dem die "
                    + "Ergebnisse zum ersten Mal ganz gezeigt wurden; er ändert sich nicht mehr.",
                "Your own scores stand here exactly, those of the others in coarse steps only, so that nobody learns what a single company "
                    + "has answered. Every other company counts once. You are set beside the companies that were shown when results were "
                    + "first shown as a whole; that does not change any more."
            ),
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    /// <summary>Who the peers are, and whether companies of other kinds were taken in, in a sentence.</summary>
    public static Text Who(PeerGroup group) => new(Who(group, Language.German), Who(group, Language.English));

    private static string Who(PeerGroup group, Language language)
    {
        var isGerman = language == Language.German;
        var who =
            group.By.Count == 0
                ? _all.In(language)
                : (isGerman ? "andere Unternehmen mit " : "other companies with ")
                    + string.Join(
                        ", ",
                        group.By.Zip(group.Codes, (by, code) => $"{by.Title.In(language)}: {by.LabelOf(code).In(language)}")
                    );
        if (group.LeftOut.Count == 0)
        {
            return isGerman ? $"Verglichen mit: {who}." : $"Compared with: {who}.";
        }

        var left = string.Join(", ", group.LeftOut.Select(variable => variable.Title.In(language)));
        // Beside all of them stand also companies that were not among those shown first.
        var late =
            group.By.Count > 0 ? ""
            : isGerman ? ", oder weil Ihr Unternehmen später geantwortet hat"
            : ", or as your company answered later";
        return isGerman
            ? $"Verglichen mit: {who}. Erweitert, weil engere Gruppen zu klein sind oder nicht gezeigt werden{late}; "
                + $"nicht beachtet: {left}."
            : $"Compared with: {who}. Widened, as closer groups are too small or not shown{late}; not looked at: {left}.";
    }
}
