using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Simulation;

/// <summary>Numbers that a made-up company gives: within the bounds of the question, with its decimals, larger for the more
/// mature.</summary>
public sealed class NumberDraw
{
    private readonly SyntheticCompany _company;
    private readonly Chance _chance;
    private readonly Interview _soFar;
    private readonly string? _item;

    /// <param name="item">Of a roster, where the question is asked of its items; null elsewhere.</param>
    public NumberDraw(SyntheticCompany company, Chance chance, Interview soFar, string? item) =>
        (_company, _chance, _soFar, _item) = (company, chance, soFar, item);

    /// <returns>Null where the bounds leave no room.</returns>
    public decimal? Number(Question.Numeric question)
    {
        var low = Bound(question.Min) ?? 0;
        var high = Bound(question.Max) ?? (question.Kind == NumberKind.Percentage ? Math.Max(low, 100) : null);
        var step = Step(question.Decimals);
        if (high is not { } top)
        {
            // No upper end: amounts grow with the company, counts stay near its head count.
            var scale = question.Kind == NumberKind.Amount ? 1_000m * _company.Persons : _company.Persons;
            return RoundDown(low + (scale * (decimal)(Position() * _chance.Exponential())), step);
        }

        // The lower end itself must have the question's decimals, too.
        var first = Math.Ceiling(low / step) * step;
        return first > top ? null : Math.Max(first, RoundDown(first + ((top - first + step) * (decimal)(Position() * 0.999)), step));
    }

    /// <summary>Parts of a sum group that add up to its total exactly; nothing where the total is not known.</summary>
    public IReadOnlyDictionary<string, Answer> Parts(Question.SumGroup group)
    {
        if (group.Total.Number(_soFar, _item) is not { } total || total < 0)
        {
            return new Dictionary<string, Answer>();
        }

        var step = Step(group.Decimals);
        var shares = group.Items.Select(_ => _chance.Exponential()).ToArray();
        var parts = LargestRemainder.Split((long)Math.Floor(total / step), shares).Select(part => part * step).ToArray();

        // What the decimals cannot express goes to the first item, so that the sum still holds where a tolerance is 0.
        parts[0] += total - parts.Sum();
        return group
            .Items.Zip(parts)
            .ToDictionary(pair => $"{group.Id}.{pair.First.Id}", Answer (pair) => new Answer.Number(pair.Second), StringComparer.Ordinal);
    }

    private decimal? Bound(Expression? expression) => expression?.Number(_soFar, _item);

    /// <summary>Where between the bounds, 0 to 1.</summary>
    private double Position() => 1 / (1 + Math.Exp(0.6 - (1.2 * _company.Maturity) - (0.8 * _chance.Normal())));

    private static decimal Step(int decimals)
    {
        var step = 1m;
        for (var place = 0; place < decimals; place++)
        {
            step /= 10;
        }

        return step;
    }

    private static decimal RoundDown(decimal value, decimal step) => Math.Floor(value / step) * step;
}
