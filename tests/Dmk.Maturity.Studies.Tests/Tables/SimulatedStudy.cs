namespace Dmk.Maturity.Studies.Tests;

/// <summary>A respondent as only a naive computation sees one: where drawn, where now, and its scores.</summary>
internal sealed record Respondent(ReportingCell Stratum, ReportingCell Cell, double[] Scores);

/// <summary>A frame with thin, empty, fully sampled and impossible strata, and respondents with random scores, some of whom have
/// moved.</summary>
internal sealed record SimulatedStudy(StudyDesign Design, IReadOnlyList<FrameStratum> Frame, IReadOnlyList<Respondent> Respondents)
{
    private const double Moved = 0.05;
    private const double Missing = 0.15;

    public static SimulatedStudy Of(StudyDesign design, int nodes, int respondentsPerStratum, int seed)
    {
        // Who answers does not depend on how many scores there are.
        var (random, chance) = (new Random(seed), new Random(seed + 1000));
        var strata = (
            from land in design.Variable("land")!.Classification.Entries
            from sector in design.Variable("sector")!.Classification.Entries
            from size in design.Variable("size")!.Classification.Entries
            select ReportingCell.Of(land.Code, sector.Code, size.Code)
        ).ToArray();
        var frame = new List<FrameStratum>();
        var respondents = new List<Respondent>();
        foreach (var stratum in strata)
        {
            var sampled = random.Next(4) == 0 ? random.Next(3) : random.Next(1 + (2 * respondentsPerStratum));
            var population = random.Next(5) == 0 ? sampled : sampled + random.Next(1, 400);
            var answered = random.Next(4) == 0 ? sampled : random.Next(sampled + 1);
            frame.Add(new(stratum, population, sampled));
            for (var i = 0; i < answered; i++)
            {
                var cell = random.NextDouble() < Moved ? strata[random.Next(strata.Length)] : stratum;
                respondents.Add(
                    new(
                        stratum,
                        cell,
                        [.. Enumerable.Range(0, nodes).Select(_ => chance.NextDouble() < Missing ? double.NaN : 100 * chance.NextDouble())]
                    )
                );
            }
        }

        return new(design, frame, respondents);
    }

    public StudyMoments Moments() => Moments(Respondents);

    public static StudyMoments Moments(IEnumerable<Respondent> respondents)
    {
        StudyMoments? moments = null;
        foreach (var respondent in respondents)
        {
            moments ??= new(respondent.Scores.Length);
            moments.At(respondent.Stratum, respondent.Cell).Add(respondent.Scores);
        }

        return moments!;
    }
}
