using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>What a cell (design stratum x reporting cell) keeps of its respondents: how many; per variable the count, sum and sum of
/// squares, and how many reach each step; of the crossed variables all products, per pattern of those that have a value; and, if the layout
/// says so, sums weighted by the persons employed.</summary>
/// <remarks>Scores are quantised to multiples of 2^-32 (ties to even) and summed exactly in 128-bit integers (products at 2^-64): the
/// order does not matter, what was added can be subtracted, and a recomputation is bit-identical. NaN is missing and enters no sum of its
/// variable. Even at the largest score nine million respondents fit; more is an <see cref="OverflowException"/>, never a wrapped
/// sum.</remarks>
public sealed class CellMoments
{
    /// <summary>Scores run from minus to plus this; a larger one is a mistake of the caller.</summary>
    public const double LargestScore = 1e6;

    /// <summary>A company that employs more is a mistake of the caller.</summary>
    public const double MostPersons = 1e7;

    private readonly ScoreSums[] _scores;
    private readonly PersonSums[] _persons;

    /// <summary>By pattern, ascending; only patterns that occur.</summary>
    private readonly List<CrossedSums> _crossed = [];

    /// <exception cref="ArgumentException">A layout that does not fit together.</exception>
    public CellMoments(MomentLayout layout)
    {
        Layout = layout.Checked();
        _scores = [.. Enumerable.Range(0, layout.Variables).Select(variable => new ScoreSums(layout.StepsOf(variable)))];
        _persons = new PersonSums[layout.PerPerson ? layout.Variables : 0];
    }

    private CellMoments(CellMoments other)
    {
        (Layout, Respondents) = (other.Layout, other.Respondents);
        (_scores, _persons) = (Array.ConvertAll(other._scores, static scores => scores.Copy()), [.. other._persons]);
        _crossed.AddRange(other._crossed.Select(static crossed => crossed.Copy()));
    }

    /// <summary>Of variables without steps, products or persons.</summary>
    public CellMoments(int variables)
        : this(new MomentLayout(variables)) { }

    public MomentLayout Layout { get; }

    public int Variables => _scores.Length;

    /// <summary>Respondents, whatever is missing.</summary>
    public long Respondents { get; private set; }

    /// <summary>Respondents who have a value.</summary>
    public long Count(int variable) => _scores[variable].Count;

    public double Sum(int variable) => _scores[variable].Sum;

    public double SumOfSquares(int variable) => _scores[variable].Squares;

    /// <summary>NaN without a value.</summary>
    public double Mean(int variable) => Sum(variable) / Count(variable);

    /// <summary>Sum of squared deviations from the cell's own mean, without cancellation: 0 if and only if all values are equal. 0
    /// without a value.</summary>
    public double SquaredDeviations(int variable) => _scores[variable].SquaredDeviations;

    /// <summary>Respondents whose value is at least that of a step of the layout.</summary>
    public long Reached(int variable, int step) => _scores[variable].Reached(step);

    /// <summary>Of which crossed variables respondents have a value, and how many they are: bit i is the i-th crossed variable. Those
    /// without any are not there.</summary>
    public IEnumerable<(uint Pattern, long Respondents)> Patterns => _crossed.Select(crossed => (crossed.Pattern, crossed.Respondents));

    /// <summary>The products, one per pattern that occurs.</summary>
    internal IReadOnlyList<CrossedSums> Crossed => _crossed;

    /// <exception cref="InvalidOperationException">The layout keeps none.</exception>
    internal ref readonly PersonSums Persons(int variable)
    {
        if (!Layout.PerPerson)
        {
            throw new InvalidOperationException("These moments were made without the persons employed.");
        }

        return ref _persons[variable];
    }

    /// <param name="scores">One per variable; NaN is missing.</param>
    /// <param name="persons">Employed by the respondent, 0 and above; NaN is missing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score is infinite or beyond <see cref="LargestScore"/>, or persons are below 0 or
    /// beyond <see cref="MostPersons"/>; nothing is added then.</exception>
    public void Add(ReadOnlySpan<double> scores, double persons = double.NaN)
    {
        Check(scores, persons);
        for (var variable = 0; variable < scores.Length; variable++)
        {
            if (!double.IsNaN(scores[variable]))
            {
                _scores[variable].Add(scores[variable], Quanta.Score(scores[variable]), Layout.StepsOf(variable));
            }

            if (Layout.PerPerson && !double.IsNaN(scores[variable] + persons))
            {
                _persons[variable].Add(Quanta.Persons(persons), Quanta.Score(scores[variable]));
            }
        }

        Span<long> quanta = stackalloc long[Layout.Crossed.Count];
        if (CrossedOf(scores, quanta) is var pattern and not 0)
        {
            At(pattern).Add(quanta);
        }

        Respondents++;
    }

