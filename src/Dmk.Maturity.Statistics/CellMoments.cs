namespace Dmk.Maturity.Statistics;

/// <summary>What a cell (design stratum x reporting cell) keeps of its respondents: how many, and per variable the count, sum and sum of squares.</summary>
/// <remarks>Scores are quantised to multiples of 2^-32 and summed exactly in 128-bit integers (squares at 2^-64): the order does not matter, what was
/// added can be subtracted, and a recomputation is bit-identical. NaN is missing and enters no sum of its variable.</remarks>
public sealed class CellMoments
{
    public CellMoments(int variables) => throw new NotImplementedException(variables.ToString(System.Globalization.CultureInfo.InvariantCulture));

    public int Variables => throw new NotImplementedException();

    /// <summary>Respondents, whatever is missing.</summary>
    public long Respondents => throw new NotImplementedException();

    public long Count(int variable) => throw new NotImplementedException(nameof(variable));

    public double Sum(int variable) => throw new NotImplementedException(nameof(variable));

    public double SumOfSquares(int variable) => throw new NotImplementedException(nameof(variable));

    /// <param name="scores">One per variable; NaN is missing.</param>
    public void Add(ReadOnlySpan<double> scores) => throw new NotImplementedException(nameof(scores));

    public void Subtract(ReadOnlySpan<double> scores) => throw new NotImplementedException(nameof(scores));

    public void Merge(CellMoments other) => throw new NotImplementedException(nameof(other));

    /// <summary>All state as 64-bit words, for the wire: respondents, then per variable count, sum (high, low), squares (high, low).</summary>
    public long[] ToWords() => throw new NotImplementedException();

    public static CellMoments FromWords(ReadOnlySpan<long> words) => throw new NotImplementedException(nameof(words));
}
