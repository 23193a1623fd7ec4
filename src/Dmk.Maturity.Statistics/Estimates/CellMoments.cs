using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>What a cell (design stratum x reporting cell) keeps of its respondents: how many, and per variable the count, sum and sum of
/// squares.</summary>
/// <remarks>Scores are quantised to multiples of 2^-32 (ties to even) and summed exactly in 128-bit integers (squares at 2^-64): the
/// order does not matter, what was
/// added can be subtracted, and a recomputation is bit-identical. NaN is missing and enters no sum of its variable. Even at the largest
/// score nine million
/// respondents fit; more is an <see cref="OverflowException"/>, never a wrapped sum.</remarks>
public sealed class CellMoments
{
    /// <summary>Scores run from minus to plus this; a larger one is a mistake of the caller.</summary>
    public const double LargestScore = 1e6;

    private const double Quanta = 4294967296.0;
    private const int WordsPerVariable = 5;

    private readonly long[] _counts;
    private readonly Int128[] _sums;
    private readonly Int128[] _squares;

    public CellMoments(int variables)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(variables);
        _counts = new long[variables];
        _sums = new Int128[variables];
        _squares = new Int128[variables];
    }

    public int Variables => _counts.Length;

    /// <summary>Respondents, whatever is missing.</summary>
    public long Respondents { get; private set; }

    /// <summary>Respondents who have a value.</summary>
    public long Count(int variable) => _counts[variable];

    public double Sum(int variable) => (double)_sums[variable] / Quanta;

    public double SumOfSquares(int variable) => (double)_squares[variable] / Quanta / Quanta;

    /// <summary>NaN without a value.</summary>
    public double Mean(int variable) => Sum(variable) / _counts[variable];

    /// <summary>Sum of squared deviations from the cell's own mean, without cancellation: 0 if and only if all values are equal. 0
    /// without a value.</summary>
    /// <remarks>Centred in integers: with c = S div n and r = S mod n, sum (q - c)^2 = sum q^2 - c (S + r), and the rest r^2 / n is below
    /// n quanta.</remarks>
    public double SquaredDeviations(int variable)
    {
        if (_counts[variable] == 0)
        {
            return 0;
        }

        var (centre, rest) = Int128.DivRem(_sums[variable], _counts[variable]);
        var aroundCentre = checked(_squares[variable] - (centre * (_sums[variable] + rest)));
        return ((double)aroundCentre - ((double)rest * (double)rest / _counts[variable])) / Quanta / Quanta;
    }

    /// <param name="scores">One per variable; NaN is missing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score is infinite or beyond <see cref="LargestScore"/>; nothing is added
    /// then.</exception>
    public void Add(ReadOnlySpan<double> scores)
    {
        Check(scores);
        for (var variable = 0; variable < scores.Length; variable++)
        {
            if (!double.IsNaN(scores[variable]))
            {
                var quantised = Quantised(scores[variable]);
                _counts[variable]++;
                _sums[variable] = checked(_sums[variable] + quantised);
                _squares[variable] = checked(_squares[variable] + Math.BigMul(quantised, quantised));
            }
        }

        Respondents++;
    }

    /// <summary>Takes back what was added: afterwards all words are as if it had never been there.</summary>
    /// <exception cref="InvalidOperationException">Nothing with these values present can have been added; nothing is subtracted
    /// then.</exception>
    public void Subtract(ReadOnlySpan<double> scores)
    {
        Check(scores);
        CheckPresent(scores);
        for (var variable = 0; variable < scores.Length; variable++)
        {
            if (!double.IsNaN(scores[variable]))
            {
                var quantised = Quantised(scores[variable]);
                _counts[variable]--;
                _sums[variable] = checked(_sums[variable] - quantised);
                _squares[variable] = checked(_squares[variable] - Math.BigMul(quantised, quantised));
            }
        }

        Respondents--;
    }

    /// <summary>Adds the respondents of another cell; the other one stays as it is.</summary>
    public void Merge(CellMoments other)
    {
        if (other.Variables != Variables)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A cell of {other.Variables} variables cannot be merged into one of {Variables}."
                ),
                nameof(other)
            );
        }

        Respondents += other.Respondents;
        for (var variable = 0; variable < Variables; variable++)
        {
            _counts[variable] += other._counts[variable];
            _sums[variable] = checked(_sums[variable] + other._sums[variable]);
            _squares[variable] = checked(_squares[variable] + other._squares[variable]);
        }
    }

    /// <summary>Whether both hold the same moments to the last bit.</summary>
    public bool SameAs(CellMoments other) =>
        Respondents == other.Respondents
        && _counts.AsSpan().SequenceEqual(other._counts)
        && _sums.AsSpan().SequenceEqual(other._sums)
        && _squares.AsSpan().SequenceEqual(other._squares);

    /// <summary>All state as 64-bit words, for the wire: respondents, then per variable count, sum (high, low), squares (high,
    /// low).</summary>
    public long[] ToWords()
    {
        var words = new long[1 + (WordsPerVariable * Variables)];
        words[0] = Respondents;
        for (var variable = 0; variable < Variables; variable++)
        {
            var own = words.AsSpan(1 + (WordsPerVariable * variable), WordsPerVariable);
            own[0] = _counts[variable];
            (own[1], own[2]) = HighAndLow(_sums[variable]);
            (own[3], own[4]) = HighAndLow(_squares[variable]);
        }

        return words;
    }

    /// <exception cref="ArgumentException">The words cannot have come from <see cref="ToWords"/>.</exception>
    public static CellMoments FromWords(ReadOnlySpan<long> words)
    {
        if (words.Length % WordsPerVariable != 1)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Moments have 1 + {WordsPerVariable} words per variable; these are {words.Length}."
                ),
                nameof(words)
            );
        }

        var moments = new CellMoments(words.Length / WordsPerVariable) { Respondents = words[0] };
        for (var variable = 0; variable < moments.Variables; variable++)
        {
            var own = words.Slice(1 + (WordsPerVariable * variable), WordsPerVariable);
            moments._counts[variable] = own[0];
            moments._sums[variable] = new Int128((ulong)own[1], (ulong)own[2]);
            moments._squares[variable] = new Int128((ulong)own[3], (ulong)own[4]);
            if (own[0] < 0 || own[0] > words[0] || Int128.IsNegative(moments._squares[variable]))
            {
                throw new ArgumentException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Variable {variable} has {own[0]} values of {words[0]} respondents or a negative sum of squares."
                    ),
                    nameof(words)
                );
            }
        }

        return words[0] >= 0
            ? moments
            : throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"Respondents are {words[0]}."), nameof(words));
    }

    // 1e6 * 2^32 is below 2^52, so the product is exact and the conversion cannot overflow.
    private static long Quantised(double score) => (long)Math.Round(score * Quanta, MidpointRounding.ToEven);

    private static (long High, long Low) HighAndLow(Int128 value) =>
        ((long)(value >> 64), unchecked((long)(ulong)(value & ulong.MaxValue)));

    private void Check(ReadOnlySpan<double> scores)
    {
        if (scores.Length != Variables)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"{scores.Length} scores for {Variables} variables."),
                nameof(scores)
            );
        }

        for (var variable = 0; variable < scores.Length; variable++)
        {
            if (Math.Abs(scores[variable]) > LargestScore)
            {
                throw new ArgumentOutOfRangeException(
                    nameof(scores),
                    scores[variable],
                    string.Create(CultureInfo.InvariantCulture, $"The score of variable {variable} is beyond {LargestScore}.")
                );
            }
        }
    }

    private void CheckPresent(ReadOnlySpan<double> scores)
    {
        var present = Respondents > 0;
        for (var variable = 0; variable < scores.Length; variable++)
        {
            present &= double.IsNaN(scores[variable]) || _counts[variable] > 0;
        }

        if (!present)
        {
            throw new InvalidOperationException("These scores were never added to this cell.");
        }
    }
}
