namespace Dmk.Maturity.Studies;

/// <summary>Companies by the persons that they employ, with sums so that what they are away from any size costs a search.</summary>
internal sealed class PersonSizes
{
    private const int Looked = 16;

    /// <summary>Ascending.</summary>
    private readonly WeightedPersons[] _companies;

    /// <summary>Per size that occurs: the companies of it, and those of them that the frame has there.</summary>
    private readonly List<(long Companies, long Stay)> _of = [];
    private readonly long _all;
    private readonly long _allStay;

    /// <summary>Of the most frequent size; of those that the frame has there, too.</summary>
    private readonly long _most;
    private readonly long _mostStay;

    /// <summary>Per size that occurs, and at the end of all: sums of w and of w e of the companies below it.</summary>
    private readonly double[] _weights;
    private readonly double[] _persons;

    /// <summary>The size to which the sum of w |e - size| is least.</summary>
    public double Middle { get; }

    /// <summary>Those with the most weighted persons, and those with the largest weights: at most the last of each is as large as all
    /// others.</summary>
    private WeightedPersons[]? _largest;
    private WeightedPersons[]? _heaviest;

    public PersonSizes(IReadOnlyList<WeightedPersons> companies)
    {
        _companies = Ascending(companies);
        var (sizes, weights, persons) = (new List<double>(), new List<double> { 0 }, new List<double> { 0 });
        foreach (ref readonly var one in _companies.AsSpan())
        {
            if (sizes.Count == 0 || sizes[^1] != one.Persons)
            {
                sizes.Add(one.Persons);
                _of.Add((0, 0));
                weights.Add(weights[^1]);
                persons.Add(persons[^1]);
            }

            var weight = one.Weight * one.Companies;
            weights[^1] += weight;
            persons[^1] += weight * one.Persons;
            _of[^1] = (_of[^1].Companies + one.Companies, _of[^1].Stay + one.Stay);
            (_all, _allStay) = (_all + one.Companies, _allStay + one.Stay);
        }

        foreach (var (alike, stay) in _of)
        {
            (_most, _mostStay) = (Math.Max(_most, alike), Math.Max(_mostStay, stay));
        }

        (Sizes, _weights, _persons) = ([.. sizes], [.. weights], [.. persons]);
        Middle = Median();
    }

    /// <summary>That occur, ascending.</summary>
    public double[] Sizes { get; }

    /// <summary>Of those that the frame has there, how many there are at least without those of one size.</summary>
    public long LeastStay => _allStay - _mostStay;

    public long CompaniesBut(double size) => _all - Of(size).Companies;

    /// <summary>Of those that the frame has there.</summary>
    public long StayBut(double size) => _allStay - Of(size).Stay;

    /// <summary>Sum of w |e - size|.</summary>
    public double DistancesTo(double size)
    {
        var found = Array.BinarySearch(Sizes, size);
        var below = found < 0 ? ~found : found;
        return (size * _weights[below]) - _persons[below] + (_persons[^1] - _persons[below]) - (size * (_weights[^1] - _weights[below]));
    }

    /// <summary>The least sum of w |e - size| for sizes from one to another: it falls up to the weighted median and grows from
    /// there.</summary>
    public double LeastDistances(double from, double to) => DistancesTo(Math.Clamp(Middle, from, to));

    /// <summary>Companies that are left at least where those of one size drop out.</summary>
    public long LeastCompanies => _all - _most;

    /// <summary>What the largest two w |e - size| are at most.</summary>
    /// <remarks>Both the first and the sum of the two are convex in the size: between two sizes they are at most what they are at one of
    /// these.</remarks>
    public TwoLargest LargestAtMost(double size)
    {
        if (_companies.Length <= Looked)
        {
            return Largest(size);
        }

        _largest ??= First(_companies, one => one.Weight * one.Persons);
        _heaviest ??= First(_companies, one => one.Weight);
        var largest = new TwoLargest();
        foreach (var one in _largest)
        {
            if (one.Persons >= size)
            {
                largest.Add(one.Weight * (one.Persons - size), one.Companies);
            }
        }

        foreach (var one in _heaviest)
        {
            if (one.Persons < size)
            {
                largest.Add(one.Weight * (size - one.Persons), one.Companies);
            }
        }

        // All others, however many they are.
        largest.Add(Math.Max(_largest[^1].Weight * Math.Max(0, _largest[^1].Persons), _heaviest[^1].Weight * size), 2);
        return largest;
    }

    /// <summary>The largest two w |e - size|.</summary>
    public TwoLargest Largest(double size)
    {
        var largest = new TwoLargest();
        foreach (ref readonly var one in _companies.AsSpan())
        {
            largest.Add(one.Weight * Math.Abs(one.Persons - size), one.Companies);
        }

        return largest;
    }

    /// <summary>The first size up to which stand half of the weights.</summary>
    private double Median()
    {
        for (var size = 0; size < Sizes.Length; size++)
        {
            if (2 * _weights[size + 1] >= _weights[^1])
            {
                return Sizes[size];
            }
        }

        return 0;
    }

    private (long Companies, long Stay) Of(double size) => Array.BinarySearch(Sizes, size) is >= 0 and var at ? _of[at] : (0, 0);

    /// <summary>Cells keep their companies in this order already; several cells together do not.</summary>
    public static WeightedPersons[] Ascending(IReadOnlyList<WeightedPersons> companies)
    {
        var own = companies as WeightedPersons[] ?? [.. companies];
        for (var at = 1; at < own.Length; at++)
        {
            if (own[at].Persons < own[at - 1].Persons)
            {
                return [.. own.OrderBy(one => one.Persons)];
            }
        }

        return own;
    }

    /// <summary>Those that have the most of something, descending.</summary>
    private static WeightedPersons[] First(WeightedPersons[] companies, Func<WeightedPersons, double> value)
    {
        var (first, values, count) = (new WeightedPersons[Looked], new double[Looked], 0);

        // From the largest companies down, so that few of those that are kept have to give way.
        for (var at = companies.Length - 1; at >= 0; at--)
        {
            var own = value(companies[at]);
            if (count == Looked && own <= values[^1])
            {
                continue;
            }

            var place = count < Looked ? count++ : Looked - 1;
            for (; place > 0 && values[place - 1] < own; place--)
            {
                (first[place], values[place]) = (first[place - 1], values[place - 1]);
            }

            (first[place], values[place]) = (companies[at], own);
        }

        return first[..count];
    }
}
