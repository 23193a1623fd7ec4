namespace Dmk.Maturity.Questionnaires;

/// <summary>A parsed, typed and checked expression over answers.</summary>
public sealed class Expression
{
    private readonly Typed _typed;

    private Expression(string source, ExpressionNode node, Typed typed, Typing typing)
    {
        (Source, Node, _typed, Reads, Slots) = (source, node, typed, typing.Reads, typing.Slots);
        Constant = Slots.Count == 0 && typed is Typed.Number number ? number.Read([]) : null;
    }

    /// <summary>As written by the author.</summary>
    public string Source { get; }

    public ExpressionKind Kind => _typed.Kind;

    /// <summary>As parsed.</summary>
    internal ExpressionNode Node { get; }

    internal string KindInWords => Typing.KindOf(_typed);

    /// <summary>Ids of the questions, variables and computed values it reads, in the order of their first use.</summary>
    public IReadOnlyList<string> Reads { get; }

    /// <summary>The number that it is for every interview, or null when it reads answers.</summary>
    public decimal? Constant { get; }

    /// <summary>Variables by index, then computed values.</summary>
    internal IReadOnlyList<int> Slots { get; }

    /// <summary>Parses and types an expression over a questionnaire's variables (also used by index models: <c>value:</c>).</summary>
    /// <param name="place">Where its first character stands; what follows is taken to stand in the same line.</param>
    public static Reading<Expression> Parse(string source, Place place, Questionnaire questionnaire)
    {
        var problems = new List<Problem>();
        return new(Parse(source, offset => place with { Column = place.Column + offset }, questionnaire.Names, problems), problems);
    }

    /// <summary>As written in an author's file, with the exact place of each mistake.</summary>
    public static Reading<Expression> Parse(YamlScalar source, Questionnaire questionnaire)
    {
        var problems = new List<Problem>();
        return new(Parse(source.Value, source.PlaceAt, questionnaire.Names, problems), problems);
    }

    internal static Expression? Parse(string source, Func<int, Place> placeAt, Names names, ICollection<Problem> problems)
    {
        var (node, at, code, message) = ExpressionParser.Parse(source);
        if (node is null)
        {
            problems.Add(new(placeAt(at), code, message));
            return null;
        }

        var typing = new Typing(names, placeAt, problems);
        return typing.Of(node) is { } typed ? new(source, node, typed, typing) : null;
    }

    /// <summary>The number it gives for this interview, or null when it is missing or unknown.</summary>
    /// <exception cref="InvalidOperationException">It is not of kind number.</exception>
    public decimal? Number(Interview interview) => NumberOf(interview.Slots);

    /// <summary>True, false, or null for unknown.</summary>
    /// <exception cref="InvalidOperationException">It is not of kind truth.</exception>
    public bool? Truth(Interview interview) => TruthOf(interview.Slots);

    /// <summary>The text or code it gives for this interview, or null when it is missing.</summary>
    /// <exception cref="InvalidOperationException">It is neither text nor code.</exception>
    public string? Words(Interview interview) =>
        _typed switch
        {
            Typed.Words words => words.Read(interview.Slots),
            Typed.Code code => code.Read(interview.Slots),
            _ => throw new InvalidOperationException($"'{Source}' does not give a text but {KindInWords}."),
        };

    /// <summary>The canonical form: single spaces, no more parentheses than needed. Parsing it gives the same expression.</summary>
    public override string ToString() => Node.ToString();

    internal decimal? NumberOf(Answer[] slots) =>
        _typed is Typed.Number number
            ? number.Read(slots)
            : throw new InvalidOperationException($"'{Source}' does not give a number but {Typing.KindOf(_typed)}.");

    internal bool? TruthOf(Answer[] slots) =>
        _typed is Typed.Truth truth
            ? truth.Read(slots)
            : throw new InvalidOperationException($"'{Source}' is not true or false but {Typing.KindOf(_typed)}.");
}
