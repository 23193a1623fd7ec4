using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Answers of a variable that stand for all: every way in which its conditions can see it is among them.</summary>
internal static class PossibleValues
{
    /// <summary>Codes of a multiple choice that conditions name; with more there are too many sets.</summary>
    private const int MostTicks = 6;

    /// <summary>Sets of ticks of one variable.</summary>
    private const int MostSets = 1_000;

    /// <param name="points">What the variable is compared with.</param>
    /// <returns>Unanswered first; null where there are too many.</returns>
    public static IReadOnlyList<Answer>? Of(Variable variable, IReadOnlyCollection<object> points) =>
        Values(variable, points) is { } values
            ? [Answer.Unanswered, .. values.Where(value => PossibleAnswer.Check(variable, value) is null), .. Others(variable, points)]
            : null;

    private static IEnumerable<Answer>? Values(Variable variable, IReadOnlyCollection<object> points) =>
        variable switch
        {
            { Specify: not null } => Words(points),
            { Question: Question.Grid { Several: true } grid } => Sets(grid.Options, null, null, points),
            { Question: Question.Multiple { OptionsWhen.Count: > 0 } multiple } => Sets(multiple.Options, null, multiple.Maximum, points),
            { Question: Question.Multiple multiple } => Sets(multiple.Options, multiple.Minimum, multiple.Maximum, points),
            { Question: Question.Numeric numeric } => Numbers(numeric.Decimals, numeric.Min?.Constant, numeric.Max?.Constant, points)
                .Where(number => PossibleAnswer.Outside(number.Value, numeric.Min?.Constant, numeric.Max?.Constant) is null),
            { Question: Question.SumGroup group } => Numbers(group.Decimals, 0, group.Total.Constant, points),
            { Question: Question.Date date } => Days(date, points),
            { Question: Question.FreeText } => Words(points),
            { Question: Question.Single or Question.Grid or Question.CodeSearch or Question.Period or Question.Roster or Question.Note } =>
                Codes(variable.Question.Choices, points),
            _ => throw new UnreachableException(variable.Question.GetType().Name),
        };

    private static IEnumerable<Answer> Codes(IReadOnlyList<Option> options, IReadOnlyCollection<object> points)
    {
        var named = points.OfType<string>().ToHashSet(StringComparer.Ordinal);
        var other = options.FirstOrDefault(option => !named.Contains(option.Code));
        return named.Append(other?.Code).OfType<string>().Select(code => new Answer.Coded(code));
    }

    private static IEnumerable<Answer> Words(IReadOnlyCollection<object> points) =>
        points.OfType<string>().Distinct(StringComparer.Ordinal).Select(word => new Answer.Words(word));

    /// <summary>A text that stands for all that no condition names. It need not have the form or length that the question asks for: nothing
    /// more is seen of it than that it is another.</summary>
    private static IEnumerable<Answer> Others(Variable variable, IReadOnlyCollection<object> points) =>
        variable.Specify is not null || variable.Question is Question.FreeText
            ? [new Answer.Words(Other(points.OfType<string>().ToHashSet(StringComparer.Ordinal)))]
            : [];

    /// <summary>One letter that no condition names: there are more letters than a condition can be long.</summary>
    private static string Other(HashSet<string> named)
    {
        var letter = 'x';
        while (named.Contains(letter.ToString()))
        {
            letter = letter == 'x' ? '\u4E00' : (char)(letter + 1);
        }

        return letter.ToString();
    }

    /// <summary>Each bound and point, and the nearest number to either side of it that can be answered: between two of them nothing
    /// changes.</summary>
    private static IEnumerable<Answer.Number> Numbers(int decimals, decimal? least, decimal? most, IReadOnlyCollection<object> points)
    {
        var numbers = new List<decimal>();
        foreach (var point in points)
        {
            if (point is decimal number)
            {
                Around(number);
            }
        }

        Around(least ?? 0);
        Around(most ?? least ?? 0);
        return numbers.Distinct().Order().Select(number => new Answer.Number(number));

        void Around(decimal point)
        {
            var within = Math.Clamp(point, -NumberBound.Beyond, NumberBound.Beyond);
            numbers.AddRange([Below(within, decimals), within, -Below(-within, decimals)]);
        }
    }

    /// <summary>The largest number below that has no more digits than an answer can have.</summary>
    private static decimal Below(decimal point, int decimals)
    {
        for (var digits = decimals; digits > 0; digits--)
        {
            var step = new decimal(1, 0, 0, false, (byte)digits);
            var below = Math.Ceiling(point / step) * step - step;
            if (NumberBound.Holds(below))
            {
                return below;
            }
        }

        return Math.Ceiling(point) - 1;
    }

    private static IEnumerable<Answer> Days(Question.Date date, IReadOnlyCollection<object> points)
    {
        var known = points
            .OfType<DateOnly>()
            .Append(date.From?.ConstantDay ?? new(2000, 1, 1))
            .Append(date.To?.ConstantDay ?? new(2030, 1, 1));
        return known
            .SelectMany(day => new[] { day.DayNumber - 1, day.DayNumber, day.DayNumber + 1 })
            .Where(number => number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber)
            .Distinct()
            .Order()
            .Select(number => new Answer.Day(DateOnly.FromDayNumber(number)));
    }

    /// <summary>Every set of the named codes with every number of others beside them, and each exclusive code alone.</summary>
    private static List<Answer>? Sets(IReadOnlyList<Option> options, int? minimum, int? maximum, IReadOnlyCollection<object> points)
    {
        var named = options.Where(option => !option.Exclusive && points.Contains(option.Code)).Select(option => option.Code).ToList();
        if (named.Count > MostTicks)
        {
            return null;
        }

        var others = options.Where(option => !option.Exclusive && !points.Contains(option.Code)).Select(option => option.Code).ToList();
        if ((others.Count + 1) << named.Count > MostSets)
        {
            return null;
        }

        var codes = options.Select(option => option.Code).ToList();
        var sets = options.Where(option => option.Exclusive).Select(option => (Answer)new Answer.CodedSet([option.Code])).ToList();
        for (var ticks = 0; ticks < 1 << named.Count; ticks++)
        {
            var ticked = named.Where((_, i) => (ticks & (1 << i)) != 0).ToList();
            for (var more = 0; more <= others.Count; more++)
            {
                var size = ticked.Count + more;
                if (size > 0 && size >= (minimum ?? 1) && size <= (maximum ?? size))
                {
                    sets.Add(new Answer.CodedSet([.. codes.Where(code => ticked.Contains(code) || others.IndexOf(code, 0, more) >= 0)]));
                }
            }
        }

        return sets;
    }
}
