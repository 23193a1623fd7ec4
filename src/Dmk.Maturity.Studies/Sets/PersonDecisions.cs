using System.Collections.Concurrent;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Decides which figures per person employed readers other than operators see: of indices and their dimensions, in total and by
/// one variable, of the companies that had entered the tables by one variable when all was shown for the first time.</summary>
/// <remarks>All of these figures are of one set of companies, so that they add up exactly and nothing follows from other states or from
/// finer tables. A figure is withheld where the one per enterprise is; where it and that one tell of too few companies or one of them
/// dominates, see <see cref="PersonRule"/> and <see cref="PersonParts"/>; of the dimensions where they and the index together would, see
/// <see cref="PersonPatterns"/>; and where it would give such a figure away by subtraction: the withheld parts of a total that is shown
/// must, taken together, pass the same rule, and the part with the fewest companies is added until they do. What is withheld of an index
/// is withheld of its dimensions.</remarks>
public sealed class PersonDecisions
{
    private readonly NodeFamily _family;
    private readonly ShownDecisions _perEnterprise;
    private readonly PersonTable[] _tables;
    private readonly PersonRule _rule;
    private readonly IReadOnlyList<PersonSum> _sums;
    private readonly Dictionary<string, CellStatus>[][] _withheld;

    /// <summary>By the number of the index.</summary>
    private readonly ConcurrentDictionary<int, PersonPatterns> _patterns = [];

    private PersonDecisions(
        NodeFamily family,
        EntryOrder order,
        ShownDecisions perEnterprise,
        PersonTable[] tables,
        ConfidentialityRule rule
    )
    {
        (_family, _perEnterprise, _tables, _rule) = (family, perEnterprise, tables, new(rule));
        _sums = PersonSum.Of(tables);
        _withheld =
        [
            .. Enumerable
                .Range(0, family.Count)
                .Select(_ => order.Tables.Select(_ => new Dictionary<string, CellStatus>(StringComparer.Ordinal)).ToArray()),
        ];
    }

    /// <summary>The table in which companies must have been when all was shown for the first time to count in figures per person: the first
    /// by one variable, as companies enter all of these or none; the total where nobody had entered one.</summary>
    /// <param name="histories">Of the companies that are shown.</param>
    public static int TableOf(EntryOrder order, IEnumerable<IReadOnlyList<int>> histories, int firstWhole)
    {
        var margin = order.Tables.Index().FirstOrDefault(table => table.Item.Count == 1).Index;
        return histories.Any(history => history[margin] != Admission.Never && history[margin] <= firstWhole) ? margin : 0;
    }

    /// <param name="groups">The companies of that table.</param>
    /// <param name="perEnterprise">What is withheld of the figures per enterprise.</param>
    /// <param name="table">See <see cref="TableOf"/>.</param>
    /// <returns>As in <see cref="ShownDecisions.PerPerson"/>.</returns>
    /// <exception cref="ResultRequestException">No weights meet the frame.</exception>
    public static IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, CellStatus>>> Of(
        StudyDesign design,
        NodeFamily family,
        IReadOnlyList<FrameStratum> frame,
        IReadOnlyList<PersonGroup> groups,
        ShownDecisions perEnterprise,
        int table
    )
    {
        var order = new EntryOrder(design);
        int[] told = [.. Enumerable.Range(0, order.Tables.Count).Where(at => at == 0 || (table > 0 && order.Tables[at].Count == 1))];
        int[] known = [.. Enumerable.Range(0, order.Tables.Count).Where(at => order.Tables[at].Count > 0 && perEnterprise.Shown[at] > 0)];
        double[] weights = [.. groups.Select(PersonTable.WeightsOf(design, frame, groups))];
        PersonTable[] tables = [.. told.Select(at => PersonTable.Of(design, order, at, known, groups, weights))];
        var decisions = new PersonDecisions(family, order, perEnterprise, tables, design.Confidentiality);
        decisions.Decide();
        return decisions._withheld;
    }

    private void Decide()
    {
        // Dimensions look at their index, and at nothing else that is being decided.
        foreach (var depth in _family.Headlines.Index().GroupBy(one => _family.Depths[one.Item]).OrderBy(depth => depth.Key))
        {
            _ = Parallel.ForEach(depth, one => Decide(one.Item, one.Index));
        }

        foreach (var twins in _family.Twins)
        {
            foreach (var place in _tables.Select(table => table.Place))
            {
                var keys = twins.SelectMany(twin => _withheld[twin][place].Keys).ToHashSet(StringComparer.Ordinal);
                foreach (var (twin, key) in twins.SelectMany(twin => keys, (twin, key) => (twin, key)))
                {
                    _ = _withheld[twin][place].TryAdd(key, CellStatus.ProtectsAnother);
                }
            }
        }
    }

