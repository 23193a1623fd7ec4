namespace Dmk.Maturity.Statistics;

/// <summary>How far means are open of which the truth is known here, where all given figures are exact.</summary>
/// <remarks>A weighted sum on a scale is what stands at its upper end and at its lower one. Both add up over cells, each for itself,
/// and of a withheld cell no more is known than that neither is negative; so each has a range of its own. That the mean is wide is mostly
/// seen from a few amounts that are moved (<see cref="ClosedWays"/>); else from linear programmes, the solutions of which are kept, as what
/// is possible for one cell often opens its neighbours, too. The given cells around a narrow one with the fewest respondents are withheld
/// until it is wide: parts of its sums, totals where everybody in a total is at an end of the scale, then what these follow from; and
/// what then turns out to have been withheld for nothing is given back.</remarks>
internal sealed class ExactIntervals
{
    /// <summary>Of the population of a cell: computed amounts that are smaller are none.</summary>
    private const double LeastPart = 1e-3;

    /// <summary>No amount need be so many times as large as the largest population: so that every programme has a solution.</summary>
    private const double Beyond = 10;

    private readonly IReadOnlyList<ReadCell> _cells;
    private readonly double _width;
    private readonly bool[] _given;
    private readonly ILookup<int, ReadSum> _sumsOf;
    private readonly ClosedWays _ways;
    private readonly AmountsAtEnd _upper;
    private readonly AmountsAtEnd _lower;

    /// <param name="cells">All with their truth.</param>
    /// <param name="width">Of the range of a secret mean, in parts of the scale.</param>
    public ExactIntervals(IReadOnlyList<ReadCell> cells, double width)
    {
        var sums = ReadSum.Of(cells);
        (_cells, _width, _ways) = (cells, width, new(cells.Count, sums));
        _given = [.. cells.Select(cell => cell.Population is not null)];
        _sumsOf = sums.SelectMany(sum => sum.Parts.Append(sum.Total), (sum, cell) => (sum, cell)).ToLookup(at => at.cell, at => at.sum);
        var largest = Beyond * cells.Max(cell => cell.Truth!.Value.Population);
        _upper = new(sums, [.. cells.Select(cell => cell.Truth!.Value.Sum)], largest);
        _lower = new(sums, [.. cells.Select(cell => cell.Truth!.Value.Population - cell.Truth.Value.Sum)], largest);
    }

    /// <returns>Places of given cells that must be withheld, too.</returns>
    public IReadOnlyList<int> Further()
    {
        // Whatever is withheld narrows no other mean; so each is looked at once.
        foreach (var secret in Enumerable.Range(0, _cells.Count).Where(cell => _cells[cell] is { IsSecret: true, Respondents: > 0 }))
        {
            Protect(secret);
        }

        return [.. Enumerable.Range(0, _cells.Count).Where(cell => _cells[cell].Population is not null && !_given[cell])];
    }

    private void Protect(int secret)
    {
        if (!IsNarrow(secret))
        {
            return;
        }

        var chosen = new List<int>();
        foreach (var step in StepsAround(secret).Where(step => step.Length > 0))
        {
            var opens = Opens(step, secret);
            var enough = opens ? Smallest(step, secret) : step;
            chosen.AddRange(enough);
            Array.ForEach(enough, cell => _given[cell] = false);
            if (opens)
            {
                GiveBack([.. chosen.SkipLast(1)], secret);
                return;
            }
        }
    }

    /// <summary>What may be withheld for a secret cell, the nearest first: the parts of its sums, the totals, then the same of the sums
    /// that all of these are in.</summary>
    private IEnumerable<int[]> StepsAround(int secret)
    {
        var (seen, around) = (new HashSet<int> { secret }, new[] { secret });
        while (around.Length > 0)
        {
            ReadSum[] sums = [.. around.SelectMany(cell => _sumsOf[cell]).Distinct()];
            int[] parts = [.. sums.SelectMany(sum => sum.Parts)];
            int[] totals = [.. sums.Select(sum => sum.Total)];
            yield return Given(parts);
            yield return Given(totals);
            around = [.. parts.Concat(totals).Where(seen.Add)];
        }
    }

    /// <summary>By number of respondents.</summary>
    private int[] Given(IEnumerable<int> cells) =>
        [.. cells.Distinct().Where(cell => _given[cell]).OrderBy(cell => (_cells[cell].Respondents, cell))];

