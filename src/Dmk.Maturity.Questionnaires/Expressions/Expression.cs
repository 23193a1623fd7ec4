namespace Dmk.Maturity.Questionnaires;

/// <summary>A parsed, typed and checked expression over answers.</summary>
public sealed class Expression
{
    private static readonly Answer _true = new Answer.Number(1);
    private static readonly Answer _false = new Answer.Number(0);

    private Expression(string source, ExpressionNode node, Typed typed, TypeCheck types)
        : this(source, node, typed, types.Reads, types.Slots) { }

    private Expression(string source, ExpressionNode node, Typed typed, IReadOnlyList<string> reads, IReadOnlyList<int> slots)
    {
        (Source, Node, Typed, Reads, Slots) = (source, node, typed, reads, slots);
        Constant = Slots.Count == 0 && typed is Typed.Number number ? number.Read([]) : null;
        ConstantDay = Slots.Count == 0 && typed is Typed.Day day ? day.Read([]) : null;
    }

    /// <summary>As written by the author.</summary>
    public string Source { get; }

    public ExpressionKind Kind => Typed.Kind;

    /// <summary>As parsed.</summary>
    internal ExpressionNode Node { get; }

    /// <summary>The options whose codes it gives; empty where it gives none.</summary>
    public IReadOnlyList<Option> Options => (Typed as Typed.Code)?.Options ?? [];

    internal Typed Typed { get; }

    private string AsAlternative => Node is ExpressionNode.Binary { Operator: "and" or "or" } ? $"({Source})" : Source;

    /// <summary>See <see cref="ExpressionCost"/>.</summary>
    internal long Cost { get; private init; }

    internal string KindInWords => TypeCheck.KindOf(Typed);

    /// <summary>Ids of the questions, variables and computed values it reads, in the order of their first use.</summary>
    public IReadOnlyList<string> Reads { get; }

    /// <summary>The number that it is for every interview, or null when it reads answers.</summary>
    public decimal? Constant { get; }

    /// <summary>The day that it is for every interview, or null when it reads answers.</summary>
    public DateOnly? ConstantDay { get; }

    /// <summary>Variables by index, then computed values.</summary>
    internal IReadOnlyList<int> Slots { get; }

    internal static Expression? Parse(string source, Func<int, FilePosition> placeAt, Names names, ICollection<Problem> problems) =>
        Parse(source, placeAt, names, problems, out _);

    /// <param name="node">As parsed, also where its parts do not fit together; null where it is no expression.</param>
    internal static Expression? Parse(
        string source,
        Func<int, FilePosition> placeAt,
        Names names,
        ICollection<Problem> problems,
        out ExpressionNode? node
    )
    {
        (node, var at, var code, var message) = ExpressionParser.Parse(source);
        if (node is null)
        {
            problems.Add(new(placeAt(at), code, message));
            return null;
        }

        var types = new TypeCheck(names, placeAt, problems);
        if (types.Of(node) is not { } typed)
        {
            return null;
        }

        var cost = ExpressionCost.Of(node, names);
        if (cost > ExpressionCost.Most)
        {
            problems.Add(
                new(
                    placeAt(0),
                    "expression-too-costly",
                    "Evaluating this could take more than 100,000 steps: functions over rosters inside each other multiply "
                        + "their items. Make the inner one a computed value, or lower the roster's 'maximum'."
                )
            );
            return null;
        }

        return new(source, node, typed, types) { Cost = cost };
    }

    /// <summary>Of nodes that stand in no file, such as a part of another expression.</summary>
    /// <returns>Null where they do not fit together.</returns>
    internal static Expression? Of(ExpressionNode node, Names names)
    {
        var types = new TypeCheck(names, _ => default, []);
        return types.Of(node) is { } typed ? new("", node, typed, types) : null;
    }

    /// <summary>True where one of these is; unknown where none is true and one is unknown.</summary>
    /// <param name="all">Truths, at least one.</param>
    internal static Expression AnyOf(IReadOnlyList<Expression> all) =>
        all.Count == 1
            ? all[0]
            : new(
                string.Join(" or ", all.Select(one => one.AsAlternative)),
                all.Select(one => one.Node).Aggregate((left, right) => new ExpressionNode.Binary("or", left, right) { At = 0 }),
                new Typed.Truth(slots =>
                    all.Any(one => one.TruthOf(slots) == true) ? true
                    : all.Any(one => one.TruthOf(slots) is null) ? null
                    : false
                ),
                [.. all.SelectMany(one => one.Reads).Distinct()],
                [.. all.SelectMany(one => one.Slots).Distinct()]
            );

    /// <summary>The canonical form: single spaces, no more parentheses than needed. Parsing it gives the same expression.</summary>
    public override string ToString() => Node.ToString();

    internal decimal? NumberOf(Answer[] slots) =>
        Typed is Typed.Number number
            ? number.Read(slots)
            : throw new InvalidOperationException($"'{Source}' does not give a number but {KindInWords}.");

    internal DateOnly? DayOf(Answer[] slots) =>
        Typed is Typed.Day day
            ? day.Read(slots)
            : throw new InvalidOperationException($"'{Source}' does not give a date but {KindInWords}.");

    internal bool? TruthOf(Answer[] slots) =>
        Typed is Typed.Truth truth
            ? truth.Read(slots)
            : throw new InvalidOperationException($"'{Source}' is not true or false but {KindInWords}.");

    /// <summary>What it gives as an answer: a truth as the number 1 or 0, nothing as unanswered.</summary>
    /// <exception cref="InvalidOperationException">It gives several codes, a period or the items of a roster.</exception>
    internal Answer AnswerOf(Answer[] slots) =>
        Typed switch
        {
            Typed.Number number => number.Read(slots) is { } value ? new Answer.Number(value) : Answer.Unanswered,
            Typed.Truth truth => truth.Read(slots) switch
            {
                true => _true,
                false => _false,
                null => Answer.Unanswered,
            },
            Typed.Words words => words.Read(slots) is { Length: > 0 } value ? new Answer.Words(value) : Answer.Unanswered,
            Typed.Day day => day.Read(slots) is { } value ? new Answer.Day(value) : Answer.Unanswered,
            Typed.Code code => code.Read(slots) is { } value ? new Answer.Coded(value) : Answer.Unanswered,
            _ => throw new InvalidOperationException($"'{Source}' gives {KindInWords}, which no computed value can hold."),
        };

    internal string? WordsOf(Answer[] slots) =>
        Typed switch
        {
            Typed.Words words => words.Read(slots),
            Typed.Code code => code.Read(slots),
            _ => throw new InvalidOperationException($"'{Source}' does not give a text but {KindInWords}."),
        };
}
