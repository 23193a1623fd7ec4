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
    private readonly long _minimum;
    private readonly int[] _unknown;
    private readonly int[] _published;
    private readonly Elimination _solved;

    /// <summary>The same equations with what is published in them: only where something leaks does it matter from what.</summary>
    private readonly Lazy<Elimination> _withPublished;

    /// <param name="withheld">Per cell of the lattice.</param>
    public Attacker(Lattice lattice, IReadOnlyList<bool> withheld, long minimum)
    {
        (_lattice, _minimum) = (lattice, minimum);
        var filled = Enumerable.Range(0, lattice.Cells.Count).Where(cell => lattice.Cells[cell].Respondents != 0).ToArray();
        // The finest first: their equations are the emptiest, and solving for them leaves those between shown cells.
        _unknown = [.. filled.Where(cell => withheld[cell]).OrderBy(cell => lattice.Cells[cell].Respondents != LatticeCell.Uncounted)];
        _published = [.. filled.Where(cell => !withheld[cell])];
        int[] columnOf = [.. Enumerable.Repeat(-1, lattice.Cells.Count)];
        foreach (var (column, cell) in _unknown.Concat(_published).Index())
        {
            columnOf[cell] = column;
        }

        Relation[] useful = [.. lattice.Relations.Where(relation => relation.Members.Any(cell => withheld[cell] && columnOf[cell] >= 0))];
        _solved = new Elimination(Equations(useful, columnOf, _unknown.Length), _unknown.Length);
        _withPublished = new(() => new Elimination(Equations(useful, columnOf, _unknown.Length + _published.Length), _unknown.Length));
    }

    /// <summary>Per thing learnt, the published cells that it was made from: withholding one of them breaks this way.</summary>
    public IEnumerable<IReadOnlyList<int>> Leaks()
    {
        var small = Enumerable
            .Range(0, _unknown.Length)
            .Where(unknown => CellOf(unknown).Guard > 0 && CellOf(unknown).Guard < _minimum)
            .Select(Known)
            .ToArray();
        var single = small.Where(known => known.Free.Length == 0).Select(known => Sources(PublishedOf(known.Unknown)));
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
        Enumerable.Range(0, _unknown.Length).Where(_solved.IsDetermined).Select(unknown => _unknown[unknown]);

    private LatticeCell CellOf(int unknown) => _lattice.Cells[_unknown[unknown]];

    /// <param name="columnOf">Per cell of the lattice; -1 without one.</param>
    /// <param name="columns">How many of them are wanted; what stands in others is left out.</param>
    private static ulong[][] Equations(Relation[] relations, int[] columnOf, int columns) =>
        Array.ConvertAll(
            relations,
            relation =>
            {
                var equation = new ulong[columns];
                foreach (var part in relation.Parts)
                {
                    Set(equation, columnOf[part], 1);
                }

                Set(equation, columnOf[relation.Total], PrimeField.MinusOne);
                return equation;
            }
        );

    private static void Set(ulong[] equation, int column, ulong coefficient)
    {
        if (column >= 0 && column < equation.Length)
        {
            equation[column] = coefficient;
        }
    }

    /// <summary>What is known of one unknown: its coefficients on the unknowns that stay free.</summary>
    private Knowledge Known(int unknown)
    {
        if (_solved.EquationOf(unknown) is not { } equation)
        {
            // A free unknown is itself: x - x = 0.
            return new Knowledge(unknown, [(unknown, PrimeField.MinusOne)]);
        }

        var free = Enumerable
            .Range(0, _unknown.Length)
            .Where(other => other != unknown && equation[other] != 0)
            .Select(other => (other, equation[other]));
        return new Knowledge(unknown, [.. free]);
    }

    /// <summary>The coefficients of an unknown on published cells.</summary>
    private ulong[] PublishedOf(int unknown) =>
        _withPublished.Value.EquationOf(unknown) is { } equation
            ? equation.AsSpan(_unknown.Length).ToArray()
            : new ulong[_published.Length];

    /// <summary>Published coefficients once the free unknowns of two parallel equations have been cancelled.</summary>
    private ulong[] Difference(Knowledge one, Knowledge other)
    {
        var ratio = PrimeField.Multiply(one.Free[0].Coefficient, PrimeField.Inverse(other.Free[0].Coefficient));
        return
        [
            .. PublishedOf(one.Unknown)
                .Zip(PublishedOf(other.Unknown), (mine, theirs) => PrimeField.Subtract(mine, PrimeField.Multiply(ratio, theirs))),
        ];
    }

    private List<int> Sources(ulong[] coefficients) => [.. _published.Where((_, place) => coefficients[place] != 0)];

    private sealed record Knowledge(int Unknown, (int Unknown, ulong Coefficient)[] Free)
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
