using System.Numerics;

namespace Dmk.Maturity.Statistics;

/// <summary>Which cells of a lattice are withheld: the sensitive ones, and as many others as it takes that an attacker
/// finds nothing.</summary>
/// <remarks>First relation by relation: a withheld cell must not be alone, and the withheld parts of a published total must have the
/// minimum of respondents together, else the smallest published part is withheld,
/// the total only if no part is left. Then the attacker looks for ways across relations, and what he used is withheld likewise, until he
/// finds none. It ends: every step withholds a cell,
/// and whoever sees no figure determines none. Greedy, not least-cost; but what was withheld for others and anybody can still add up
/// protects nothing and is shown.</remarks>
public sealed class Suppression
{
    private readonly long _minimum;
    private readonly Lattice _lattice;
    private readonly bool[] _withheld;
    private readonly int[] _cellOf;

    /// <param name="cells">Every cell of every table of the lattice in the study's dimensions, null for a total over a dimension; the grand
    /// total too. Cells without respondents may be left out.</param>
    /// <param name="minimum">Of companies that a figure may tell of; 1 withholds nothing that is not closed.</param>
    /// <exception cref="ArgumentException">Cells that stand twice, with unequal numbers of dimensions, or with more respondents than
    /// their total.</exception>
    public Suppression(IReadOnlyList<SetCell> cells, long minimum)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(minimum, 1);
        (Cells, _minimum, _lattice) = (cells, minimum, new Lattice(cells));
        _withheld =
        [
            .. _lattice.Cells.Select(cell =>
                cell.Place < 0 || IsSensitive(cell.Guard) || (cells[cell.Place].IsClosed && cell.Respondents > 0)
            ),
        ];
        _cellOf = new int[cells.Count];
        foreach (var (cell, at) in _lattice.Cells.Select((cell, at) => (cell, at)).Where(one => one.cell.Place >= 0))
        {
            _cellOf[cell.Place] = at;
        }

        if (_lattice.Cells.Any(cell => IsSensitive(cell.Guard)))
        {
            int[] determined = [.. Complement().Determined().Where(IsWithheldForNothing)];
            foreach (var cell in determined)
            {
                _withheld[cell] = false;
            }
        }
    }

    /// <summary>Whether no choice of cells protects what must be: then none of these tables may be shown.</summary>
    public bool Fails { get; private set; }

    /// <summary>As the caller gave them; places count along here.</summary>
    public IReadOnlyList<SetCell> Cells { get; }

    public bool IsSensitive(int place) => IsSensitive(Cells[place].Guard);

    public bool IsWithheld(int place) => _withheld[_cellOf[place]];

    private bool IsSensitive(long companies) => companies > 0 && companies < _minimum;

    private bool IsWithheldForNothing(int cell) =>
        _lattice.Cells[cell] is { Place: >= 0 } shown && !IsSensitive(shown.Guard) && !Cells[shown.Place].IsClosed;

    /// <returns>Who looked last at what is withheld now.</returns>
    private Attacker Complement()
    {
        while (true)
        {
            CompleteRelations();
            var (attacker, changed) = (new Attacker(_lattice, _withheld, _minimum), false);
            foreach (var sources in attacker.Leaks().ToArray())
            {
                // A cell withheld a moment ago may have broken this way, too.
                if (!sources.Any(cell => _withheld[cell]))
                {
                    _ = Withhold([.. sources.Where(Helps)]);
                    changed = true;
                }
            }

            if (Fails || !changed)
            {
                return changed ? new Attacker(_lattice, _withheld, _minimum) : attacker;
            }
        }
    }

    /// <summary>Withholds the best of these; without one, nothing protects what must be.</summary>
    private bool Withhold(int[] candidates)
    {
        Fails |= candidates.Length == 0;
        if (candidates.Length > 0)
        {
            _withheld[Best(candidates)] = true;
        }

        return !Fails;
    }

    private void CompleteRelations()
    {
        var changed = true;
        while (changed)
        {
            changed = false;
            foreach (var relation in _lattice.Relations.Where(IsShown))
            {
                while (!Fails && GivesAway(relation))
                {
                    var parts = relation.Parts.Where(Helps).ToArray();
                    changed |= Withhold(parts.Length > 0 ? parts : [.. Enumerable.Repeat(relation.Total, 1).Where(Helps)]);
                }
            }
        }
    }

    /// <summary>Relations with cells that nobody shows are left to the attacker.</summary>
    private bool IsShown(Relation relation) =>
        _lattice.Cells[relation.Total].Place >= 0 && !relation.Parts.Any(part => _lattice.Cells[part].Respondents == LatticeCell.Uncounted);

    private bool GivesAway(Relation relation)
    {
        var unknown = relation.Members.Where(cell => _withheld[cell] && _lattice.Cells[cell].Respondents > 0).ToArray();
        return unknown is [var only]
            ? MustStayUnknown(_lattice.Cells[only])
            : unknown.Length > 1 && !_withheld[relation.Total] && unknown.Sum(cell => _lattice.Cells[cell].Guard) < _minimum;
    }

    /// <summary>A sum that no table shows is withheld from nobody, unless it is small.</summary>
    private bool MustStayUnknown(LatticeCell cell) => cell.Place >= 0 || IsSensitive(cell.Guard);

    /// <summary>Whether withholding it takes something from an attacker.</summary>
    private bool Helps(int cell) => !_withheld[cell] && _lattice.Cells[cell] is { Respondents: > 0, IsOpen: false };

    /// <summary>Inner cells rather than margins, then the fewest respondents.</summary>
    private int Best(IEnumerable<int> published) =>
        published
            .OrderByDescending(cell => BitOperations.PopCount(_lattice.Cells[cell].Table))
            .ThenBy(cell => _lattice.Cells[cell].Respondents)
            .ThenBy(cell => cell)
            .First();
}
