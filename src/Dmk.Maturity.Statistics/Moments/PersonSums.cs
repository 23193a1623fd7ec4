namespace Dmk.Maturity.Statistics;

/// <summary>Sums of one variable weighted by the persons employed e, over those who have both: e, e y, e², e² y and e² y².</summary>
/// <remarks>Integers of any size: e² y² of a thousand companies of a million persons does not fit into 128 bits.</remarks>
internal struct PersonSums
{
    private Int128 _persons;
    private Int128 _scores;
    private WideSum _squares;
    private WideSum _squaresByScore;
    private WideSum _squaresBySquare;

    /// <summary>Respondents who have the score and have said how many persons they employ.</summary>
    public long Count { get; private set; }

    /// <summary>Sum of e.</summary>
    public readonly double Persons => (double)_persons / Quanta.OfPersons;

    /// <summary>Sum of e².</summary>
    public readonly double SquaredPersons => (double)_squares.Value / Quanta.OfPersons / Quanta.OfPersons;

    /// <summary>Sum of e y.</summary>
    public readonly double Scores => (double)_scores / Quanta.OfPersons / Quanta.OfScore;

    /// <summary>Sum of e² (y - one)(y - other), without cancellation: 0 if all y are one of the two.</summary>
    public readonly double Deviations(double one, double other)
    {
        // Around a centre in whole quanta the sums are exact; what is between the centre and the two is below one quantum.
        var centre = Quanta.Score(one);
        var (squares, byScore) = (_squares.Value, _squaresByScore.Value);
        var across = byScore - (centre * squares);
        var around = _squaresBySquare.Value - (centre * (byScore + across));
        var (a, b) = ((one * Quanta.OfScore) - centre, (other * Quanta.OfScore) - centre);
        var quanta = (double)around - ((a + b) * (double)across) + (a * b * (double)squares);
        return quanta / Quanta.OfPersons / Quanta.OfPersons / Quanta.OfScore / Quanta.OfScore;
    }

    public void Add(long persons, long score)
    {
        Count++;
        Move(persons, score, 1);
    }

    public void Subtract(long persons, long score)
    {
        Count--;
        Move(persons, score, -1);
    }

    public void Merge(in PersonSums other)
    {
        Count += other.Count;
        _persons = checked(_persons + other._persons);
        _scores = checked(_scores + other._scores);
        _squares.Add(other._squares);
        _squaresByScore.Add(other._squaresByScore);
        _squaresBySquare.Add(other._squaresBySquare);
    }

    public readonly bool SameAs(in PersonSums other) =>
        (Count, _persons, _scores) == (other.Count, other._persons, other._scores)
        && _squares.Value == other._squares.Value
        && _squaresByScore.Value == other._squaresByScore.Value
        && _squaresBySquare.Value == other._squaresBySquare.Value;

    public readonly void Write(WordWriter words)
    {
        words.Write(Count);
        words.Write(_persons);
        words.Write(_scores);
        words.Write(_squares.Value);
        words.Write(_squaresByScore.Value);
        words.Write(_squaresBySquare.Value);
    }

    /// <exception cref="ArgumentException">The words cannot have come from <see cref="Write"/>.</exception>
    public static PersonSums Read(ref WordReader words, long respondents) =>
        new()
        {
            Count = words.Count(respondents),
            _persons = words.Sum(),
            _scores = words.Sum(),
            _squares = WideSum.Of(words.BigSum()),
            _squaresByScore = WideSum.Of(words.BigSum()),
            _squaresBySquare = WideSum.Of(words.BigSum()),
        };

    private void Move(long persons, long score, int sign)
    {
        // Persons have at most 32 bits, so that their square fits into 64 with its sign.
        var squares = sign * persons * persons;
        _persons = checked(_persons + (sign * persons));
        _scores = checked(_scores + Math.BigMul(sign * persons, score));
        var byScore = Math.BigMul(squares, score);
        _squares.Add(squares);
        _squaresByScore.Add(byScore);
        _squaresBySquare.AddProduct(byScore, score);
    }
}
