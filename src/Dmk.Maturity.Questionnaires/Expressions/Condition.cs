namespace Dmk.Maturity.Questionnaires;

/// <summary>What has to be true of a company, over answers and scores that are kept of it. Unknown where what it needs is missing; all but
/// <see cref="Answered"/>, which is always true or false.</summary>
public abstract record Condition
{
    private Condition() { }

    public sealed record Both(Condition Left, Condition Right) : Condition;

    public sealed record Either(Condition Left, Condition Right) : Condition;

    public sealed record Not(Condition Of) : Condition;

    /// <param name="Sign">One of == != &lt; &lt;= &gt; &gt;=.</param>
    public sealed record Compared(ConditionName Name, string Sign, ConditionValue With) : Condition;

    public sealed record OneOf(ConditionName Name, IReadOnlyList<ConditionValue> Among) : Condition;

    /// <summary>Whether it is not missing.</summary>
    public sealed record Answered(ConditionName Name) : Condition;

    /// <summary>Reads one in the language of questionnaires, as in <c>ai_use == 'many' and score('total') &gt;= 50</c>.</summary>
    public static Parsed<Condition> Parse(string text) => ConditionReader.Read(text);
}
