namespace Dmk.Maturity.Statistics;

/// <summary>How much of the population of each cell stands at one end of the scale, if the rest stood at the other.</summary>
/// <param name="all">Between all tables.</param>
/// <param name="truth">Per cell.</param>
/// <param name="largest">No amount need be larger, so that every programme has a solution.</param>
internal sealed class AmountsAtEnd(IReadOnlyList<ReadSum> all, double[] truth, double largest)
{
    /// <summary>Solutions that are looked at.</summary>
    private const int Kept = 50;

    private readonly List<(double[] Amounts, int[] Moved)> _solutions = [];

    /// <summary>In truth.</summary>
    public FeasibleRange Of(int cell) => new(truth[cell], truth[cell]);

    /// <summary>The truth, and the middle of everything else that was found and agrees with what is given.</summary>
    public IEnumerable<double[]> Possible(bool[] given)
    {
        yield return truth;

        var valid = _solutions.Where(solution => !Array.Exists(solution.Moved, cell => given[cell])).ToArray();
        if (valid.Length > 0)
        {
            var middle = new double[truth.Length];
            foreach (var (amounts, _) in valid)
            {
                for (var cell = 0; cell < middle.Length; cell++)
                {
                    middle[cell] += amounts[cell] / valid.Length;
                }
            }

            yield return middle;
        }
    }

    /// <summary>Whether an amount follows step by step: as all that is left in a sum, or as a part of what is nothing.</summary>
    public bool Follows(int cell, bool[] given)
    {
        var (known, grows) = ((bool[])given.Clone(), true);
        while (grows && !known[cell])
        {
            grows = false;
            foreach (var sum in all)
            {
                var left = sum.Parts.Where(part => !known[part]).ToArray();
                if (left.Length > 0 && known[sum.Total] && (left.Length == 1 || Array.TrueForAll(left, part => truth[part] <= 0)))
                {
                    grows = true;
                    foreach (var part in left)
                    {
                        known[part] = true;
                    }
                }
                else if (left.Length == 0 && !known[sum.Total])
                {
                    grows = known[sum.Total] = true;
                }
            }
        }

        return known[cell];
    }

    /// <summary>By a linear programme for each end; the truth where the solver gives up.</summary>
    public FeasibleRange Solved(int secret, IReadOnlyCollection<ReadSum> sums, bool[] given)
    {
        int[] cells = [.. sums.SelectMany(sum => sum.Parts.Append(sum.Total)).Where(cell => !given[cell]).Append(secret).Distinct()];
        var placeOf = cells.Index().ToDictionary(cell => cell.Item, cell => cell.Index);
        var unknowns = Array.ConvertAll(cells, _ => new UnknownNumber(0, largest));
        try
        {
            using var programme = new RangeProgramme(unknowns, new([.. placeOf.Values], [.. sums.Select(Known)]), NumberKind.Real);
            return new(End(programme, RangeEnd.Lower), End(programme, RangeEnd.Upper));
        }
        catch (InfeasibleException)
        {
            // The truth agrees with all; only what is computed does not.
            return Of(secret);
        }

        KnownSum Known(ReadSum sum)
        {
            var left = sum
                .Parts.Select(part => (Cell: part, Sign: 1.0))
                .Append((Cell: sum.Total, Sign: -1.0))
                .Where(one => !given[one.Cell])
                .ToArray();
            return KnownSum.Around(
                Array.ConvertAll(left, one => (placeOf[one.Cell], one.Sign)),
                left.Sum(one => one.Sign * truth[one.Cell]),
                0
            );
        }

        double End(RangeProgramme programme, RangeEnd end)
        {
            if (programme.Corner(placeOf[secret], end) is not { } corner)
            {
                return truth[secret];
            }

            Keep(cells, corner);
            return Math.Max(0, corner(placeOf[secret]));
        }
    }

    /// <summary>Half the way from the truth, where amounts can still be moved both ways.</summary>
    private void Keep(int[] cells, Func<int, double> valueOf)
    {
        var amounts = (double[])truth.Clone();
        foreach (var (place, cell) in cells.Index())
        {
            amounts[cell] = (truth[cell] + Math.Max(0, valueOf(place))) / 2;
        }

        _solutions.Insert(0, (amounts, [.. cells.Where(cell => amounts[cell] != truth[cell])]));
        if (_solutions.Count > Kept)
        {
            _solutions.RemoveAt(Kept);
        }
    }
}