    private void Decide(int node, int place)
    {
        var patterns = PatternsOf(node);
        var why = _tables.Select(table => table.Cells.Select(cell => Why(table, cell, node, place, patterns)).ToArray()).ToArray();
        foreach (var (at, table) in _tables.Index())
        {
            var filled = table.Cells.Count(cell => cell.With(place).Count > 0);
            if (why[0].Any(status => status is not null) || 2 * why[at].Count(status => status is not null) > filled)
            {
                why[at] = [.. why[at].Select(status => status ?? CellStatus.ProtectsAnother)];
            }
        }

        // How many parts of each sum were withheld when it told nothing: as long as no more are, it tells nothing.
        var looked = _sums.Select(_ => (-1, false)).ToArray();
        while (_sums.Index().Any(sum => Withhold(sum.Item, why, place, patterns, ref looked[sum.Index]))) { }

        foreach (var (at, table) in _tables.Index())
        {
            foreach (var (cell, status) in table.Cells.Zip(why[at]))
            {
                if (status is { } withheld)
                {
                    _withheld[node][table.Place][cell.Key] = withheld;
                }
            }
        }
    }

    /// <summary>Only dimensions that count in an index can be taken from it.</summary>
    private PersonPatterns? PatternsOf(int node)
    {
        if (_family.Parents[node] is not (>= 0 and var parent) || !_family.Counts[node])
        {
            return null;
        }

        return _patterns.GetOrAdd(
            parent,
            index =>
            {
                var headlines = _family.Headlines.Index().ToDictionary(one => one.Item, one => one.Index);
                return new([headlines[index], .. _family.Parts[index].Select(part => headlines[part])], _rule);
            }
        );
    }

    private CellStatus? Why(PersonTable table, PersonCell cell, int node, int place, PersonPatterns? patterns)
    {
        var companies = cell.With(place);
        var stay = companies.Where(one => one.Persons > 0).Sum(one => one.Stay);
        return companies.Count == 0 ? null
            : stay < _rule.Minimum ? CellStatus.FewRespondents
            : _rule.Tells(companies) || _rule.TellsBySquares(companies) ? CellStatus.Dominated
            : _perEnterprise.Nodes[node][table.Place].ContainsKey(cell.Key) ? CellStatus.ProtectsAnother
            : _family.Parents[node] is >= 0 and var parent && _withheld[parent][table.Place].ContainsKey(cell.Key)
                ? CellStatus.ProtectsAnother
            : patterns?.Tell([cell]) == true ? CellStatus.ProtectsAnother
            : null;
    }

    /// <summary>Withholds a further cell where a sum would tell of those that are withheld.</summary>
    /// <param name="looked">How many of its parts were withheld when it was found to tell nothing, and whether its total was.</param>
    /// <returns>Whether one was withheld.</returns>
    private bool Withhold(PersonSum sum, CellStatus?[][] why, int place, PersonPatterns? patterns, ref (int Withheld, bool IsTold) looked)
    {
        (int Withheld, bool IsTold) now = (
            sum.Parts.Count(part => why[part.Table][part.Cell] is not null),
            why[sum.Total.Table][sum.Total.Cell] is null
        );
        if (looked == now)
        {
            return false;
        }

        var parts = sum.Parts.Where(part => Cell(part).CountWith(place) > 0).ToArray();
        PersonCell[] withheld = [.. parts.Where(part => why[part.Table][part.Cell] is not null).Select(Cell)];
        var open = parts.Where(part => why[part.Table][part.Cell] is null).OrderBy(part => Cell(part).CountWith(place)).ToArray();
        var tells = now.IsTold
            ? withheld.Length > 0 && (_rule.Tells([.. withheld.SelectMany(cell => cell.With(place))]) || patterns?.Tell(withheld) == true)
            : withheld.Length == 0 && Cell(sum.Total).CountWith(place) > 0;
        if (open.Length == 0 || !tells)
        {
            looked = now;
            return false;
        }

        why[open[0].Table][open[0].Cell] = CellStatus.ProtectsAnother;
        return true;
    }

    private PersonCell Cell((int Table, int Cell) at) => _tables[at.Table].Cells[at.Cell];
}
