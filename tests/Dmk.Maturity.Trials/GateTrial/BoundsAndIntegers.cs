using System.Globalization;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Trials;

/// <summary>Attack 6: between what a withheld mean and a withheld number of respondents must lie, by linear and integer programmes over
/// every published figure, the scale and what a status says.</summary>
/// <remarks>Of each withheld cell the unknowns are the population P and the weighted sum T, from P &lt;= T &lt;= to P; every cell is the
/// sum of its parts in each finer table. The mean lies between the smallest T by the largest P and the reverse.</remarks>
/// <param name="everyNode">Of so many nodes one is tried in tables, too, that show nothing of it.</param>
internal sealed class BoundsAndIntegers(GateReading reading, GateTruth truth, int everyNode)
{
    private const string Few = "FEW_RESPONDENTS";

    /// <summary>Statuses under which there is nobody.</summary>
    private static readonly string[] _empty = ["NO_RESPONDENTS", "STRUCTURAL_ZERO"];

    private readonly List<string> _found = [];
    private int _ofMany;
    private readonly List<(string Total, IReadOnlyList<string> Parts)> _relations = [.. Relations(reading)];

    /// <returns>Means, and numbers of respondents.</returns>
    public List<AttackCount> Run(string number, string name)
    {
        var means = new AttackCount(number, $"{name}: means");
        var numbers = new AttackCount(number + "n", $"{name}: respondents");
        var failed = 0;
        foreach (var (place, model) in reading.Study.Indices.Index())
        {
            foreach (var node in model.Nodes)
            {
                try
                {
                    Means(means, place, model, node);
                    Numbers(numbers, place, model, node);
                }
                catch (InfeasibleException)
                {
                    failed++;
                }
            }
        }

        means.Remark = string.Join(
            "; ",
            _found
                .Take(8)
                .Prepend($"{_ofMany} means of five companies and more are narrowed, too")
                .Append($"{failed} nodes whose figures agree with nothing")
        );
        return [means, numbers];
    }

    private static IEnumerable<(string Total, IReadOnlyList<string> Parts)> Relations(GateReading reading) =>
        from coarse in reading.Tables
        from fine in reading.Tables
        where fine.Table.Count == coarse.Table.Count + 1 && coarse.Table.All(fine.Table.Contains)
        from total in coarse.Keys
        let parts = fine.Keys.Where(key => total.Length == 0 || total.Split('|').All(part => key.Split('|').Contains(part))).ToArray()
        where parts.Length > 0
        select (total, (IReadOnlyList<string>)parts);

    /// <summary>Those all of whose cells are published, empty, or among the unknowns.</summary>
    private IEnumerable<(string Total, IReadOnlyList<string> Parts)> Usable(
        IndexModel model,
        IndexNode node,
        Dictionary<string, int> withheld
    ) =>
        _relations.Where(relation =>
            relation
                .Parts.Prepend(relation.Total)
                .All(key =>
                    withheld.ContainsKey(key)
                    || reading[model, node, key] is null or { Mean: not null }
                    || _empty.Contains(reading[model, node, key]!.Status)
                )
        );

    /// <summary>The scale, or less where the reader is told where all scores lie.</summary>
    private Between Scores(IndexModel model, IndexNode node, string key) =>
        reading[model, node, key]?.Bound ?? new Between(model.ScaleFrom, model.ScaleTo);

    private Dictionary<string, int> Withheld(IndexModel model, IndexNode node) =>
        reading
            .Tables.Where(table => node.Index % everyNode == 0 || table.Keys.Any(key => reading[model, node, key]?.Mean is not null))
            .SelectMany(table => table.Keys)
            .Where(key => reading[model, node, key] is { Mean: null } cell && !_empty.Contains(cell.Status))
            .Index()
            .ToDictionary(key => key.Item, key => key.Index);

    private void Means(AttackCount count, int place, IndexModel model, IndexNode node)
    {
        var withheld = Withheld(model, node);
        if (withheld.Count == 0)
        {
            return;
        }

        // P at 2 i, T at 2 i + 1.
        var unknowns = withheld
            .SelectMany(_ =>
                new[] { new UnknownNumber(0, double.PositiveInfinity), new UnknownNumber(double.NegativeInfinity, double.PositiveInfinity) }
            )
            .ToArray();
        var sums = withheld
            .SelectMany(cell =>
                new KnownSum[]
                {
                    new([((2 * cell.Value) + 1, 1), (2 * cell.Value, -Scores(model, node, cell.Key).Low)], 0, double.PositiveInfinity),
                    new([((2 * cell.Value) + 1, 1), (2 * cell.Value, -Scores(model, node, cell.Key).High)], double.NegativeInfinity, 0),
                }
            )
            .ToList();
        foreach (
            var (total, parts) in Usable(model, node, withheld).Where(relation => reading.SameCompanies(relation.Total, relation.Parts[0]))
        )
        {
            Add(sums, withheld, [total, .. parts], 0, key => reading[model, node, key]?.Population);
            Add(
                sums,
                withheld,
                [total, .. parts],
                1,
                key => reading[model, node, key] is { Mean: { } mean, Population: { } population } ? mean * population : null
            );
        }

        var ranges = FeasibleRanges.Of(unknowns, sums);
        foreach (var (key, cell) in withheld)
        {
            count.Attempts++;
            var (population, sum) = (ranges[2 * cell], ranges[(2 * cell) + 1]);
            if (population.Lower > 0)
            {
                var range = new Between(sum.Lower, sum.Upper) / new Between(population.Lower, population.Upper);
                Weigh(count, range, (place, model, node), key);
            }
        }
    }

