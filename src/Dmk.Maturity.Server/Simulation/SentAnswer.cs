using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary>A period as the GraphQL input type takes it.</summary>
internal sealed record SentPeriod(DateOnly Begin, DateOnly End);

/// <summary>An answer as the GraphQL input type takes it: one of these is set.</summary>
internal sealed record SentAnswer(string Variable)
{
    public string? Code { get; private init; }

    public IReadOnlyList<string>? Codes { get; private init; }

    public decimal? Number { get; private init; }

    public string? Text { get; private init; }

    public DateOnly? Date { get; private init; }

    public SentPeriod? Period { get; private init; }

    public IReadOnlyList<string>? Items { get; private init; }

    public string? Missing { get; private init; }

    public bool? Clear { get; private init; }

    public static SentAnswer[] Of(IReadOnlyDictionary<string, Answer> changes) =>
        [.. changes.Select(change => Of(change.Key, change.Value))];

    private static SentAnswer Of(string variable, Answer answer) =>
        answer switch
        {
            Answer.Coded coded => new(variable) { Code = coded.Code },
            Answer.CodedSet set => new(variable) { Codes = set.Codes },
            Answer.Number number => new(variable) { Number = number.Value },
            Answer.Words words => new(variable) { Text = words.Value },
            Answer.Day day => new(variable) { Date = day.Value },
            Answer.Period period => new(variable) { Period = new(period.From, period.To) },
            Answer.Items items => new(variable) { Items = items.Ids },
            Answer.Missing { Reason: MissingReason.Unanswered } => new(variable) { Clear = true },
            Answer.Missing missing => new(variable) { Missing = Reason(missing.Reason) },
            _ => throw new System.Diagnostics.UnreachableException(),
        };

    private static string Reason(MissingReason reason) =>
        reason switch
        {
            MissingReason.DontKnow => "DONT_KNOW",
            MissingReason.Refused => "REFUSED",
            MissingReason.NotApplicable => "NOT_APPLICABLE",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason that a company can give."),
        };
}
