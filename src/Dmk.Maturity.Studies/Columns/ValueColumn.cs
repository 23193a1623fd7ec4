namespace Dmk.Maturity.Studies;

/// <summary>Scores or answers as numbers, one per respondent; NaN is missing. What was added comes back bit for bit.</summary>
/// <remarks>While few distinct values occur, each row holds the code of its value, in one byte or two; where a list of values would
/// take more than it saves, the rows hold the values themselves.</remarks>
internal sealed class ValueColumn
{
    /// <summary>A list of fewer values is kept however few the rows are.</summary>
    private const int FewValues = 4096;

    /// <summary>A value in the list takes some 20 bytes with its place, and saves 6 in each of its rows.</summary>
    private const int LeastRowsPerValue = 3;

    private GrowingRows<double> _raw;

    public int Count => Codes?.Count ?? _raw.Count;

    /// <summary>Bytes per row: 1 or 2 with codes, 8 without.</summary>
    public int Width => Codes?.Width ?? sizeof(double);

    /// <summary>The values by their codes, that of missing first; null where rows hold the values themselves.</summary>
    public ValueCodes? Values { get; private set; } = new();

    /// <summary>Null where rows hold the values themselves.</summary>
    public CodeColumn? Codes { get; private set; } = new();

    public double this[int row] => Codes is null ? _raw[row] : Values!.All[Codes[row]];

    public void Add(double value)
    {
        if (Codes is null)
        {
            _raw.Add(value);
            return;
        }

        var code = Values!.Of(value);
        if (code < 0 || (Values.Count > FewValues && Values.Count > Count / LeastRowsPerValue))
        {
            Uncode();
            _raw.Add(value);
            return;
        }

        Codes.Add(code);
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write(Codes is not null);
        if (Codes is null)
        {
            KeptRows.Write(writer, _raw.All);
            return;
        }

        KeptRows.Write(writer, Values!.All);
        Codes.Write(writer);
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It was something else.</exception>
    public static ValueColumn Read(BinaryReader reader)
    {
        if (!reader.ReadBoolean())
        {
            return new()
            {
                _raw = new(KeptRows.Read<double>(reader)),
                Codes = null,
                Values = null,
            };
        }

        var values = ValueCodes.Of(KeptRows.Read<double>(reader));
        return new() { Values = values, Codes = CodeColumn.Read(reader, values.Count + 1) };
    }

    /// <summary>Fills the values from a row on.</summary>
    public void Read(int from, Span<double> values)
    {
        if (Codes is null)
        {
            _raw.All.Slice(from, values.Length).CopyTo(values);
            return;
        }

        Codes.Map(from, Values!.All, values);
    }

    private void Uncode()
    {
        for (var row = 0; row < Codes!.Count; row++)
        {
            _raw.Add(Values!.All[Codes[row]]);
        }

        (Codes, Values) = (null, null);
    }
}
