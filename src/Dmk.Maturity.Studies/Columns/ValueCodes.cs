namespace Dmk.Maturity.Studies;

/// <summary>The distinct values of a column in the order in which they came, each with its code from 1 on; 0 is missing.</summary>
/// <remarks>Values are told apart by their bits. A table of open places finds them; it is never more than half full.</remarks>
internal sealed class ValueCodes
{
    /// <summary>As many as two bytes tell apart, with the code for missing.</summary>
    public const int Most = ushort.MaxValue;

    public const int Missing = 0;

    private GrowingRows<double> _values;
    private ushort[] _places = new ushort[16];

    public ValueCodes() => _values.Add(double.NaN);

    /// <param name="all">As in <see cref="All"/>.</param>
    /// <exception cref="InvalidDataException">They are not.</exception>
    public static ValueCodes Of(ReadOnlySpan<double> all)
    {
        var codes = new ValueCodes();
        for (var code = 0; code < all.Length; code++)
        {
            if (codes.Of(all[code]) != code)
            {
                throw new InvalidDataException("Values do not stand once each.");
            }
        }

        return all.Length > 0 ? codes : throw new InvalidDataException("There is no missing value.");
    }

    /// <summary>By code; the first is NaN.</summary>
    public ReadOnlySpan<double> All => _values.All;

    /// <summary>How many there are but for missing.</summary>
    public int Count => _values.Count - 1;

    /// <returns>The code, given to the value if it is new; negative when there are no more.</returns>
    public int Of(double value)
    {
        if (double.IsNaN(value))
        {
            return Missing;
        }

        var place = PlaceOf(value);
        if (_places[place] != 0)
        {
            return _places[place];
        }

        if (Count == Most)
        {
            return -1;
        }

        _values.Add(value);
        _places[place] = (ushort)Count;
        var code = Count;
        if (2 * Count >= _places.Length)
        {
            Grow();
        }

        return code;
    }

    private int PlaceOf(double value)
    {
        var bits = BitConverter.DoubleToUInt64Bits(value);
        var mask = _places.Length - 1;

        // Fibonacci hashing (Knuth, The Art of Computer Programming, volume 3, 6.4).
        var place = (int)((bits * 11400714819323198485UL) >> 40) & mask;
        while (_places[place] is var code && code != 0 && BitConverter.DoubleToUInt64Bits(_values[code]) != bits)
        {
            place = (place + 1) & mask;
        }

        return place;
    }

    private void Grow()
    {
        _places = new ushort[2 * _places.Length];
        for (var code = 1; code <= Count; code++)
        {
            _places[PlaceOf(_values[code])] = (ushort)code;
        }
    }
}
