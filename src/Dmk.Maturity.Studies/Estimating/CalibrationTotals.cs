using System.Globalization;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>One set of totals from a file of totals.</summary>
public abstract record CalibrationTotals
{
    /// <summary>The number of all units, as R calls it.</summary>
    public const string Units = "(Intercept)";

    private const string Total = "total";
    private const int MostNamed = 20;

    /// <summary>By so large a share may sums of margins differ, for rounding.</summary>
    private const double SameSum = 1e-6;

    private CalibrationTotals() { }

    internal abstract IEnumerable<WantedColumn> Columns { get; }

    /// <summary>Units by the combinations of categories.</summary>
    /// <param name="Variables">The columns.</param>
    /// <param name="Totals">Per combination.</param>
    public sealed record Margin(IReadOnlyList<string> Variables, IReadOnlyList<(IReadOnlyList<string> Codes, double Total)> Totals)
        : CalibrationTotals
    {
        /// <summary>Whether every unit must be in one of the combinations.</summary>
        public bool IsWhole { get; init; }

        /// <summary>The file that says so, as in messages.</summary>
        public string File { get; init; } = "";

        internal override IEnumerable<WantedColumn> Columns => Variables.Select(name => new WantedColumn(name, ColumnContent.Names));

        /// <inheritdoc/>
        internal override CalibrationTerm Term(DataFile data)
        {
            var columns = Variables.Select(data.Categories).ToArray();
            var places = Totals.Index().ToDictionary(one => Key(one.Item.Codes), one => one.Index, StringComparer.Ordinal);
            var codes = new int[data.Rows];
            for (var row = 0; row < data.Rows; row++)
            {
                var at = row;
                if (!IsWhole && Array.Find(columns, column => column.Codes[at] < 0) is { } empty)
                {
                    // As for a sum: to be in no category is not to be known in none.
                    throw new DataException($"Row {row + 2} has no {empty.Name}, to whose totals weights are to be calibrated.");
                }

                string[] names = [.. columns.Select(column => column.Codes[at] < 0 ? "" : column.Names[column.Codes[at]])];
                codes[row] = places.GetValueOrDefault(Key(names), -1);
                if (IsWhole && codes[row] < 0)
                {
                    var (has, known) = (
                        string.Join(", ", Variables.Zip(names, (name, code) => $"{name} '{code}'")),
                        string.Join(", ", Totals.Take(MostNamed).Select(one => string.Join('|', one.Codes)))
                    );
                    throw new DataException($"Row {row + 2} has {has}, and the margin has no total for it. There are: {known}.");
                }
            }

            CheckZeros(codes);
            return new CalibrationTerm.Categories(
                string.Join('|', Variables),
                codes,
                [.. Totals.Select(one => string.Join('|', one.Codes))],
                [.. Totals.Select(one => one.Total)]
            );
        }

        /// <summary>Rows with a weight of 0 would speak for nobody, and their estimates would mean nothing.</summary>
        private void CheckZeros(int[] codes)
        {
            string[] faults =
            [
                .. from total in Totals.Index()
                where total.Item.Total == 0
                let rows = codes.Count(code => code == total.Index)
                where rows > 0
                select $"The total of {string.Join('|', Variables)} '{string.Join('|', total.Item.Codes)}' is 0, and "
                    + $"{rows} {(rows == 1 ? "row is" : "rows are")} in it. Correct the total, or leave these rows out of the file.",
            ];
            if (faults.Length > 0)
            {
                throw new DataException(string.Join(Environment.NewLine, faults));
            }
        }

        private static string Key(IEnumerable<string> codes) => string.Join('\u001f', codes);
    }

    /// <summary>The sum of a column of numbers.</summary>
    /// <param name="Variable">The column, or <see cref="Units"/>.</param>
    public sealed record Sum(string Variable, double Wanted) : CalibrationTotals
    {
        internal override IEnumerable<WantedColumn> Columns => [new(Variable, ColumnContent.Numbers)];

        internal override CalibrationTerm Term(DataFile data)
        {
            var values = Variable == Units ? Ones(data.Rows) : data.Numbers(Variable);
            var missing = Array.FindIndex(values, double.IsNaN);
            return missing < 0
                ? new CalibrationTerm.Sum(Variable, values, Wanted)
                : throw new DataException($"Row {missing + 2} has no {Variable}, to whose total weights are to be calibrated.");
        }

        private static double[] Ones(int rows)
        {
            var ones = new double[rows];
            Array.Fill(ones, 1);
            return ones;
        }
    }

