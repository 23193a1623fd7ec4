namespace Dmk.Maturity.Statistics;

/// <summary>Count, sum and sum of squares of one variable over the respondents who have a value, and how many reach each of its
/// steps.</summary>
internal struct ScoreSums(IReadOnlyList<double> steps)
{
    private long[] _reached = steps.Count == 0 ? [] : new long[steps.Count];
    private Int128 _sum;
    private Int128 _squares;

    public long Count { get; private set; }

    public readonly double Sum => (double)_sum / Quanta.OfScore;

    public readonly double Squares => (double)_squares / Quanta.OfScore / Quanta.OfScore;

    /// <summary>Sum of squared deviations from the own mean: 0 if and only if all values are equal, and without a value.</summary>
    public readonly double SquaredDeviations => Count == 0 ? 0 : Quanta.Codeviations(Count, _sum, _sum, _squares);

    public readonly long Reached(int step) => _reached[step];

    public void Add(double score, long quanta, IReadOnlyList<double> steps) => Move(score, quanta, steps, 1);

    public void Add(FoundScores found)
    {
        Count += found.Count;
        _sum = checked(_sum + found.Sum);
        _squares = checked(_squares + found.Squares);
        for (var step = 0; step < _reached.Length; step++)
        {
            _reached[step] += found.Reached(step);
        }
    }

    public void Subtract(double score, long quanta, IReadOnlyList<double> steps) => Move(score, quanta, steps, -1);

    public readonly ScoreSums Copy() => this with { _reached = [.. _reached] };

    public void Merge(in ScoreSums other)
    {
        Count += other.Count;
        _sum = checked(_sum + other._sum);
        _squares = checked(_squares + other._squares);
        for (var step = 0; step < _reached.Length; step++)
        {
            _reached[step] += other._reached[step];
        }
    }

    public readonly bool SameAs(in ScoreSums other) =>
        (Count, _sum, _squares) == (other.Count, other._sum, other._squares) && _reached.AsSpan().SequenceEqual(other._reached);

    public readonly void Write(WordWriter words)
    {
        words.Write(Count);
        words.Write(_sum);
        words.Write(_squares);
        foreach (var reached in _reached)
        {
            words.Write(reached);
        }
    }

    /// <exception cref="ArgumentException">The words cannot have come from <see cref="Write"/>.</exception>
    public static ScoreSums Read(ref WordReader words, IReadOnlyList<double> steps, long respondents)
    {
        var read = new ScoreSums(steps)
        {
            Count = words.Count(respondents),
            _sum = words.Sum(),
            _squares = words.Sum(),
        };
        for (var step = 0; step < steps.Count; step++)
        {
            read._reached[step] = words.Count(read.Count);
        }

        return Int128.IsNegative(read._squares)
            ? throw new ArgumentException("These are not the words of moments: a sum of squares is negative.")
            : read;
    }

    /// <param name="sign">-1 to take it back.</param>
    private void Move(double score, long quanta, IReadOnlyList<double> steps, int sign)
    {
        // A score has at most 52 bits, so that neither product overflows.
        Count += sign;
        _sum = checked(_sum + (sign * quanta));
        _squares = checked(_squares + Math.BigMul(sign * quanta, quanta));
        for (var step = 0; step < _reached.Length && score >= steps[step]; step++)
        {
            _reached[step] += sign;
        }
    }
}
