namespace Dmk.Maturity.Studies;

/// <summary>One kept answer of every company: numbers, or codes in the order in which they first came.</summary>
internal sealed class KeptColumn
{
    private readonly List<string> _codes = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>The numbers, or the places of the codes; NaN is missing.</summary>
    public ValueColumn Values { get; private init; } = new();

    /// <summary>Those that have come so far; none for numbers.</summary>
    public IReadOnlyList<string> Codes => _codes;

    public KeptValue this[int row] => Of(Values[row]);

    /// <summary>What a number of <see cref="Values"/> stands for.</summary>
    public KeptValue Of(double value) =>
        _codes.Count > 0 && !double.IsNaN(value) ? new(_codes[(int)value], double.NaN) : KeptValue.Of(value);

    public void Write(BinaryWriter writer)
    {
        writer.Write(_codes.Count);
        _codes.ForEach(writer.Write);
        Values.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It was something else.</exception>
    public static KeptColumn Read(BinaryReader reader)
    {
        var codes = new string[reader.ReadInt32()];
        for (var place = 0; place < codes.Length; place++)
        {
            codes[place] = reader.ReadString();
        }

        var column = new KeptColumn { Values = ValueColumn.Read(reader) };
        column._codes.AddRange(codes);
        foreach (var (place, code) in codes.Index())
        {
            column._places.Add(code, place);
        }

        return column;
    }

    public void Add(KeptValue value)
    {
        if (value.Code is not { } code)
        {
            Values.Add(value.Number);
            return;
        }

        if (!_places.TryGetValue(code, out var place))
        {
            _places.Add(code, place = _codes.Count);
            _codes.Add(code);
        }

        Values.Add(place);
    }
}
