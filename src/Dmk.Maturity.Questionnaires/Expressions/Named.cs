namespace Dmk.Maturity.Questionnaires;

/// <summary>What a name in an expression stands for.</summary>
internal abstract record Named
{
    private Named() { }

    /// <summary>A variable or computed value. A computed truth is kept as the number 1 or 0.</summary>
    public sealed record Slot(int Index, ExpressionKind Kind, IReadOnlyList<Option> Options) : Named
    {
        /// <summary>Of one item of a roster.</summary>
        public bool IsInner { get; init; }

        /// <summary>The reasons for not answering that its question offers; null where it is no answer to a question.</summary>
        public IReadOnlyList<MissingReason>? Reasons { get; init; }

        /// <summary>Whose codes it holds, where these are entries of a classification.</summary>
        public Classification? Classification { get; init; }
    }

    /// <summary>A roster.</summary>
    /// <param name="Own">Its own variable.</param>
    /// <param name="Items">The slot with its items.</param>
    /// <param name="First">The first slot of an item, while one is looked at.</param>
    /// <param name="Count">Slots of an item.</param>
    /// <param name="Inner">The names within it.</param>
    public sealed record Roster(Slot Own, int Items, int First, int Count, SlotLayout Layout, Names Inner) : Named
    {
        /// <summary>Items at most.</summary>
        public required int Maximum { get; init; }
    }

    /// <summary>A computed value within a roster: worked out wherever it is read.</summary>
    public sealed record Worked(Expression Value) : Named;

    /// <summary>A question within a roster, named outside of it.</summary>
    public sealed record OfItems(string RosterId) : Named;

    /// <summary>A grid or sum group: all its parts.</summary>
    public sealed record Parts(IReadOnlyList<Slot> Slots) : Named;

    /// <summary>A computed value that depends on itself.</summary>
    public sealed record Cyclic : Named;

    /// <summary>A name whose own definition is broken; its problem has been reported there.</summary>
    public sealed record Broken : Named;
}

/// <summary>The names that expressions of one questionnaire can use.</summary>
/// <param name="outer">Names that can be used beside these; null at the top.</param>
/// <param name="classifications">Those of the folder.</param>
internal sealed class Names(Names? outer, Classifications classifications)
{
    private readonly Dictionary<string, Func<Named>> _byId = new(StringComparer.Ordinal);
    private int _asked;

    public Classifications Classifications => classifications;

    /// <summary>The first slot of a variable within a roster; see <see cref="SlotLayout.FirstInner"/>.</summary>
    public int FirstInner { get; init; }

    private IEnumerable<string> All => outer is null ? _byId.Keys : _byId.Keys.Concat(outer.All);

    /// <returns>The name that was probably meant; null where there is none near, or where so many were asked for that nobody reads
    /// on.</returns>
    public string? Near(string id) => Root._asked++ < ProblemList.Most ? NearMiss.Of(id, All) : null;

    private Names Root => outer?.Root ?? this;

    public Named? Find(string id) => _byId.TryGetValue(id, out var find) ? find() : outer?.Find(id);

    /// <returns>False when the name is taken.</returns>
    public bool Add(string id, Named named) => _byId.TryAdd(id, () => named);

    /// <summary>A computed value's kind is known only when it is typed, which may need other computed values first.</summary>
    public bool Add(string id, Func<Named> find) => _byId.TryAdd(id, find);
}
