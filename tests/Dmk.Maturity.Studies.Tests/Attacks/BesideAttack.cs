using Dmk.Maturity.Trials;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Attack 3: two companies answer as if they stood beside a third, and take their own answers and weights off.</summary>
internal static class BesideAttack
{
    /// <summary>Two of other strata join each company that is alone in a cell of Land and sector.</summary>
    public static IReadOnlyList<(AttackedStudy Study, AttackedCompany Victim, AttackedCompany[] Colluders)> Try(AttackedStudy study) =>
        [
            .. study
                .Companies.GroupBy(company => (company.Cell.Land, Sector: company.Cell[1]))
                .Where(cell => cell.Count() == 1)
                .Select(cell => Beside(study, cell.Single())),
        ];

    public static AttackResult Run(
        IReadOnlyList<(AttackedStudy Study, AttackedCompany Victim, AttackedCompany[] Colluders)> tries,
        Func<AttackedStudy, Reading> read
    )
    {
        var result = new AttackResult();
        foreach (var (study, victim, colluders) in tries)
        {
            var reading = read(study);
            var (by, key) = (new[] { "land", "sector" }, $"{victim.Cell.Land}|{victim.Cell[1]}");
            for (var node = 0; node < reading.Nodes; node++)
            {
                result.Attempts++;
                if (reading[node, by, key] is { IsGiven: true, Respondents: 3 } figure)
                {
                    // What a code holder weighs follows from the frame, which is public.
                    var weights = colluders.Select(study.WeightOf).ToArray();
                    var own = weights.Zip(colluders, (weight, one) => weight * one.Scores[node]).Sum();
                    var (weight, sum) = (figure.Population - Between.Around(weights.Sum(), 1e-9), figure.Sum - Between.Around(own, 1e-7));
                    result.Weigh(sum / weight, [victim.Scores[node]]);
                }
            }
        }

        return result;
    }

    private static (AttackedStudy, AttackedCompany, AttackedCompany[]) Beside(AttackedStudy study, AttackedCompany victim)
    {
        AttackedCompany[] colluders =
        [
            .. study
                .Companies.Where(one => one.Stratum.Land == "A" && one.Answers.All(double.IsFinite))
                .Take(2)
                .Select(one => one with { Cell = victim.Cell }),
        ];
        return (
            new([.. study.Companies.Where(one => !colluders.Any(joined => ReferenceEquals(joined.Answers, one.Answers))), .. colluders]),
            victim,
            colluders
        );
    }
}
