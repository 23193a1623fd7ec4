namespace Dmk.Maturity.Questionnaires;

/// <summary>How far one number or day lies above another, where both are sums and differences of answers and of what is written out: a
/// constant and, for each answer, how often it counts. Days count as their number in the calendar.</summary>
/// <remarks>It is exact where it is given at all: an answer has at most 15 digits, what is written out may have no more than 15 before
/// the point and 6 behind it, and there are few of them, so that no sum is rounded. Parts of days are cut off when they are added,
/// therefore only whole numbers are added to days.</remarks>
internal sealed class LinearSum
{
    private const int MostDecimals = 6;

    private readonly Questionnaire _questionnaire;
    private readonly SortedDictionary<string, int> _times;

    private LinearSum(Questionnaire questionnaire, SortedDictionary<string, int> times, decimal constant) =>
        (_questionnaire, _times, Constant) = (questionnaire, times, constant);

    /// <summary>The answers that count, each with how often: below zero where it is taken off.</summary>
    public IReadOnlyDictionary<string, int> Times => _times;

    public decimal Constant { get; private set; }

    /// <summary>Never less than this; null where nothing is known.</summary>
    public decimal? Least => Extreme(range => range.Least);

    /// <summary>Never more than this; null where nothing is known.</summary>
    public decimal? Most => Extreme(range => range.Most);

    /// <param name="upper">Without computed values, as the other.</param>
    /// <returns>Null where they do more than adding up.</returns>
    public static LinearSum? Difference(ExpressionNode upper, ExpressionNode lower, Questionnaire questionnaire)
    {
        var sum = new LinearSum(questionnaire, new(StringComparer.Ordinal), 0);
        return sum.Add(upper, 1, false) && sum.Add(lower, -1, false) ? sum : null;
    }

    /// <summary>The same with another expression in the place of an answer.</summary>
    /// <returns>Null where that does more than adding up.</returns>
    public LinearSum? With(string answer, ExpressionNode instead)
    {
        var sum = new LinearSum(_questionnaire, new(_times, StringComparer.Ordinal), Constant);
        var times = sum._times[answer];
        sum._times.Remove(answer);
        return Math.Abs(times) == 1 && sum.Add(instead, times, false) ? sum : null;
    }

    private decimal? Extreme(Func<NumberRange, decimal?> end)
    {
        decimal? sum = Constant;
        foreach (var (answer, times) in _times)
        {
            var range = RangeOf(answer);
            var far = end(times > 0 ? range : range.Negated);
            sum += far * Math.Abs(times);
        }

        return sum;
    }

    private bool Add(ExpressionNode node, int times, bool isWhole) =>
        node switch
        {
            ExpressionNode.Number number => AddNumber(number.Value, times, isWhole),
            ExpressionNode.Negate negate => Add(negate.Operand, -times, isWhole),
            ExpressionNode.Name name => AddAnswer(name.Id, times, isWhole),
            ExpressionNode.Call { Function: "date", Arguments: [ExpressionNode.Words written] } => Days.Written(written.Value) is { } day
                && AddNumber(day.DayNumber, times, isWhole: true),
            ExpressionNode.Binary { Operator: "+" or "-" } sum => Add(sum.Left, times, isWhole)
                && Add(sum.Right, sum.Operator == "+" ? times : -times, isWhole || IsDay(sum.Left)),
            _ => false,
        };

    private bool AddNumber(decimal number, int times, bool isWhole)
    {
        if (
            Math.Abs(number) >= NumberBound.Beyond
            || decimal.Round(number, MostDecimals) != number
            || (isWhole && decimal.Truncate(number) != number)
        )
        {
            return false;
        }

        Constant += number * times;
        return true;
    }

    private bool AddAnswer(string id, int times, bool isWhole)
    {
        if (
            _questionnaire.Names.Find(id) is not Named.Slot { IsInner: false, Kind: ExpressionKind.Number or ExpressionKind.Date } slot
            || (slot.Index >= _questionnaire.Variables.Count && slot.Index < _questionnaire.Layout.FirstFact)
            || (
                isWhole
                && slot.Kind == ExpressionKind.Number
                && _questionnaire.Variable(id)?.Question is not Question.Numeric { Decimals: 0 }
            )
        )
        {
            return false;
        }

        var sum = _times.GetValueOrDefault(id) + times;
        _times[id] = sum;
        if (sum == 0)
        {
            _times.Remove(id);
        }

        return true;
    }

    private bool IsDay(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Name name => _questionnaire.Names.Find(name.Id) is Named.Slot { Kind: ExpressionKind.Date },
            ExpressionNode.Call { Function: "date" } => true,
            ExpressionNode.Binary { Operator: "+" or "-" } sum => IsDay(sum.Left) && !IsDay(sum.Right),
            _ => false,
        };

    private NumberRange RangeOf(string answer) =>
        _questionnaire.Variable(answer) is not { } variable ? NumberRange.Any
        : variable.Question is Question.Date date ? new(date.From?.ConstantDay?.DayNumber, date.To?.ConstantDay?.DayNumber)
        : RangeReader.OfAnswer(variable);
}
