namespace Dmk.Maturity.Statistics;

/// <summary>Withholds further cells until nobody who can calculate narrows a secret mean to less than a stated width.</summary>
/// <remarks>Of every withheld cell the population and the weighted sum are unknown; known are all given figures as far as they are rounded,
/// the scale, and that cells add up. Where a secret one is all that a sum leaves open, its range follows at once; elsewhere the smallest
/// and the largest mean are found by a linear programme each (Charnes and Cooper, Programming with linear fractional functionals, 1962).
/// The given part of such a sum with the fewest respondents is withheld, until the range is wide enough; if none is left, whole tables.
/// A table that gives no cell says nothing beyond its margins and is not looked at. Where figures are exact and the truth is known, see
/// <see cref="ExactIntervals"/>.</remarks>
public sealed class ProtectionIntervals
{
    /// <summary>Of what is computed.</summary>
    private const double Slack = 1e-9;

    private readonly IReadOnlyList<ReadCell> _cells;
    private readonly double _width;
    private readonly bool[] _given;
    private readonly ulong[] _tableOf;
    private readonly IReadOnlyList<ReadSum> _sums;
    private readonly ILookup<int, ReadSum> _sumsOf;

    private ProtectionIntervals(IReadOnlyList<ReadCell> cells, double width)
    {
        (_cells, _width) = (cells, width);
        _given = [.. cells.Select(cell => cell.Population is not null)];
        _tableOf = [.. cells.Select(ReadSum.TableOf)];
        _sums = ReadSum.Of(cells);
        _sumsOf = _sums.SelectMany(sum => sum.Parts.Append(sum.Total), (sum, cell) => (sum, cell)).ToLookup(at => at.cell, at => at.sum);
    }

    /// <param name="cells">Of all tables of one node.</param>
    /// <param name="width">Of the range of a secret mean, in parts of the scale; 0 protects nothing.</param>
    /// <returns>Places of given cells that must be withheld, too.</returns>
    public static IReadOnlyList<int> Further(IReadOnlyList<ReadCell> cells, double width)
    {
        if (width <= 0 || !cells.Any(cell => cell is { IsSecret: true, Respondents: > 0 }))
        {
            return [];
        }

        if (cells.All(cell => cell.Truth is not null))
        {
            return new ExactIntervals(cells, width).Further();
        }

        var intervals = new ProtectionIntervals(cells, width);

        // Whatever is withheld narrows no other mean; so each is looked at once.
        foreach (var secret in Enumerable.Range(0, cells.Count).Where(cell => cells[cell] is { IsSecret: true, Respondents: > 0 }))
        {
            intervals.Protect(secret);
        }

        return [.. Enumerable.Range(0, cells.Count).Where(cell => cells[cell].Population is not null && !intervals._given[cell])];
    }

    /// <summary>Between what a withheld mean lies for somebody who can calculate, in parts of the scale.</summary>
    /// <exception cref="InfeasibleException">The figures agree with nothing.</exception>
    public static FeasibleRange RangeOf(IReadOnlyList<ReadCell> cells, int secret) => new ProtectionIntervals(cells, 0).RangeOf(secret);

    private void Protect(int secret)
    {
        while (IsNarrow(secret))
        {
            int[] parts = [.. _sumsOf[secret].SelectMany(sum => sum.Parts).Where(part => _given[part]).Distinct()];
            var next = parts.Length > 0 ? [parts.MinBy(cell => (_cells[cell].Respondents, cell))] : Last(secret);
            if (next.Length == 0)
            {
                return;
            }

            foreach (var cell in next)
            {
                _given[cell] = false;
            }
        }
    }

    /// <summary>What is left to withhold where no part is: its own table, those that refine it, or its totals.</summary>
    private int[] Last(int secret)
    {
        ulong[] finer = [.. _sumsOf[secret].Where(IsUsed).Select(sum => _tableOf[sum.Parts[0]])];
        int[][] choices =
        [
            [.. GivenIn(_tableOf[secret])],
            [.. finer.SelectMany(GivenIn)],
            [.. _sumsOf[secret].Select(sum => sum.Total).Where(total => _given[total])],
        ];
        return choices.FirstOrDefault(cells => cells.Length > 0, []);
    }

    private IEnumerable<int> GivenIn(ulong table) =>
        Enumerable.Range(0, _cells.Count).Where(cell => _tableOf[cell] == table && _given[cell]);

    private bool IsOpenTable(ulong table) => GivenIn(table).Any();

