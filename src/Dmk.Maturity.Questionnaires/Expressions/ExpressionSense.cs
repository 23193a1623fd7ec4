namespace Dmk.Maturity.Questionnaires;

/// <summary>Looks for what fits together in an expression and still can mean nothing: dividing by zero, a thousand written with a
/// point, a day beyond the calendar.</summary>
internal sealed class ExpressionSense(Names names, YamlScalar source)
{
    /// <summary>From the first day of the calendar, 0001-01-01, to the last, 9999-12-31.</summary>
    private static readonly int _daysOfCalendar = DateOnly.MaxValue.DayNumber;

    /// <summary>So far from the ends of the calendar are the days of any survey, which are from 1900 to 2199.</summary>
    private static readonly int _daysBefore = new DateOnly(2199, 12, 31).DayNumber;

    private static readonly int _daysBehind = _daysOfCalendar - new DateOnly(1900, 1, 1).DayNumber;

    public void Look(ExpressionNode node)
    {
        switch (node)
        {
            case ExpressionNode.Number number when YamlScalar.IsThousands(number.Value):
                source.ReportThousands(number.At, number.Value);
                break;
            case ExpressionNode.Binary binary:
                Look(binary.Left);
                Look(binary.Right);
                Divided(binary);
                Counted(binary);
                break;
            case ExpressionNode.Not not:
                Look(not.Operand);
                break;
            case ExpressionNode.Negate negate:
                Look(negate.Operand);
                break;
            case ExpressionNode.OneOf list:
                Look(list.Item);
                Look(list.Items);
                break;
            case ExpressionNode.Call call:
                Look(call.Arguments);
                break;
            default:
                break;
        }
    }

    private void Look(IReadOnlyList<ExpressionNode> nodes)
    {
        foreach (var node in nodes)
        {
            Look(node);
        }
    }

    private void Divided(ExpressionNode.Binary binary)
    {
        if (IsDivisionByZero(binary))
        {
            source.ReportAt(
                binary.At,
                "division-by-zero",
                "This divides by zero, so it is missing whatever is answered. Write what to divide by.",
                Severity.Error
            );
        }
    }

    /// <summary>Whether it is reported here that something in an expression is divided by zero.</summary>
    public static bool DividesByZero(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Binary binary => IsDivisionByZero(binary) || DividesByZero(binary.Left) || DividesByZero(binary.Right),
            ExpressionNode.Negate negate => DividesByZero(negate.Operand),
            ExpressionNode.Call call => call.Arguments.Any(DividesByZero),
            _ => false,
        };

    private static bool IsDivisionByZero(ExpressionNode.Binary binary) => binary.Operator == "/" && ValueOf(binary.Right) == 0;

    /// <summary>A number of days that is written out and leads out of the calendar, so that there never is such a day.</summary>
    private void Counted(ExpressionNode.Binary binary)
    {
        var (start, days) = Steps(binary);
        if (
            Leaves(start, days)
            && !(binary.Left is ExpressionNode.Binary inner && Steps(inner) is var (first, fewer) && Leaves(first, fewer))
        )
        {
            source.ReportAt(
                binary.At,
                "beyond-calendar",
                $"There is no such day: the calendar goes from {DateOnly.MinValue:yyyy-MM-dd} to {DateOnly.MaxValue:yyyy-MM-dd}. Write "
                    + "fewer days.",
                Severity.Error
            );
        }
    }

    /// <summary>Whether days are counted from a day, and out of the calendar.</summary>
    private bool Leaves(ExpressionNode start, decimal days)
    {
        if (days <= _daysBehind && days >= -_daysBefore)
        {
            return false;
        }

        return Expression.Of(start, names) is { Kind: ExpressionKind.Date } day
            && (
                day.ConstantDay is { } written
                    ? written.DayNumber + days < 0 || written.DayNumber + days > _daysOfCalendar
                    : start is ExpressionNode.Name { Id: Fact.Today } || Math.Abs(days) > _daysOfCalendar
            );
    }

    /// <summary>What stands before the numbers that are added, and their sum; 0 where it has no place.</summary>
    private static (ExpressionNode Start, decimal Days) Steps(ExpressionNode node)
    {
        decimal? days = 0;
        while (node is ExpressionNode.Binary { Operator: "+" or "-" } sum && ValueOf(sum.Right) is { } count)
        {
            days = days is { } before ? Arithmetic.Plus(before, sum.Operator == "+" ? count : -count) : null;
            node = sum.Left;
        }

        return (node, days ?? 0);
    }

    /// <summary>The value of what is written out; null where it reads something or has none.</summary>
    private static decimal? ValueOf(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Number number => number.Value,
            ExpressionNode.Negate negate => -ValueOf(negate.Operand),
            ExpressionNode.Binary binary when ValueOf(binary.Left) is { } left && ValueOf(binary.Right) is { } right =>
                binary.Operator switch
                {
                    "+" => Arithmetic.Plus(left, right),
                    "-" => Arithmetic.Plus(left, -right),
                    "*" => Arithmetic.Times(left, right),
                    "/" => Arithmetic.Divide(left, right),
                    _ => null,
                },
            _ => null,
        };
}
