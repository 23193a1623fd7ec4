namespace Dmk.Maturity.Questionnaires;

/// <summary>The functions of the expression language. A new one is a new line here.</summary>
internal static class Functions
{
    /// <summary>By name.</summary>
    public static IReadOnlyList<Function> All { get; } =
    [
        new("abs")
        {
            Takes = ArgumentCount.Exactly(1),
            Values = OverValues.Number(Math.Abs),
            Range = NumberRange.Absolute,
        },
        OfTruths("all", Kleene.All),
        new("answered") { Values = OverValues.Answered },
        OfTruths("any", Kleene.Any),
        new("begin") { Takes = ArgumentCount.Exactly(1), Values = OverDays.OfPeriod(period => period.From) },
        new("below") { Takes = ArgumentCount.Exactly(2), Values = OverCodes.Below },
        new("coalesce") { Values = OverValues.FirstPresent, Range = NumberRange.OneOf },
        new("contains") { Takes = ArgumentCount.Exactly(2), Values = OverValues.Contains },
        new("count")
        {
            Items = OverItems.Count,
            TakesOverItems = new(1, 2),
            InsteadOfValues = "'count' counts the items of a roster. To count answers, write count_answered(...).",
        },
        new("count_answered") { Values = OverValues.CountAnswered, Range = _ => new(0, null) },
        new("date") { Takes = ArgumentCount.Exactly(1), Values = OverValues.Date },
        new("days")
        {
            Takes = ArgumentCount.Exactly(1),
            Values = OverDays.Length,
            Range = _ => new(1, null),
        },
        new("end") { Takes = ArgumentCount.Exactly(1), Values = OverDays.OfPeriod(period => period.To) },
        new("if") { Takes = ArgumentCount.Exactly(3), Values = OverValues.Conditional },
        new("length")
        {
            Takes = ArgumentCount.Exactly(1),
            Values = OverTexts.Length,
            Range = _ => new(0, null),
        },
        new("matches") { Takes = ArgumentCount.Exactly(2), Values = OverTexts.Matches },
        OfNumbers("max", Arithmetic.Largest) with
        {
            Range = NumberRange.Largest,
        },
        OfTotal("mean", (sum, count) => Arithmetic.Divide(sum, count)),
        OfNumbers("median", Arithmetic.Median) with
        {
            Range = NumberRange.OneOf,
        },
        OfNumbers("min", Arithmetic.Smallest) with
        {
            Range = NumberRange.Smallest,
        },
        new("month")
        {
            Takes = ArgumentCount.Exactly(1),
            Values = OverDays.OfDay(day => day.Month),
            Range = _ => new(1, 12),
        },
        new("round") { Takes = new(1, 2), Values = OverValues.Round },
        new("sector_of") { Takes = ArgumentCount.Exactly(1), Values = OverCodes.Sector },
        OfTotal("sum", (sum, _) => sum),
        new("year")
        {
            Takes = ArgumentCount.Exactly(1),
            Values = OverDays.OfDay(day => day.Year),
            Range = _ => new(1, 9999),
        },
    ];

    private static readonly Dictionary<string, Function> _byName = All.ToDictionary(one => one.Name, StringComparer.Ordinal);

    public static IEnumerable<string> Names => All.Select(one => one.Name);

    /// <returns>Null where there is none of this name.</returns>
    public static Function? Find(string name) => _byName.GetValueOrDefault(name);

    private static Function OfNumbers(string name, Func<decimal?[], decimal?> give) =>
        new(name) { Values = OverValues.Numbers(give), Items = OverItems.Numbers(give) };

    private static Function OfTruths(string name, Func<bool?[], bool?> give) =>
        new(name) { Values = OverValues.Truths(give), Items = OverItems.Truths(give) };

    /// <param name="give">Of the sum of the values that are there, and of their number.</param>
    private static Function OfTotal(string name, Func<decimal, int, decimal?> give) =>
        new(name)
        {
            HasMissingRule = true,
            Values = OverValues.Total(give),
            Items = OverItems.Total(give),
        };
}
