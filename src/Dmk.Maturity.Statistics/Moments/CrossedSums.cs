namespace Dmk.Maturity.Statistics;

/// <summary>Sums and products of the crossed variables over the respondents who have values in the same of them.</summary>
/// <remarks>Within one such pattern an index that spreads the weights of missing dimensions over the others is linear in the dimensions, so
/// that its moments under any weights follow from these.</remarks>
internal sealed class CrossedSums
{
    private readonly int[] _places;
    private readonly Int128[] _sums;

    /// <summary>The lower triangle, row by row.</summary>
    private readonly Int128[] _products;

    /// <param name="pattern">Bit i: the i-th crossed variable has a value.</param>
    public CrossedSums(uint pattern)
    {
        Pattern = pattern;
        _places = [.. Enumerable.Range(0, MomentLayout.MostCrossed).Where(Has)];
        _sums = new Int128[_places.Length];
        _products = new Int128[_places.Length * (_places.Length + 1) / 2];
    }

    private CrossedSums(CrossedSums other) =>
        (Pattern, Respondents, _places, _sums, _products) = (
            other.Pattern,
            other.Respondents,
            other._places,
            [.. other._sums],
            [.. other._products]
        );

    public uint Pattern { get; }

    public long Respondents { get; private set; }

    /// <summary>Of the crossed variables those that have values here, ascending.</summary>
    public ReadOnlySpan<int> Places => _places;

    public bool Has(int crossed) => (Pattern >> crossed & 1) == 1;

    /// <summary>Mean of a crossed variable that has values here.</summary>
    public double Mean(int crossed) => (double)_sums[At(crossed)] / Quanta.OfScore / Respondents;

    /// <summary>Sum of (a - mean a)(b - mean b); 0 if either is the same throughout.</summary>
    public double Codeviations(int one, int other)
    {
        var (a, b) = (At(one), At(other));
        return Quanta.Codeviations(Respondents, _sums[a], _sums[b], _products[Triangle(a, b)]);
    }

    /// <param name="quanta">Of all crossed variables; those without a value are not looked at.</param>
    public void Add(ReadOnlySpan<long> quanta)
    {
        Respondents++;
        for (var a = 0; a < _places.Length; a++)
        {
            _sums[a] = checked(_sums[a] + quanta[_places[a]]);
            for (var b = 0; b <= a; b++)
            {
                var at = Triangle(a, b);
                _products[at] = checked(_products[at] + Math.BigMul(quanta[_places[a]], quanta[_places[b]]));
            }
        }
    }

    /// <inheritdoc cref="Add"/>
    public void Subtract(ReadOnlySpan<long> quanta)
    {
        Respondents--;
        for (var a = 0; a < _places.Length; a++)
        {
            _sums[a] = checked(_sums[a] - quanta[_places[a]]);
            for (var b = 0; b <= a; b++)
            {
                var at = Triangle(a, b);
                _products[at] = checked(_products[at] - Math.BigMul(quanta[_places[a]], quanta[_places[b]]));
            }
        }
    }

    public CrossedSums Copy() => new(this);

    public void Merge(CrossedSums other)
    {
        Respondents += other.Respondents;
        for (var a = 0; a < _sums.Length; a++)
        {
            _sums[a] = checked(_sums[a] + other._sums[a]);
        }

        for (var at = 0; at < _products.Length; at++)
        {
            _products[at] = checked(_products[at] + other._products[at]);
        }
    }

    public bool SameAs(CrossedSums other) =>
        Pattern == other.Pattern
        && Respondents == other.Respondents
        && _sums.AsSpan().SequenceEqual(other._sums)
        && _products.AsSpan().SequenceEqual(other._products);

    public void Write(WordWriter words)
    {
        words.Write(Pattern);
        words.Write(Respondents);
        foreach (var sum in _sums.Concat(_products))
        {
            words.Write(sum);
        }
    }

    /// <param name="crossed">How many crossed variables there are.</param>
    /// <exception cref="ArgumentException">The words cannot have come from <see cref="Write"/>.</exception>
    public static CrossedSums Read(ref WordReader words, int crossed, long respondents)
    {
        var pattern = words.Count((1L << crossed) - 1);
        var read = new CrossedSums((uint)pattern) { Respondents = words.Count(respondents) };
        for (var a = 0; a < read._sums.Length; a++)
        {
            read._sums[a] = words.Sum();
        }

        for (var at = 0; at < read._products.Length; at++)
        {
            read._products[at] = words.Sum();
        }

        return read;
    }

    private int At(int crossed) => Array.BinarySearch(_places, crossed);

    private static int Triangle(int a, int b) => a >= b ? (a * (a + 1) / 2) + b : (b * (b + 1) / 2) + a;
}
