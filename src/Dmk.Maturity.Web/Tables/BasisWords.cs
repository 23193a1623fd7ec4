using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Web;

/// <summary>Words on the companies that a table is made from.</summary>
internal static class BasisWords
{
    /// <param name="whole">The breakdown with the part that was chosen; null where none was. The numbers are those of all its
    /// parts.</param>
    public static string Answers(TableBasis basis, Sight sight, Text? whole, Population population, Language language)
    {
        var (companies, answered) = (Numbers.Of(basis.Companies, 0, language), Numbers.Of(basis.Answered, 0, language));
        var who = Who(population);
        var from = whole is null
            ? new Text($"Aus den Antworten von {companies}", $"From the answers of {companies}")
            : new Text(
                $"Die ganze Gliederung nach {whole.De} beruht auf den Antworten von {companies}",
                $"The whole breakdown by {whole.En} rests on the answers of {companies}"
            );
        var about = sight == Sight.Live ? new Text("", "") : new Text("rund ", "about ");
        var of =
            basis.Companies < basis.Answered
                ? new Text(
                    $" von {about.De}{answered} {who.De}, die geantwortet haben.",
                    $" of {about.En}{answered} {who.En} that have answered."
                )
            : sight == Sight.Live ? new Text($" {who.De}; das sind alle, die geantwortet haben.", $" {who.En}, all that have answered.")
            : new Text(
                $" {who.De}; das sind alle oder fast alle, die geantwortet haben.",
                $" {who.En}, all or nearly all that have answered."
            );
        return from.In(language) + of.In(language);
    }

    /// <summary>Under a condition of which it is not told how many companies meet it.</summary>
    public static string Untold(TableBasis basis, Population population, Language language)
    {
        var (who, answered) = (Who(population), Numbers.Of(basis.Answered, 0, language));
        return new Text(
            $"Wie viele {who.De} dazugehören, wird nicht gezeigt. Geantwortet haben rund {answered}.",
            $"How many {who.En} belong to them is not shown. About {answered} have answered."
        ).In(language);
    }

    /// <summary>Where a node is asked of some, or many have left it open.</summary>
    public static Text Scored(long scored, long companies, Language language)
    {
        var (with, of) = (Numbers.Of(scored, 0, language), Numbers.Of(companies, 0, language));
        return new(
            $"Diesen Wert gibt es von {with} der {of}; die übrigen wurden danach nicht gefragt, es betrifft sie nicht, oder sie haben es "
                + "offengelassen.",
            $"{with} of the {of} have this score; the others were not asked, it does not apply to them, or they left it open."
        );
    }

    public static Text ByPersons { get; } =
        new(
            "Jedes Unternehmen zählt so oft, wie es Personen beschäftigt: eines mit 2.000 tausendmal so viel wie eines mit 2.",
            "Every company counts as often as it employs persons: one with 2,000 a thousand times as much as one with 2."
        );

    public static Text Alike(Population population) =>
        population.OfPublicBodies
            ? new("Jede Stelle zählt gleich.", "Every body counts alike.")
            : new(
                "Jedes Unternehmen zählt gleich: eines mit 2 Personen so viel wie eines mit 2.000.",
                "Every company counts alike: one with 2 people as much as one with 2,000."
            );

    private static Text Who(Population population) =>
        population.OfPublicBodies ? new("öffentlichen Stellen", "public bodies") : new("Unternehmen", "companies");
}
