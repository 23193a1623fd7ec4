using System.Globalization;

namespace Dmk.Maturity.Studies;

/// <summary>One column of a data file: numbers, or categories with the names that occur in it.</summary>
public abstract class DataColumn
{
    private protected DataColumn(string name) => Name = name;

    public string Name { get; }

    /// <summary>Values that are there.</summary>
    public sealed class Numbers : DataColumn
    {
        /// <summary>Squares of values times weights are computed: double precision ends near 1e308.</summary>
        private const double Largest = 1e75;

        private const double Smallest = 1e-75;

        private readonly List<double> _values = [];

        internal Numbers(string name)
            : base(name) { }

        /// <summary>Per row; NaN is missing.</summary>
        public double[] Values => field ??= [.. _values];

        private protected override string? Add(string field, long row)
        {
            var isNumber =
                double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number);
            _values.Add(isNumber ? number : double.NaN);
            return isNumber
                ? OutOfRange(field, number, row)
                : $"Row {row}, column {Name}: '{Shown(field)}' is no number. {MisspeltNumber.Advice(field) ?? MisspeltNumber.Point}";
        }

        private protected override void AddMissing() => _values.Add(double.NaN);

        private string? OutOfRange(string field, double number, long row) =>
            Math.Abs(number) switch
            {
                > Largest =>
                    $"Row {row}, column {Name}: {Shown(field)} is above 1E75, and its square could not be computed. Write the column "
                        + "in a larger unit.",
                > 0 and < Smallest =>
                    $"Row {row}, column {Name}: {Shown(field)} is so near to 0 (below 1E-75) that its square would be lost. "
                        + "Write 0, or the column in a smaller unit.",
                _ => null,
            };
    }

    /// <summary>Values that are names.</summary>
    public sealed class Categories : DataColumn
    {
        private readonly List<int> _codes = [];
        private readonly List<string> _names = [];

        /// <summary>As numbers; per name.</summary>
        private readonly List<bool> _areMeant = [];
        private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
        private long _rows;
        private long _numbers;
        private (long Row, string Value)? _word;

        internal Categories(string name)
            : base(name) { }

        /// <summary>Per row: the place of its name; -1 is missing.</summary>
        public int[] Codes => field ??= [.. _codes];

        /// <summary>Of a row; null is missing.</summary>
        public string? NameOf(int row) => _codes[row] < 0 ? null : _names[_codes[row]];

        /// <summary>In the order in which they occur first.</summary>
        public IReadOnlyList<string> Names => _names;

        /// <summary>The first row whose value is no number, where most of them are or are meant as numbers. Null where names are.</summary>
        internal (long Row, string Value)? Stray => 2 * _numbers > _rows ? _word : null;

        private protected override string? Add(string field, long row)
        {
            if (!_places.TryGetValue(field, out var place))
            {
                _places.Add(field, place = _names.Count);
                _names.Add(field);
                var isNumber = double.TryParse(field, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
                _areMeant.Add(isNumber || MisspeltNumber.Advice(field) is not null);
                _word ??= isNumber ? null : (row, field);
            }

            _codes.Add(place);
            _rows++;
            _numbers += _areMeant[place] ? 1 : 0;
            return null;
        }

        private protected override void AddMissing() => _codes.Add(-1);
    }

    /// <param name="row">Counted as a spreadsheet does: the header is row 1.</param>
    /// <returns>What is wrong with the field, which is missing then; null for nothing.</returns>
    internal string? Read(string field, long row)
    {
        if (field.Length > 0 && field != "NA")
        {
            return Add(field, row);
        }

        AddMissing();
        return null;
    }

    /// <returns>What is wrong with the field; null for nothing.</returns>
    private protected abstract string? Add(string field, long row);

    private protected abstract void AddMissing();

    private static string Shown(string field) => field.Length <= 40 ? field : $"{field[..40]}…";
}