    /// <summary>Of five companies and more a mean is no secret: it is withheld for the sake of others. That of companies which are all
    /// alike is.</summary>
    private void Weigh(AttackCount count, Between range, (int Place, IndexModel Model, IndexNode Node) asked, string key)
    {
        var companies = Mean(asked.Place, asked.Node, key).ToArray();
        var status = reading[asked.Model, asked.Node, key]!.Status;
        var results = count.Results;
        if (companies.Length < reading.Study.Design.Confidentiality.MinimumRespondents || status == "ALL_ALIKE")
        {
            count.Weigh(range, (asked.Model.ScaleFrom, asked.Model.ScaleTo), companies);
            if (count.Results > results)
            {
                _found.Add(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{asked.Model.Id} {asked.Node.Id} [{key}] {status}, {companies.Length}, {range.Low:0.0} to {range.High:0.0}"
                    )
                );
            }
        }
        else if (
            range.Within(asked.Model.ScaleFrom, asked.Model.ScaleTo).Half
            <= AttackCount.Rough * (asked.Model.ScaleTo - asked.Model.ScaleFrom) / 100
        )
        {
            _ofMany++;
        }
    }

    private IEnumerable<(string, double)> Mean(int place, IndexNode node, string key)
    {
        var companies = truth.In(key).Where(company => !double.IsNaN(company.Scores[place][node.Index])).ToArray();
        var mean = companies.Sum(company => company.Weight * company.Scores[place][node.Index]) / companies.Sum(company => company.Weight);
        return companies.Select(company => (company.UnitId, mean));
    }

    /// <summary>An equation of the published and the withheld, the total with the sign of its parts turned.</summary>
    /// <param name="shift">0 for populations, 1 for weighted sums.</param>
    private static void Add(List<KnownSum> sums, Dictionary<string, int> withheld, string[] keys, int shift, Func<string, Between?> known)
    {
        var (terms, rest) = (new List<(int, double)>(), new Between(0, 0));
        foreach (var (place, key) in keys.Index())
        {
            var sign = place == 0 ? 1.0 : -1;
            if (withheld.TryGetValue(key, out var cell))
            {
                terms.Add(((2 * cell) + shift, sign));
            }
            else if (known(key) is { } value)
            {
                rest += -sign * value;
            }
        }

        if (terms.Count > 0)
        {
            var half = 1e-9 * Math.Max(Math.Abs(rest.Low), Math.Abs(rest.High));
            sums.Add(new(terms, rest.Low - half, rest.High + half));
        }
    }

    private void Numbers(AttackCount count, int place, IndexModel model, IndexNode node)
    {
        var withheld = Withheld(model, node);
        var minimum = reading.Study.Design.Confidentiality.MinimumRespondents;
        var unknowns = withheld
            .Keys.Select(key => reading[model, node, key]!.Status)
            .Select(status => new UnknownNumber(
                status == "ALL_ALIKE" ? minimum
                    : status is Few or "PROTECTS_ANOTHER" ? 1
                    : 0,
                status == Few ? minimum - 1 : double.PositiveInfinity
            )
            {
                IsWhole = true,
            })
            .ToArray();
        var sums = new List<KnownSum>();
        foreach (var (total, parts) in Usable(model, node, withheld))
        {
            string[] keys = [total, .. parts];
            if (keys.Any(key => reading[model, node, key] is { Mean: not null, Respondents: null }))
            {
                continue;
            }

            var terms = keys.Index()
                .Where(key => withheld.ContainsKey(key.Item))
                .Select(key => (withheld[key.Item], key.Index == 0 ? 1.0 : -1));
            var rest = keys.Index()
                .Where(key => !withheld.ContainsKey(key.Item))
                .Sum(key => (key.Index == 0 ? -1 : 1) * (reading[model, node, key.Item]?.Respondents ?? 0));
            if (terms.Any())
            {
                // Companies of the total that the finer table does not speak of.
                sums.Add(new([.. terms], rest, rest + Math.Max(0, reading.Companies(total) - reading.Companies(parts[0]))));
            }
        }

        var ranges = withheld.Count == 0 ? [] : FeasibleRanges.Of(unknowns, sums);
        foreach (var (key, cell) in withheld)
        {
            count.Attempts++;
            if (ranges[cell].Width == 0)
            {
                var companies = truth
                    .In(key)
                    .Where(company => !double.IsNaN(company.Scores[place][node.Index]))
                    .Select(company => company.UnitId);
                if (companies.Count() == ranges[cell].Lower)
                {
                    count.Found(companies);
                }
                else
                {
                    count.Results++;
                }
            }
        }
    }
}
