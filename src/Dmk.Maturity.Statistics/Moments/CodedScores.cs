namespace Dmk.Maturity.Statistics;

/// <summary>Sums of one variable in several cells, where its scores come as codes of few distinct values: what exact sums need of a value
/// is worked out once, and not for every respondent. Gives the moments that adding one by one gives, to the last bit.</summary>
public sealed class CodedScores
{
    private readonly Value[] _values;
    private readonly Sums[] _sums;

    /// <summary>Per cell, respondents by how many steps they reach.</summary>
    private readonly long[] _reaching;
    private readonly int _steps;

    /// <param name="values">By code; NaN is missing.</param>
    /// <param name="layout">Of one variable, without products and persons.</param>
    /// <exception cref="ArgumentException">Another layout.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is infinite or beyond <see cref="CellMoments.LargestScore"/>.</exception>
    public CodedScores(ReadOnlySpan<double> values, MomentLayout layout, int cells)
    {
        if (layout.Variables != 1 || layout.PerPerson || layout.Crossed.Count > 0)
        {
            throw new ArgumentException("Codes give the sums of one variable, without products and persons.", nameof(layout));
        }

        var steps = layout.StepsOf(0);
        (_values, _steps, _sums) = (new Value[values.Length], steps.Count + 1, new Sums[cells]);
        _reaching = new long[cells * _steps];
        for (var code = 0; code < values.Length; code++)
        {
            _values[code] = double.IsNaN(values[code]) ? Value.Missing : Value.Of(values[code], steps);
        }
    }

    /// <summary>Adds one respondent per place of both.</summary>
    /// <param name="cells">In which cell each counts.</param>
    /// <param name="codes">The code of its score.</param>
    public void Add(ReadOnlySpan<int> cells, ReadOnlySpan<int> codes)
    {
        codes = codes[..cells.Length];
        for (var i = 0; i < cells.Length; i++)
        {
            ref readonly var value = ref _values[codes[i]];
            if (!value.IsMissing)
            {
                ref var sums = ref _sums[cells[i]];
                sums.Count++;
                sums.Sum += value.Quanta;
                sums.Squares += value.Square;
                _reaching[(cells[i] * _steps) + value.Steps]++;
            }
        }
    }

    /// <summary>Adds what was found in a cell to moments of the same layout.</summary>
    /// <param name="respondents">All of the cell, those without a score and those who were not added among them.</param>
    public void AddTo(int cell, long respondents, CellMoments moments)
    {
        ref readonly var sums = ref _sums[cell];
        moments.Add(new(sums.Count, sums.Sum, sums.Squares, _reaching.AsSpan(cell * _steps, _steps)), respondents);
    }

    /// <summary>Adds what was found in a cell to one variable of moments; its respondents are counted apart from it.</summary>
    internal void AddTo(int cell, int variable, CellMoments moments)
    {
        ref readonly var sums = ref _sums[cell];
        moments.Add(variable, new(sums.Count, sums.Sum, sums.Squares, _reaching.AsSpan(cell * _steps, _steps)));
    }

    /// <param name="Steps">How many it reaches.</param>
    private readonly record struct Value(long Quanta, Int128 Square, int Steps)
    {
        public static Value Missing => new(0, 0, -1);

        public bool IsMissing => Steps < 0;

        public static Value Of(double score, IReadOnlyList<double> steps)
        {
            if (!(Math.Abs(score) <= CellMoments.LargestScore))
            {
                throw new ArgumentOutOfRangeException(nameof(score), score, "A score that is infinite, or too large.");
            }

            var quanta = Statistics.Quanta.Score(score);
            return new(quanta, Math.BigMul(quanta, quanta), steps.TakeWhile(step => score >= step).Count());
        }
    }

    /// <remarks>Nine million respondents fit, as in <see cref="CellMoments"/>, which looks whether they do.</remarks>
    private struct Sums
    {
        public long Count;
        public Int128 Sum;
        public Int128 Squares;
    }
}
