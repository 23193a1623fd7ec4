namespace Dmk.Maturity.Statistics;

/// <summary>Adds and subtracts published cells in every possible way, and tells what he learns that he must not know.</summary>
/// <remarks>Learnt is a sensitive cell, if the equations determine it; and two cells with fewer than the minimum of respondents together,
/// if the equations determine any combination of them: then one of the two companies
/// knows the other's score. For a minimum of 3 these are all linear combinations of fewer than 3 respondents of the lattice's cells;
/// beyond, sums over more than two cells are guarded within each relation only.
/// Not modelled: bounds (scores between 0 and 100), which need linear programmes.</remarks>
internal sealed class Attacker
{
    private readonly Lattice _lattice;
    private readonly int _minimum;
    private readonly int[] _unknown;
    private readonly int[] _published;
    private readonly Elimination _solved;

    /// <param name="withheld">Per cell of the lattice.</param>
    public Attacker(Lattice lattice, IReadOnlyList<bool> withheld, int minimum)
    {
        (_lattice, _minimum) = (lattice, minimum);
        var filled = Enumerable.Range(0, lattice.Cells.Count).Where(cell => lattice.Cells[cell].Respondents != 0).ToArray();
        // The finest first: their equations are the emptiest, and solving for them leaves those between shown cells.
        _unknown = [.. filled.Where(cell => withheld[cell]).OrderBy(cell => lattice.Cells[cell].Respondents != LatticeCell.Uncounted)];
        _published = [.. filled.Where(cell => !withheld[cell])];
        _solved = new Elimination(Equations(withheld), _unknown.Length);
    }

    /// <summary>Per thing learnt, the published cells that it was made from: withholding one of them breaks this way.</summary>
    public IEnumerable<IReadOnlyList<int>> Leaks()
    {
        var small = Enumerable
            .Range(0, _unknown.Length)
            .Where(unknown => CellOf(unknown).Guard > 0 && CellOf(unknown).Guard < _minimum)
            .Select(Known)
            .ToArray();
        var single = small.Where(known => known.Free.Length == 0).Select(known => Sources(known.Published));
        var pairs = small
            .Where(known => known.Free.Length > 0)
            .GroupBy(known => string.Join(' ', known.Direction))
            .SelectMany(parallel => parallel.SelectMany(one => parallel.TakeWhile(other => other != one), (one, other) => (one, other)))
            .Where(pair => CellOf(pair.one.Unknown).AtLeastWith(CellOf(pair.other.Unknown)) < _minimum)
            .Select(pair => Sources(Difference(pair.one, pair.other)));
        return single.Concat(pairs).Where(sources => sources.Count > 0);
    }

    /// <summary>Withheld cells that follow from the published ones. While nothing leaks, none of them is sensitive.</summary>
    public IEnumerable<int> Determined() =>
        Enumerable.Range(0, _unknown.Length).Where(unknown => Known(unknown).Free.Length == 0).Select(unknown => _unknown[unknown]);

    private LatticeCell CellOf(int unknown) => _lattice.Cells[_unknown[unknown]];

    private ulong[][] Equations(IReadOnlyList<bool> withheld)
    {
        var columnOf = _unknown.Concat(_published).Index().ToDictionary(at => at.Item, at => at.Index);
        var useful = _lattice.Relations.Where(relation => relation.Members.Any(cell => withheld[cell] && columnOf.ContainsKey(cell)));
        return
        [
            .. useful.Select(relation =>
            {
                var equation = new ulong[columnOf.Count];
                foreach (var part in relation.Parts.Where(columnOf.ContainsKey))
                {
                    equation[columnOf[part]] = 1;
                }

                equation[columnOf[relation.Total]] = PrimeField.MinusOne;
                return equation;
            }),
        ];
    }

    /// <summary>What is known of one unknown: its coefficients on the unknowns that stay free and on published cells.</summary>
    private Knowledge Known(int unknown)
    {
        if (_solved.EquationOf(unknown) is not { } equation)
        {
            // A free unknown is itself: x - x = 0.
            return new Knowledge(unknown, [(unknown, PrimeField.MinusOne)], new ulong[_published.Length]);
        }

        var free = Enumerable
            .Range(0, _unknown.Length)
            .Where(other => other != unknown && equation[other] != 0)
            .Select(other => (other, equation[other]));
        return new Knowledge(unknown, [.. free], [.. equation.Skip(_unknown.Length)]);
    }

    /// <summary>Published coefficients once the free unknowns of two parallel equations have been cancelled.</summary>
    private static ulong[] Difference(Knowledge one, Knowledge other)
    {
        var ratio = PrimeField.Multiply(one.Free[0].Coefficient, PrimeField.Inverse(other.Free[0].Coefficient));
        return [.. one.Published.Zip(other.Published, (mine, theirs) => PrimeField.Subtract(mine, PrimeField.Multiply(ratio, theirs)))];
    }

    private List<int> Sources(ulong[] coefficients) => [.. _published.Where((_, place) => coefficients[place] != 0)];

    private sealed record Knowledge(int Unknown, (int Unknown, ulong Coefficient)[] Free, ulong[] Published)
    {
        /// <summary>The free part up to a factor.</summary>
        public IEnumerable<string> Direction
        {
            get
            {
                var scale = PrimeField.Inverse(Free[0].Coefficient);
                return Free.Select(at => $"{at.Unknown}:{PrimeField.Multiply(at.Coefficient, scale)}");
            }
        }
    }
}