    /// <summary>Adds respondents of whom the sums of the only variable are known.</summary>
    /// <param name="respondents">At least as many as have a score.</param>
    internal void Add(FoundScores found, long respondents)
    {
        _scores[0].Add(found);
        Respondents = checked(Respondents + respondents);
    }

    /// <summary>Adds sums of one variable of respondents who are counted apart from it.</summary>
    internal void Add(int variable, FoundScores found) => _scores[variable].Add(found);

    /// <inheritdoc cref="Add(int, FoundScores)"/>
    /// <exception cref="ArgumentOutOfRangeException">It is infinite or beyond <see cref="LargestScore"/>.</exception>
    internal void AddScore(int variable, double score)
    {
        Check(variable, score);
        _scores[variable].Add(score, Quanta.Score(score), Layout.StepsOf(variable));
    }

    /// <summary>Adds products of a respondent who is counted apart from them.</summary>
    /// <param name="crossed">One score per crossed variable; NaN is missing.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score is infinite or beyond <see cref="LargestScore"/>.</exception>
    internal void AddProducts(ReadOnlySpan<double> crossed)
    {
        Span<long> quanta = stackalloc long[crossed.Length];
        var pattern = 0u;
        for (var place = 0; place < crossed.Length; place++)
        {
            Check(Layout.Crossed[place], crossed[place]);
            if (!double.IsNaN(crossed[place]))
            {
                pattern |= 1u << place;
                quanta[place] = Quanta.Score(crossed[place]);
            }
        }

        if (pattern != 0)
        {
            At(pattern).Add(quanta);
        }
    }