    private bool IsNarrow(int secret)
    {
        if (_sumsOf[secret].Any(sum => Left(sum) is [var only] && only == secret && WidthOfRest(sum, secret) < _width))
        {
            return true;
        }

        try
        {
            return _sumsOf[secret].Any(IsUsed) && RangeOf(secret).Width < _width;
        }
        catch (InfeasibleException)
        {
            // Nobody may rely on that: the next reader's arithmetic may differ.
            return true;
        }
    }

    private int[] Left(ReadSum sum) => [.. sum.Parts.Append(sum.Total).Where(cell => !_given[cell])];

    /// <summary>Of the only cell of a sum that is not given.</summary>
    private double WidthOfRest(ReadSum sum, int secret)
    {
        var (population, weighted) = (Rest(sum, secret, Population), Rest(sum, secret, Sum));
        if (population.Lower <= 0)
        {
            return double.PositiveInfinity;
        }

        var (lower, upper) = (weighted.Lower / population.Upper, weighted.Upper / population.Lower);
        return Math.Min(upper, _cells[secret].Mean.Upper) - Math.Max(lower, _cells[secret].Mean.Lower);
    }

    private static (double Lower, double Upper) Rest(ReadSum sum, int secret, Func<int, (double Lower, double Upper)> number)
    {
        var (lower, upper) = (0.0, 0.0);
        foreach (var cell in sum.Parts.Append(sum.Total).Where(cell => cell != secret))
        {
            // The total less its parts, or the parts of a secret total.
            var (low, high) = number(cell);
            (lower, upper) = cell == sum.Total || secret == sum.Total ? (lower + low, upper + high) : (lower - high, upper - low);
        }

        return (lower, upper);
    }

    private (double Lower, double Upper) Population(int cell) => _cells[cell].Population!.Value;

    private (double Lower, double Upper) Sum(int cell) =>
        (_cells[cell].Mean.Lower * Population(cell).Lower, _cells[cell].Mean.Upper * Population(cell).Upper);

    /// <summary>Not where a table of the parts gives none of them.</summary>
    private bool IsUsed(ReadSum sum) => IsOpenTable(_tableOf[sum.Parts[0]]) && Left(sum).Length > 0;

    /// <summary>Everything is divided by the population of the secret cell, so that its mean is the sum that is left of it.</summary>
    private FeasibleRange RangeOf(int secret)
    {
        ReadSum[] sums = [.. _sums.Where(IsUsed)];
        var placeOf = sums.SelectMany(Left).Append(secret).Distinct().Index().ToDictionary(cell => cell.Item, cell => 2 * cell.Index);
        var one = 2 * placeOf.Count;
        var given = sums.SelectMany(sum => sum.Parts.Append(sum.Total)).Where(cell => _given[cell]);
        var unit = given.Select(cell => Population(cell).Upper).DefaultIfEmpty(1).Max();
        var known = new List<KnownSum>();
        foreach (var (cell, place) in placeOf)
        {
            known.Add(new([(place + 1, 1), (place, -_cells[cell].Mean.Lower)], 0, double.PositiveInfinity));
            known.Add(new([(place + 1, 1), (place, -_cells[cell].Mean.Upper)], double.NegativeInfinity, 0));
        }

        foreach (var sum in sums)
        {
            Add(sum, 0, Population);
            Add(sum, 1, Sum);
        }

        UnknownNumber[] unknowns =
        [
            .. Enumerable.Range(0, one).Select(_ => new UnknownNumber(0, double.PositiveInfinity)),
            new(0, double.PositiveInfinity),
        ];
        unknowns[placeOf[secret]] = new(1, 1);
        return FeasibleRanges.Of(unknowns, known, placeOf[secret] + 1);

        void Add(ReadSum sum, int shift, Func<int, (double Lower, double Upper)> number)
        {
            var (terms, lower, upper) = (new List<(int, double)>(), 0.0, 0.0);
            foreach (var cell in sum.Parts.Append(sum.Total))
            {
                var sign = cell == sum.Total ? -1 : 1;
                if (!_given[cell])
                {
                    terms.Add((placeOf[cell] + shift, sign));
                }
                else
                {
                    var (low, high) = number(cell);
                    (lower, upper) = sign > 0 ? (lower - high, upper - low) : (lower + low, upper + high);
                }
            }

            known.Add(new([.. terms, (one, -((lower / unit) - Slack))], 0, double.PositiveInfinity));
            known.Add(new([.. terms, (one, -((upper / unit) + Slack))], double.NegativeInfinity, 0));
        }
    }
}
