namespace Dmk.Maturity.Trials;

/// <summary>Attack 4: the list of merged strata names those in which nobody or one company has answered.</summary>
internal static class CollapseList
{
    public static AttackCount Run(GateReading reading, GateTruth truth)
    {
        var count = new AttackCount("4", "Collapse list") { Attempts = reading.Study.Frame.Count };
        var strata = truth.Study.Design.Population.Strata;
        foreach (var named in reading.Collapses)
        {
            var answered = truth
                .Companies.Where(company => strata.Select(variable => variable.CodeOf(company.Stratum)).SequenceEqual(named))
                .ToArray();
            if (answered.Length <= 1)
            {
                count.Found(answered.Select(company => company.UnitId));
            }
            else
            {
                count.Results++;
            }
        }

        return count;
    }
}
