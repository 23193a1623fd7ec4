namespace Dmk.Maturity.Questionnaires;

/// <summary>What a name in an expression stands for.</summary>
internal abstract record Named
{
    private Named()
    {
    }

    /// <summary>A variable or computed value. A computed truth is kept as the number 1 or 0.</summary>
    public sealed record Slot(int Index, ExpressionKind Kind, IReadOnlyList<Option> Options) : Named;

    /// <summary>A grid or sum group: all its parts.</summary>
    public sealed record Parts(IReadOnlyList<Slot> Slots) : Named;

    /// <summary>A computed value that depends on itself.</summary>
    public sealed record Cyclic : Named;

    /// <summary>A name whose own definition is broken; its problem has been reported there.</summary>
    public sealed record Broken : Named;
}

/// <summary>The names that expressions of one questionnaire can use.</summary>
internal sealed class Names
{
    private readonly Dictionary<string, Func<Named>> _byId = new(StringComparer.Ordinal);

    public IEnumerable<string> All => _byId.Keys;

    public Named? Find(string id) => _byId.GetValueOrDefault(id)?.Invoke();

    /// <returns>False when the name is taken.</returns>
    public bool Add(string id, Named named) => _byId.TryAdd(id, () => named);

    /// <summary>A computed value's kind is known only when it is typed, which may need other computed values first.</summary>
    public bool Add(string id, Func<Named> find) => _byId.TryAdd(id, find);
}
