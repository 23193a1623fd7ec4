namespace Dmk.Maturity.Questionnaires;

/// <summary>Which of several values of one kind a function gives, whatever the kind.</summary>
internal abstract record Choice
{
    private Choice() { }

    /// <param name="at">Where to report a kind that cannot be chosen from.</param>
    public Typed? Of(IReadOnlyList<Typed> alike, int at, TypeCheck types) =>
        alike[0] switch
        {
            Typed.Number => new Typed.Number(Read([.. alike.Cast<Typed.Number>().Select(one => one.Read)])),
            Typed.Truth => new Typed.Truth(Read([.. alike.Cast<Typed.Truth>().Select(one => one.Read)])),
            Typed.Day => new Typed.Day(Read([.. alike.Cast<Typed.Day>().Select(one => one.Read)])),
            Typed.Code code => new Typed.Code(Read([.. alike.Cast<Typed.Code>().Select(one => one.Read)]), code.Options),
            Typed.Words => new Typed.Words(Read([.. alike.Cast<Typed.Words>().Select(one => one.Read)]), null),
            var other => types.Clash<Typed>(at, "a number, text, date, code or truth", other),
        };

    /// <summary>T admits null, which is missing.</summary>
    protected abstract Func<Answer[], T?> Read<T>(Func<Answer[], T?>[] all);

    /// <summary>The first that is there.</summary>
    public sealed record FirstPresent : Choice
    {
        protected override Func<Answer[], T?> Read<T>(Func<Answer[], T?>[] all)
            where T : default =>
            slots =>
            {
                foreach (var one in all)
                {
                    if (one(slots) is { } value)
                    {
                        return value;
                    }
                }

                return default;
            };
    }

    /// <summary>The first where the condition is true, the second where it is false.</summary>
    public sealed record Conditional(Func<Answer[], bool?> Condition) : Choice
    {
        protected override Func<Answer[], T?> Read<T>(Func<Answer[], T?>[] all)
            where T : default =>
            slots =>
                Condition(slots) switch
                {
                    true => all[0](slots),
                    false => all[1](slots),
                    null => default,
                };
    }
}