    /// <summary>As many of these, the first ones, as open the range, which all of them do.</summary>
    private int[] Smallest(int[] cells, int secret)
    {
        var (few, enough) = (0, cells.Length);
        while (few + 1 < enough)
        {
            var half = (few + enough) / 2;
            (few, enough) = Opens(cells[..half], secret) ? (few, half) : (half, enough);
        }

        return cells[..enough];
    }

    private bool Opens(int[] cells, int secret)
    {
        Array.ForEach(cells, cell => _given[cell] = false);
        var opens = !IsNarrow(secret);
        Array.ForEach(cells, cell => _given[cell] = true);
        return opens;
    }

    /// <summary>What has been withheld for nothing.</summary>
    private void GiveBack(int[] cells, int secret)
    {
        if (cells.Length == 0)
        {
            return;
        }

        Array.ForEach(cells, cell => _given[cell] = true);
        if (IsNarrow(secret))
        {
            Array.ForEach(cells, cell => _given[cell] = false);
            if (cells.Length > 1)
            {
                GiveBack(cells[(cells.Length / 2)..], secret);
                GiveBack(cells[..(cells.Length / 2)], secret);
            }
        }
    }

    /// <summary>The sums that a cell hangs together with over what is not given.</summary>
    private HashSet<ReadSum> Connected(int secret)
    {
        var (found, next) = (new HashSet<ReadSum>(ReferenceEqualityComparer.Instance), new Queue<int>([secret]));
        while (next.TryDequeue(out var cell))
        {
            foreach (var sum in _sumsOf[cell].Where(found.Add))
            {
                foreach (var left in sum.Parts.Append(sum.Total).Where(left => !_given[left]))
                {
                    next.Enqueue(left);
                }
            }
        }

        return found;
    }

    /// <summary>Whether a mean is known to less than the width.</summary>
    private bool IsNarrow(int secret)
    {
        var least = LeastPart * _cells[secret].Truth!.Value.Population;
        var (upper, lower) = (_upper.Of(secret), _lower.Of(secret));
        if (Moved())
        {
            return false;
        }

        var (knowsUpper, knowsLower) = (_upper.Follows(secret, _given), _lower.Follows(secret, _given));
        if ((knowsUpper && (knowsLower || upper.Upper <= least)) || (knowsLower && lower.Upper <= least))
        {
            return true;
        }

        var sums = Connected(secret);
        if (sums.SelectMany(sum => sum.Parts.Append(sum.Total)).All(cell => _given[cell] || _ways.Leads(cell)))
        {
            return true;
        }

        if (!knowsUpper)
        {
            upper = _upper.Solved(secret, sums, _given);
        }

        if (!knowsLower && !IsOpen())
        {
            lower = _lower.Solved(secret, sums, _given);
        }

        return !IsOpen();

        bool IsOpen()
        {
            return MeansOf(upper, lower, least).Width >= _width;
        }

        bool Moved()
        {
            foreach (var direction in new[] { 1, -1 })
            {
                foreach (var (amounts, isUpper) in new[] { (_upper, true), (_lower, false) })
                {
                    foreach (var possible in amounts.Possible(_given))
                    {
                        var moved = (double[])possible.Clone();
                        _ways.Move(moved, secret, direction, least, _given, amount => Widen(amount, isUpper));
                        if (Widen(moved[secret], isUpper))
                        {
                            return true;
                        }
                    }
                }
            }

            return false;
        }

        bool Widen(double amount, bool isUpper)
        {
            if (isUpper)
            {
                upper = new(Math.Min(upper.Lower, amount), Math.Max(upper.Upper, amount));
            }
            else
            {
                lower = new(Math.Min(lower.Lower, amount), Math.Max(lower.Upper, amount));
            }

            return IsOpen();
        }
    }

    /// <summary>Between the means of a cell of which both amounts are known to lie in ranges.</summary>
    /// <param name="least">An amount that is smaller is none.</param>
    private static FeasibleRange MeansOf(FeasibleRange upper, FeasibleRange lower, double least) =>
        new(
            lower.Upper <= least ? 1 : upper.Lower / (upper.Lower + lower.Upper),
            upper.Upper <= least ? 0
                : double.IsInfinity(upper.Upper) ? 1
                : upper.Upper / (upper.Upper + lower.Lower)
        );
}
