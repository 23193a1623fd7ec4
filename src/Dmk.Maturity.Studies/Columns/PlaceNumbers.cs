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
    public CodeColumn Rows { get; private init; } = new();

    public int Count => Rows.Count;

    public T this[int row] => _things[Rows[row]];

    public void Write(BinaryWriter writer, Action<BinaryWriter, T> write)
    {
        KeptRows.Write<int>(writer, [.. _counts]);
        _things.ForEach(thing => write(writer, thing));
        Rows.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It was something else.</exception>
    public static PlaceNumbers<T> Read(BinaryReader reader, Func<BinaryReader, T> read)
    {
        var counts = KeptRows.Read<int>(reader);
        T[] things = [.. counts.Select(_ => read(reader))];
        var numbers = new PlaceNumbers<T> { Rows = CodeColumn.Read(reader, things.Length) };
        numbers._things.AddRange(things);
        numbers._counts.AddRange(counts);
        foreach (var (number, thing) in things.Index())
        {
            numbers._numbers.Add(thing, number);
        }

        return numbers;
    }

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
