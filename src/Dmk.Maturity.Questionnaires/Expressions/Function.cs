namespace Dmk.Maturity.Questionnaires;

/// <summary>A function of the expression language. What it takes and gives is said by how it evaluates: the kinds stand in the types of
/// <see cref="OverValues"/> and <see cref="OverItems"/>.</summary>
internal sealed record Function(string Name)
{
    /// <summary>How many values it takes where they are written out.</summary>
    public ArgumentCount Takes { get; init; } = ArgumentCount.AtLeast(1);

    /// <summary>Whether a call may say <c>missing: skip</c>.</summary>
    public bool HasMissingRule { get; init; }

    /// <summary>Gives null where it has reported a problem. Null for a function over the items of a roster only.</summary>
    public Func<TypeCheck, ExpressionNode.Call, Typed?>? Values { get; init; }

    /// <summary>What to write where values are given to a function over items only.</summary>
    public string InsteadOfValues { get; init; } = "";

    /// <summary>How many values it takes over a roster, with the roster itself.</summary>
    public ArgumentCount TakesOverItems { get; init; } = ArgumentCount.Exactly(2);

    /// <summary>As <see cref="Values"/>, where the roster stands first. Null for a function that knows no rosters.</summary>
    public Func<OverItems, ExpressionNode.Call, Typed?>? Items { get; init; }

    /// <summary>Between which bounds it lies, given the bounds of its arguments.</summary>
    public Func<IReadOnlyList<NumberRange>, NumberRange> Range { get; init; } = _ => NumberRange.Any;
}