    /// <summary>Adds respondents who have no value of any variable.</summary>
    /// <param name="respondents">0 and above.</param>
    public void AddWithout(long respondents)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(respondents);
        Respondents = checked(Respondents + respondents);
    }

    /// <summary>Takes back what was added: afterwards all words are as if it had never been there.</summary>
    /// <exception cref="InvalidOperationException">Nothing with these values present can have been added; nothing is subtracted
    /// then.</exception>
    public void Subtract(ReadOnlySpan<double> scores, double persons = double.NaN)
    {
        Check(scores, persons);
        Span<long> quanta = stackalloc long[Layout.Crossed.Count];
        var pattern = CrossedOf(scores, quanta);
        CheckPresent(scores, persons, pattern);
        for (var variable = 0; variable < scores.Length; variable++)
        {
            if (!double.IsNaN(scores[variable]))
            {
                _scores[variable].Subtract(scores[variable], Quanta.Score(scores[variable]), Layout.StepsOf(variable));
            }

            if (Layout.PerPerson && !double.IsNaN(scores[variable] + persons))
            {
                _persons[variable].Subtract(Quanta.Persons(persons), Quanta.Score(scores[variable]));
            }
        }

        if (pattern != 0)
        {
            var crossed = At(pattern);
            crossed.Subtract(quanta);
            if (crossed.Respondents == 0)
            {
                _ = _crossed.Remove(crossed);
            }
        }

        Respondents--;
    }

    /// <summary>Adds the respondents of another cell; the other one stays as it is.</summary>
    /// <exception cref="ArgumentException">A cell of another layout.</exception>
    public void Merge(CellMoments other)
    {
        if (!other.Layout.Equals(Layout))
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A cell of {other.Variables} variables cannot be merged into one of {Variables}, or they keep different sums."
                ),
                nameof(other)
            );
        }

        Respondents += other.Respondents;
        for (var variable = 0; variable < Variables; variable++)
        {
            _scores[variable].Merge(other._scores[variable]);
        }

        for (var variable = 0; variable < _persons.Length; variable++)
        {
            _persons[variable].Merge(other._persons[variable]);
        }

        foreach (var crossed in other._crossed)
        {
            At(crossed.Pattern).Merge(crossed);
        }
    }

    /// <summary>The same moments, that go their own way from here.</summary>
    public CellMoments Copy() => new(this);

    /// <summary>Whether both hold the same moments to the last bit.</summary>
    public bool SameAs(CellMoments other) =>
        Respondents == other.Respondents
        && Layout.Equals(other.Layout)
        && _scores.Zip(other._scores).All(pair => pair.First.SameAs(pair.Second))
        && _persons.Zip(other._persons).All(pair => pair.First.SameAs(pair.Second))
        && _crossed.Count == other._crossed.Count
        && _crossed.Zip(other._crossed).All(pair => pair.First.SameAs(pair.Second));

    /// <summary>All state but the layout as 64-bit words, for the wire.</summary>
    public long[] ToWords()
    {
        var words = new WordWriter();
        words.Write(Respondents);
        foreach (var scores in _scores)
        {
            scores.Write(words);
        }

        foreach (var persons in _persons)
        {
            persons.Write(words);
        }

        foreach (var crossed in _crossed)
        {
            crossed.Write(words);
        }

        return words.Words;
    }

    /// <exception cref="ArgumentException">The words cannot have come from <see cref="ToWords"/> of a cell of this layout.</exception>
    public static CellMoments FromWords(MomentLayout layout, ReadOnlySpan<long> words)
    {
        var reader = new WordReader(words);
        var moments = new CellMoments(layout) { Respondents = reader.Count(long.MaxValue) };
        for (var variable = 0; variable < moments.Variables; variable++)
        {
            moments._scores[variable] = ScoreSums.Read(ref reader, layout.StepsOf(variable), moments.Respondents);
        }

        for (var variable = 0; variable < moments._persons.Length; variable++)
        {
            moments._persons[variable] = PersonSums.Read(ref reader, moments.Respondents);
        }

        while (!reader.IsAtEnd)
        {
            moments._crossed.Add(CrossedSums.Read(ref reader, layout.Crossed.Count, moments.Respondents));
        }

        return moments._crossed.Zip(moments._crossed.Skip(1)).All(pair => pair.First.Pattern < pair.Second.Pattern)
            ? moments
            : throw new ArgumentException("These are not the words of moments: patterns do not ascend.", nameof(words));
    }

    /// <returns>The pattern: bit i where the i-th crossed variable has a value.</returns>
    private uint CrossedOf(ReadOnlySpan<double> scores, Span<long> quanta)
    {
        var pattern = 0u;
        for (var crossed = 0; crossed < quanta.Length; crossed++)
        {
            var score = scores[Layout.Crossed[crossed]];
            if (!double.IsNaN(score))
            {
                pattern |= 1u << crossed;
                quanta[crossed] = Quanta.Score(score);
            }
        }

        return pattern;
    }

    private CrossedSums At(uint pattern)
    {
        var at = Place(pattern);
        if (at < 0)
        {
            at = ~at;
            _crossed.Insert(at, new(pattern));
        }

        return _crossed[at];
    }

    /// <summary>Few patterns occur.</summary>
    private int Place(uint pattern)
    {
        var at = 0;
        while (at < _crossed.Count && _crossed[at].Pattern < pattern)
        {
            at++;
        }

        return at < _crossed.Count && _crossed[at].Pattern == pattern ? at : ~at;
    }

    private void Check(ReadOnlySpan<double> scores, double persons)
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
            Check(variable, scores[variable]);
        }

        if (persons is < 0 or > MostPersons)
        {
            throw new ArgumentOutOfRangeException(
                nameof(persons),
                persons,
                string.Create(CultureInfo.InvariantCulture, $"A company employs 0 to {MostPersons} persons.")
            );
        }
    }

    private static void Check(int variable, double score)
    {
        if (Math.Abs(score) > LargestScore)
        {
            throw new ArgumentOutOfRangeException(
                nameof(score),
                score,
                string.Create(CultureInfo.InvariantCulture, $"The score of variable {variable} is beyond {LargestScore}.")
            );
        }
    }

    private void CheckPresent(ReadOnlySpan<double> scores, double persons, uint pattern)
    {
        var present = Respondents > 0 && (pattern == 0 || Place(pattern) >= 0);
        for (var variable = 0; variable < scores.Length; variable++)
        {
            present &= double.IsNaN(scores[variable]) || _scores[variable].Count > 0;
            present &= !Layout.PerPerson || double.IsNaN(scores[variable] + persons) || _persons[variable].Count > 0;
        }

        if (!present)
        {
            throw new InvalidOperationException("These scores were never added to this cell.");
        }
    }
}
