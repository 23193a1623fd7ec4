namespace Dmk.Maturity.Studies;

/// <summary>Things of which few distinct ones occur, one per row: each row holds the number of its thing, in the order in which they first
/// came.</summary>
internal sealed class PlaceNumbers<T>
    where T : notnull
{
    private readonly List<T> _things = [];
    private readonly Dictionary<T, int> _numbers = [];
    private readonly List<int> _counts = [];

    /// <summary>By number.</summary>
    public IReadOnlyList<T> Things => _things;

    /// <summary>By number: in how many rows it stands.</summary>
    public IReadOnlyList<int> Counts => _counts;

    /// <summary>The number of each row.</summary>
    public CodeColumn Rows { get; } = new();

    public int Count => Rows.Count;

    public T this[int row] => _things[Rows[row]];

    public void Add(T thing)
    {
        if (!_numbers.TryGetValue(thing, out var number))
        {
            _numbers.Add(thing, number = _things.Count);
            _things.Add(thing);
            _counts.Add(0);
        }

        _counts[number]++;
        Rows.Add(number);
    }
}
