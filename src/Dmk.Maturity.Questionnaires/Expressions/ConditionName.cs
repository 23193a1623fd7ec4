namespace Dmk.Maturity.Questionnaires;

/// <summary>What a condition is about.</summary>
public abstract record ConditionName
{
    private ConditionName() { }

    /// <summary>A question, a row, an option as in <c>question.option</c>, or a computed value.</summary>
    public sealed record Answer(string Id) : ConditionName;

    /// <summary>A node of an index model: <c>score('node')</c> or <c>score('index', 'node')</c>.</summary>
    /// <param name="Index">Null for the one that is asked for.</param>
    public sealed record Score(string? Index, string Node) : ConditionName;
}

/// <summary>What it is compared with: a code or a number; a truth is 1 or 0.</summary>
public readonly record struct ConditionValue(string? Code, decimal Number);
