namespace Dmk.Maturity.Questionnaires;

/// <summary>An option of a choice. Codes are never labels.</summary>
/// <param name="Exclusive">Ticking it unticks all others ("none of these").</param>
/// <param name="Specify">Asks "please specify" in the variable <c>question.code</c>.</param>
public sealed record Option(string Code, Text Label, bool Exclusive = false, bool Specify = false);

/// <summary>A row of a grid or an item of a sum group; its variable is <c>question.id</c>.</summary>
public sealed record Row(string Id, Text Label);

/// <summary>What kind of number a question asks for.</summary>
public enum NumberKind
{
    Integer,
    Decimal,
    Percentage,
    Amount,
}

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
    public sealed record Multiple(IReadOnlyList<Option> Options, int? Minimum, int? Maximum) : Question;

    /// <summary>One choice for each row.</summary>
    public sealed record Grid(IReadOnlyList<Row> Rows, IReadOnlyList<Option> Options) : Question;

    /// <param name="Unit">As shown behind the field, such as persons or euro.</param>
    /// <param name="Decimals">Digits after the point, 0 for integers.</param>
    /// <param name="Min">Inclusive. A constant or an expression over other answers.</param>
    /// <param name="Max">Inclusive.</param>
    public sealed record Numeric(NumberKind Kind, Text? Unit, int Decimals, Expression? Min, Expression? Max) : Question;

    /// <summary>Parts that add up to a total, 100 percent for example.</summary>
    public sealed record SumGroup(IReadOnlyList<Row> Items, Expression Total, decimal Tolerance, Text? Unit, int Decimals, bool AllowAllBlank) : Question;

    public sealed record FreeText(int MaximumLength) : Question;

    public sealed record Date(DateOnly? From, DateOnly? To) : Question;

    /// <summary>Text only: nothing to answer.</summary>
    public sealed record Note : Question;
}

/// <summary>A page of the form.</summary>
public sealed record Section(string Id, Text Title, Text? Intro, Expression? When, IReadOnlyList<Question> Questions);

/// <summary>The smallest part that can be answered.</summary>
/// <param name="Id"><c>question</c>, <c>question.row</c> or <c>question.option</c> for "please specify".</param>
/// <param name="Part">The row or item it belongs to, or null.</param>
/// <param name="Index">Its place in <see cref="Questionnaire.Variables"/>.</param>
public sealed record Variable(string Id, Question Question, Section Section, Row? Part, int Index);

/// <summary>What a check does when it fails.</summary>
public enum CheckLevel
{
    /// <summary>Forbids submission.</summary>
    Hard,

    /// <summary>Asks for a confirmation or a reason, which is stored.</summary>
    Soft,
    Info,
}

/// <summary>A rule over answers, written as what must hold.</summary>
/// <param name="ExplanationAsked">A soft check may ask for a reason in words.</param>
public sealed record Check(string Id, CheckLevel Level, Expression Must, bool UnknownFails, Text Message, bool ExplanationAsked);

/// <summary>A value computed from answers.</summary>
public sealed record Computed(string Id, Expression Value);

/// <summary>A questionnaire version: what is asked, of whom, and what must hold. Immutable; its hash names its content.</summary>
public sealed partial class Questionnaire
{
    public required string Id { get; init; }

    /// <summary>Semantic version, as in 1.0.0.</summary>
    public required string Version { get; init; }

    /// <summary>SHA-256 over the file's text (line ends normalised to LF), lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>The file's text, as published and stored.</summary>
    public required string Source { get; init; }

    public required Text Title { get; init; }

    public Text? Intro { get; init; }

    public required IReadOnlyList<Section> Sections { get; init; }

    /// <summary>In the order in which they are asked.</summary>
    public required IReadOnlyList<Variable> Variables { get; init; }

    public required IReadOnlyList<Computed> Computed { get; init; }

    public required IReadOnlyList<Check> Checks { get; init; }

    public Variable? Variable(string id) => throw new NotImplementedException(id);

    public Question? Question(string id) => throw new NotImplementedException(id);

    public static Reading<Questionnaire> Read(string path, Classifications classifications) => throw new NotImplementedException(path);

    /// <param name="file">The name that problems show.</param>
    public static Reading<Questionnaire> Parse(string yaml, string file, Classifications classifications) => throw new NotImplementedException(file);

    /// <summary>Whether this answer is possible for this variable at all: known variable, right type, known option, offered reason,
    /// constant bounds, length. Bounds that depend on other answers are checked by <see cref="Interview"/>.</summary>
    /// <returns>Null when it is possible.</returns>
    public AnswerProblem? Validate(string variable, Answer answer) => throw new NotImplementedException(variable);
}

/// <summary>A mistake in one answer, said to the company in its language.</summary>
/// <param name="Code">Stable: unknownVariable, wrongType, unknownOption, reasonNotOffered, belowMinimum, aboveMaximum, tooManyDecimals, tooLong,
/// exclusiveOption, tooFewOptions, tooManyOptions, required, sumMismatch, ambiguousNumber, notANumber.</param>
public sealed record AnswerProblem(string Variable, string Code, Text Message);
