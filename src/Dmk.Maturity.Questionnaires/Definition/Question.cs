using System.Collections.Frozen;
using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>One question as its author wrote it.</summary>
public abstract record Question
{
    private static readonly FrozenDictionary<string, Expression> _always = FrozenDictionary<string, Expression>.Empty;

    private Question() { }

    public required string Id { get; init; }

    public required Text Text { get; init; }

    public Text? Help { get; init; }

    /// <summary>Asked when true; unknown hides.</summary>
    public Expression? When { get; init; }

    /// <summary>The reasons for not answering that are offered, in order.</summary>
    public IReadOnlyList<MissingReason> Missing { get; init; } = [];

    /// <summary>A submission needs an answer or one of the offered reasons.</summary>
    public bool Required { get; init; }

    /// <summary>The innermost group it stands in, or null.</summary>
    public Group? Group { get; init; }

    /// <summary>The groups it stands in, the outermost first.</summary>
    public IReadOnlyList<Group> Groups => Group?.Path ?? [];

    /// <summary>What these groups are asked under, the outermost first.</summary>
    public IEnumerable<Expression> GroupConditions => Groups.Select(group => group.When).OfType<Expression>();

    /// <summary>What the frame knows: the draft begins with it, and the company can correct or clear it.</summary>
    public FrameField? Prefill { get; init; }

    /// <summary>Options stand in an order drawn for each response; see <see cref="Shuffle"/>.</summary>
    public bool OptionsAreShuffled { get; init; }

    /// <summary>Rows stand in an order drawn for each response; see <see cref="Shuffle"/>.</summary>
    public bool RowsAreShuffled { get; init; }

    /// <summary>Conditions of options, by code: an option is offered when its condition is true. Those that are always offered are not
    /// among them.</summary>
    public IReadOnlyDictionary<string, Expression> OptionsWhen { get; init; } = _always;

    /// <summary>Conditions of the rows of a grid or the items of a sum group, by id: a row is asked when its condition is true.</summary>
    public IReadOnlyDictionary<string, Expression> PartsWhen { get; init; } = _always;

    /// <summary>The options of a choice, else empty.</summary>
    public IReadOnlyList<Option> Choices =>
        this switch
        {
            Single single => single.Options,
            Multiple multiple => multiple.Options,
            Grid grid => grid.Options,
            CodeSearch search => search.Options,
            Numeric or SumGroup or FreeText or Date or Period or Roster or Note => [],
            _ => throw new UnreachableException(GetType().Name),
        };

    /// <summary>The rows of a grid or the items of a sum group, else empty.</summary>
    public IReadOnlyList<Row> Parts =>
        this switch
        {
            Grid grid => grid.Rows,
            SumGroup group => group.Items,
            Single or Multiple or CodeSearch or Numeric or FreeText or Date or Period or Roster or Note => [],
            _ => throw new UnreachableException(GetType().Name),
        };

    /// <summary>The answer to these ticks, in the order of the definition, each once; unanswered when nothing is ticked. Unknown codes
    /// stay, last.</summary>
    public Answer Ticked(IEnumerable<string> codes)
    {
        var ticked = codes.ToHashSet(StringComparer.Ordinal);
        var ordered = Choices.Select(option => option.Code).Where(ticked.Remove).ToList();
        return ordered.Count + ticked.Count == 0
            ? Answer.Unanswered
            : new Answer.CodedSet([.. ordered, .. ticked.Order(StringComparer.Ordinal)]);
    }

    public sealed record Single(IReadOnlyList<Option> Options) : Question;

    /// <param name="Minimum">Options to tick at least, where answered.</param>
    public sealed record Multiple(IReadOnlyList<Option> Options, int? Minimum, int? Maximum) : Question;

    /// <summary>A choice for each row: exactly one option, or where <see cref="Several"/> is set any number of them.</summary>
    public sealed record Grid(IReadOnlyList<Row> Rows, IReadOnlyList<Option> Options) : Question
    {
        public bool Several { get; init; }
    }

    /// <summary>One code of a large classification, found by typing words or numbers.</summary>
    /// <param name="Options">The entries that can be chosen.</param>
    public sealed record CodeSearch(Classification Classification, IReadOnlyList<Option> Options) : Question
    {
        /// <summary>"None of these fits": the words behind it go to the office, which codes them.</summary>
        public static Option Undescribed { get; } =
            new(
                "other",
                new("Nichts davon passt: bitte beschreiben", "None of these fits: please describe it"),
                Specify: Specification.Required,
                Last: true
            );

        private readonly FrozenSet<string> _codes = Options.Select(option => option.Code).ToFrozenSet(StringComparer.Ordinal);

        public bool CanBeChosen(string code) => _codes.Contains(code);
    }

    /// <param name="Unit">As shown behind the field, such as persons or euro.</param>
    /// <param name="Decimals">Digits after the point, 0 for integers.</param>
    /// <param name="Min">Inclusive. A constant or an expression over other answers.</param>
    /// <param name="Max">Inclusive.</param>
    public sealed record Numeric(NumberKind Kind, Text? Unit, int Decimals, Expression? Min, Expression? Max) : Question;

    /// <summary>Parts, each 0 or more, that add up to a total, 100 percent for example.</summary>
    /// <param name="Tolerance">How far the sum may be off, included.</param>
    /// <param name="AllowAllBlank">The whole group may be left blank. Where one part is answered, all must be: a blank is not a
    /// zero.</param>
    public sealed record SumGroup(
        IReadOnlyList<Row> Items,
        Expression Total,
        decimal Tolerance,
        Text? Unit,
        int Decimals,
        bool AllowAllBlank
    ) : Question;

    public sealed record FreeText(int MaximumLength) : Question
    {
        /// <summary>In characters, where answered.</summary>
        public int MinimumLength { get; init; } = 1;

        /// <summary>The form that the whole text must have, or null.</summary>
        public TextPattern? Pattern { get; init; }

        /// <summary>What a company is told whose text has another form; null without a pattern.</summary>
        public Text? PatternMessage { get; init; }

        public TextFormat Format { get; init; }
    }

    /// <param name="From">The first possible day, included. A constant or an expression over other answers.</param>
    /// <param name="To">The last possible day, included.</param>
    public sealed record Date(Expression? From, Expression? To) : Question;

    /// <summary>From one day to another, both included.</summary>
    /// <param name="From">The earliest first day. A constant or an expression over other answers.</param>
    /// <param name="To">The latest last day.</param>
    /// <param name="MinimumDays">Both ends count.</param>
    public sealed record Period(Expression? From, Expression? To, int? MinimumDays, int? MaximumDays) : Question;

    /// <summary>The same questions for each of the things that a company lists, such as its sites.</summary>
    /// <param name="Minimum">Items to list at least, where answered.</param>
    /// <param name="ItemLabel">How an item is called; may pipe answers of the item.</param>
    /// <param name="Questions">In the order in which they are asked for an item. Their variables belong to items; see
    /// <see cref="Questionnaire.VariablesOf(Roster)"/>.</param>
    public sealed record Roster(int Minimum, int Maximum, Text ItemLabel, IReadOnlyList<Question> Questions) : Question
    {
        /// <summary>Values computed within each item, in the order of the file.</summary>
        public IReadOnlyList<Computed> Computed { get; init; } = [];
    }

    /// <summary>Text only: nothing to answer.</summary>
    public sealed record Note : Question;
}
