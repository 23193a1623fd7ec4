namespace Dmk.Maturity.Studies.Tests;

/// <summary>Attack 2: one company more behind a figure than behind those that make it up.</summary>
internal static class DifferenceAttack
{
    private const int FewCompanies = 5;

    /// <summary>One respondent of a node lacks one part of it: the node less its parts is a part of that company's score.</summary>
    public static AttackResult OfParts(Reading reading, NodeFamily family)
    {
        var result = new AttackResult();
        foreach (var (by, key) in reading.Cells)
        {
            foreach (var node in Enumerable.Range(0, reading.Nodes).Where(node => family.Parts[node].Count > 0))
            {
                var (whole, parts) = (reading[node, by, key], family.Parts[node]);
                if (!whole.IsGiven || parts.Any(part => !reading[part, by, key].IsGiven))
                {
                    continue;
                }

                result.Attempts++;
                foreach (var lacked in parts.Where(part => reading[part, by, key].Respondents == whole.Respondents - 1))
                {
                    var share = 1.0 / parts.Count;
                    var weight = whole.Population - reading[lacked, by, key].Population;
                    var rest = parts.Aggregate(whole.Sum, (left, part) => left - (share * reading[part, by, key].Sum));
                    result.Weigh(
                        rest / (share * weight),
                        reading.Behind(node, by, key).Where(one => double.IsNaN(one.Scores[lacked])).Select(one => one.Scores[node])
                    );
                }
            }
        }

        return result;
    }

    /// <summary>A total less the cells of a finer table that are given: those that are not.</summary>
    public static AttackResult OfCells(Reading reading)
    {
        var result = new AttackResult();
        foreach (var (by, key, finer, parts) in reading.Sums())
        {
            for (var node = 0; node < reading.Nodes; node++)
            {
                var total = reading[node, by, key];
                string[] missing = [.. parts.Where(part => reading[node, finer, part] is { IsGiven: false, IsEmpty: false })];
                if (total.IsGiven)
                {
                    result.Attempts++;
                }

                if (total.IsGiven && missing.Length > 0)
                {
                    var given = parts.Except(missing).Select(part => reading[node, finer, part]).Where(figure => figure.IsGiven).ToArray();
                    var population = given.Aggregate(total.Population, (left, part) => left - part.Population);
                    var sum = given.Aggregate(total.Sum, (left, part) => left - part.Sum);
                    AttackedCompany[] behind = [.. missing.SelectMany(part => reading.Behind(node, finer, part))];
                    result.Weigh(sum / population, behind.Length < FewCompanies ? behind.Select(one => one.Scores[node]) : []);
                }
            }
        }

        return result;
    }
}
