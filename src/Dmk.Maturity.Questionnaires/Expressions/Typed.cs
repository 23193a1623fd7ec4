namespace Dmk.Maturity.Questionnaires;

/// <summary>An expression that has a kind and can be evaluated over the slots of one interview: null is missing or unknown.</summary>
/// <remarks>Slots are the effective answers in the order of the variables, then the computed values. A closure costs a call and a type
/// test;
/// unlike compiled expression trees it costs nothing to make, so that a questionnaire with a thousand rules loads in
/// milliseconds.</remarks>
internal abstract record Typed
{
    private Typed() { }

    public abstract ExpressionKind Kind { get; }

    /// <summary>Whether there is a value.</summary>
    public abstract Func<Answer[], bool> Present { get; }

    public sealed record Number(Func<Answer[], decimal?> Read) : Typed
    {
        public override ExpressionKind Kind => ExpressionKind.Number;

        public override Func<Answer[], bool> Present => slots => Read(slots) is not null;
    }

    public sealed record Truth(Func<Answer[], bool?> Read) : Typed
    {
        public override ExpressionKind Kind => ExpressionKind.Truth;

        public override Func<Answer[], bool> Present => slots => Read(slots) is not null;
    }

    /// <param name="Literal">Where it is written out: it may be meant as a code.</param>
    public sealed record Words(Func<Answer[], string?> Read, string? Literal) : Typed
    {
        public override ExpressionKind Kind => ExpressionKind.Text;

        public override Func<Answer[], bool> Present => slots => Read(slots) is not null;
    }

    public sealed record Day(Func<Answer[], DateOnly?> Read) : Typed
    {
        public override ExpressionKind Kind => ExpressionKind.Date;

        public override Func<Answer[], bool> Present => slots => Read(slots) is not null;
    }

    public sealed record Code(Func<Answer[], string?> Read, IReadOnlyList<Option> Options) : Typed
    {
        public override ExpressionKind Kind => ExpressionKind.Code;

        public override Func<Answer[], bool> Present => slots => Read(slots) is not null;
    }

    public sealed record Codes(Func<Answer[], IReadOnlyList<string>?> Read, IReadOnlyList<Option> Options) : Typed
    {
        public override ExpressionKind Kind => ExpressionKind.Codes;

        public override Func<Answer[], bool> Present => slots => Read(slots) is not null;
    }

    public sealed record Period(Func<Answer[], Answer.Period?> Read) : Typed
    {
        public override ExpressionKind Kind => ExpressionKind.Period;

        public override Func<Answer[], bool> Present => slots => Read(slots) is not null;
    }

    /// <summary>The items of a roster.</summary>
    public sealed record Items(Func<Answer[], Answer.Items?> Read) : Typed
    {
        public override ExpressionKind Kind => ExpressionKind.Items;

        public override Func<Answer[], bool> Present => slots => Read(slots) is not null;
    }

    /// <summary>A slot read as what its variable holds; an answer of another type is missing.</summary>
    public static Typed Slot(Named.Slot slot)
    {
        var index = slot.Index;
        return slot.Kind switch
        {
            ExpressionKind.Number => new Number(slots => slots[index] is Answer.Number answer ? answer.Value : null),
            ExpressionKind.Truth => new Truth(slots => slots[index] is Answer.Number answer ? answer.Value != 0 : null),
            ExpressionKind.Text => new Words(slots => (slots[index] as Answer.Words)?.Value, null),
            ExpressionKind.Date => new Day(slots => slots[index] is Answer.Day answer ? answer.Value : null),
            ExpressionKind.Code => new Code(slots => (slots[index] as Answer.Coded)?.Code, slot.Options),
            ExpressionKind.Period => new Period(slots => slots[index] as Answer.Period),
            ExpressionKind.Items => new Items(slots => slots[index] as Answer.Items),
            _ => new Codes(slots => (slots[index] as Answer.CodedSet)?.Codes, slot.Options),
        };
    }
}