    /// <summary>A file with one column for each variable of the margin, and one called total.</summary>
    /// <exception cref="DataException">No such file.</exception>
    public static Margin ReadMargin(Func<Stream> open, string name)
    {
        var header = HeaderOf(open, name);
        string[] variables = [.. header.Where(column => column != Total)];
        if (variables.Length == 0 || variables.Length == header.Count)
        {
            throw new DataException($"{name}: a margin has a column for each of its variables, and one called {Total}.");
        }

        var rows = Rows(open, name, [.. variables.Select(column => new WantedColumn(column, ColumnContent.Names))]);
        return new(variables, Counts([.. rows], name)) { IsWhole = true, File = name };
    }

    /// <summary>Margins of the same units have the same sum.</summary>
    /// <exception cref="DataException">They differ by more than rounding does.</exception>
    internal static void Agree(IEnumerable<CalibrationTotals> totals)
    {
        var sums = totals
            .OfType<Margin>()
            .Where(one => one.IsWhole)
            .Select(one => (one, Sum: one.Totals.Sum(total => total.Total)))
            .ToArray();
        var other = Array.FindIndex(sums, one => Math.Abs(one.Sum - sums[0].Sum) > SameSum * Math.Abs(sums[0].Sum));
        if (other >= 0)
        {
            throw new DataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The margins count different numbers of units: the totals of {sums[0].one.File} add up to {sums[0].Sum}, those of "
                        + $"{sums[other].one.File} to {sums[other].Sum}. No weights can meet both; correct one of them."
                )
            );
        }
    }

    /// <summary>A file with the columns variable, category and total; the category is empty for a sum.</summary>
    /// <exception cref="DataException">No such file.</exception>
    public static IReadOnlyList<CalibrationTotals> ReadTotals(Func<Stream> open, string name)
    {
        var rows = Rows(open, name, [new("variable", ColumnContent.Names), new("category", ColumnContent.Names)]).ToArray();
        return
        [
            .. rows.GroupBy(row => row.Codes[0])
                .Select(variable =>
                    variable.All(row => row.Codes[1].Length == 0)
                        ? (CalibrationTotals)new Sum(variable.Key, Distinct([.. variable], name)[0].Total)
                        : new Margin(
                            [variable.Key],
                            Counts([.. variable.Select(row => ((IReadOnlyList<string>)[row.Codes[1]], row.Total))], name)
                        )
                ),
        ];
    }

    /// <exception cref="DataException">A unit that no total covers, or one without a value.</exception>
    internal abstract CalibrationTerm Term(DataFile data);

    private static IReadOnlyList<string> HeaderOf(Func<Stream> open, string name)
    {
        using var stream = open();
        var separator = DataFile.SeparatorOf(stream);
        using var reader = new StreamReader(stream);
        return reader.ReadLine() is { } line
            ? [.. line.Split(separator).Select(column => column.Trim().Trim('"'))]
            : throw new DataException($"{name} is empty.");
    }

    private static IEnumerable<(IReadOnlyList<string> Codes, double Total)> Rows(
        Func<Stream> open,
        string name,
        IReadOnlyList<WantedColumn> columns
    )
    {
        var data = DataFile.Read(open, name, [.. columns, new(Total, ColumnContent.Numbers)], new Progress<long>(), CancellationToken.None);
        var totals = data.Numbers(Total);
        for (var row = 0; row < data.Rows; row++)
        {
            var at = row;
            string[] codes =
            [
                .. columns.Select(column => data.Categories(column.Name)).Select(one => one.Codes[at] < 0 ? "" : one.Names[one.Codes[at]]),
            ];
            yield return double.IsNaN(totals[row]) ? throw new DataException($"{name}: row {row + 2} has no total.") : (codes, totals[row]);
        }
    }

    /// <exception cref="DataException">One is below 0, or stands there twice.</exception>
    private static IReadOnlyList<(IReadOnlyList<string> Codes, double Total)> Counts(
        IReadOnlyList<(IReadOnlyList<string> Codes, double Total)> totals,
        string name
    ) =>
        totals.FirstOrDefault(one => one.Total < 0) is { Codes: { } codes } below
            ? throw new DataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{name} has the total {below.Total} for '{string.Join('|', codes)}'; totals are 0 or above."
                )
            )
            : Distinct(totals, name);

    private static IReadOnlyList<(IReadOnlyList<string> Codes, double Total)> Distinct(
        IReadOnlyList<(IReadOnlyList<string> Codes, double Total)> totals,
        string name
    ) =>
        totals.GroupBy(one => string.Join('|', one.Codes)).FirstOrDefault(one => one.Count() > 1) is { } twice
            ? throw new DataException(string.Create(CultureInfo.InvariantCulture, $"{name}: '{twice.Key}' has {twice.Count()} totals."))
            : totals;
}
