namespace Dmk.Maturity.Questionnaires;

/// <summary>One question as its author wrote it.</summary>
public abstract record Question
{
    private Question()
    {
    }

    public required string Id { get; init; }

    public required Text Text { get; init; }

    public Text? Help { get; init; }

    /// <summary>Asked when true; unknown hides.</summary>
    public Expression? When { get; init; }

    /// <summary>The reasons for not answering that are offered, in order.</summary>
    public IReadOnlyList<MissingReason> Missing { get; init; } = [];

    /// <summary>A submission needs an answer or one of the offered reasons.</summary>
    public bool Required { get; init; }

    public sealed record Single(IReadOnlyList<Option> Options) : Question;

    /// <param name="Minimum">Options to tick at least, where answered.</param>
    public sealed record Multiple(IReadOnlyList<Option> Options, int? Minimum, int? Maximum) : Question
    {
        /// <summary>The answer to these ticks, in the order of the definition, each once; unanswered when nothing is ticked. Unknown codes stay, last.</summary>
        public Answer Ticked(IEnumerable<string> codes)
        {
            var ticked = codes.ToHashSet(StringComparer.Ordinal);
            var ordered = Options.Select(option => option.Code).Where(ticked.Remove).ToList();
            return ordered.Count + ticked.Count == 0 ? Answer.Unanswered : new Answer.CodedSet([.. ordered, .. ticked.Order(StringComparer.Ordinal)]);
        }
    }

    /// <summary>One choice for each row.</summary>
    public sealed record Grid(IReadOnlyList<Row> Rows, IReadOnlyList<Option> Options) : Question;

    /// <param name="Unit">As shown behind the field, such as persons or euro.</param>
    /// <param name="Decimals">Digits after the point, 0 for integers.</param>
    /// <param name="Min">Inclusive. A constant or an expression over other answers.</param>
    /// <param name="Max">Inclusive.</param>
    public sealed record Numeric(NumberKind Kind, Text? Unit, int Decimals, Expression? Min, Expression? Max) : Question;

    /// <summary>Parts, each 0 or more, that add up to a total, 100 percent for example.</summary>
    /// <param name="Tolerance">How far the sum may be off, included.</param>
    /// <param name="AllowAllBlank">The whole group may be left blank. Where one part is answered, all must be: a blank is not a zero.</param>
    public sealed record SumGroup(IReadOnlyList<Row> Items, Expression Total, decimal Tolerance, Text? Unit, int Decimals, bool AllowAllBlank) : Question;

    public sealed record FreeText(int MaximumLength) : Question;

    public sealed record Date(DateOnly? From, DateOnly? To) : Question;

    /// <summary>Text only: nothing to answer.</summary>
    public sealed record Note : Question;
}
