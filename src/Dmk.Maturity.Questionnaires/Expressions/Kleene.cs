namespace Dmk.Maturity.Questionnaires;

/// <summary>Logic with an unknown (null). Kleene, Introduction to Metamathematics (1952), section 64, strong tables.</summary>
internal static class Kleene
{
    public static Func<Answer[], bool?> Not(Func<Answer[], bool?> operand) => slots => !operand(slots);

    /// <summary>False where one is false, even beside an unknown.</summary>
    public static Func<Answer[], bool?> And(Func<Answer[], bool?> left, Func<Answer[], bool?> right) =>
        slots => left(slots) is var first && first == false ? false : first & right(slots);

    /// <summary>True where one is true, even beside an unknown.</summary>
    public static Func<Answer[], bool?> Or(Func<Answer[], bool?> left, Func<Answer[], bool?> right) =>
        slots => left(slots) is var first && first == true ? true : first | right(slots);

    /// <summary>False of none.</summary>
    public static bool? Any(bool?[] all) => all.Aggregate((bool?)false, (any, one) => any | one);

    /// <summary>True of none.</summary>
    public static bool? All(bool?[] all) => all.Aggregate((bool?)true, (every, one) => every & one);

    /// <summary>Looks no further than the first that is true.</summary>
    public static Func<Answer[], bool?> Any(IReadOnlyList<Func<Answer[], bool?>> all) =>
        slots =>
        {
            bool? any = false;
            for (var i = 0; i < all.Count && any != true; i++)
            {
                any |= all[i](slots);
            }

            return any;
        };
}
