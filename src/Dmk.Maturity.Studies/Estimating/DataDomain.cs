namespace Dmk.Maturity.Studies;

/// <summary>Rows of a data file for which there is one estimate.</summary>
internal sealed class DataDomain
{
    private const int MostNamed = 20;

    private DataDomain(IReadOnlyList<(string Column, string Value)> codes, int[] rows) => (Codes, Rows) = (codes, rows);

    public IReadOnlyList<(string Column, string Value)> Codes { get; }

    /// <summary>From 0, ascending.</summary>
    public int[] Rows { get; }

    public string Name => Codes.Count == 0 ? EstimateRequest.Everything : string.Join('|', Codes.Select(one => one.Value));

    /// <summary>By its codes, parted by bars or, as R does, by points.</summary>
    public bool IsCalled(string name) => Name == name || string.Join('.', Codes.Select(one => one.Value)) == name;

    /// <summary>One for each combination that occurs, in the order of the codes. A row without one of the codes is in none.</summary>
    public static IReadOnlyList<DataDomain> Of(DataFile data, IReadOnlyList<string> by, IReadOnlyList<(string Column, string Value)> where)
    {
        if (by.Count == 0)
        {
            return [Whole(data, where)];
        }

        var columns = by.Select(data.Categories).ToArray();
        var rows = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var row in Chosen(data, where))
        {
            if (Array.TrueForAll(columns, column => column.Codes[row] >= 0))
            {
                var key = string.Join('\u001f', columns.Select(column => column.Names[column.Codes[row]]));
                (rows.TryGetValue(key, out var own) ? own : rows[key] = []).Add(row);
            }
        }

        return
        [
            .. rows.OrderBy(one => one.Key, StringComparer.Ordinal)
                .Select(one => new DataDomain([.. by.Zip(one.Key.Split('\u001f'))], [.. one.Value])),
        ];
    }

    /// <summary>In the order of the codes, with those of another wave that are not in this one, without any row.</summary>
    public static IReadOnlyList<DataDomain> With(IReadOnlyList<DataDomain> own, IReadOnlyList<DataDomain> others) =>
        [
            .. own.Concat(others.ExceptBy(own.Select(one => one.Key), one => one.Key).Select(one => new DataDomain(one.Codes, [])))
                .OrderBy(one => one.Key, StringComparer.Ordinal),
        ];

    private string Key => string.Join('\u001f', Codes.Select(one => one.Value));

    public static DataDomain Whole(DataFile data, IReadOnlyList<(string Column, string Value)> where) => new([], [.. Chosen(data, where)]);

    private static IEnumerable<int> Chosen(DataFile data, IReadOnlyList<(string Column, string Value)> where)
    {
        var wanted = where.Select(one => (Column: data.Categories(one.Column), one.Value)).ToArray();
        if (Array.Find(wanted, one => !one.Column.Names.Contains(one.Value)) is { Column: { } column } unknown)
        {
            var known = string.Join(", ", column.Names.Order(StringComparer.Ordinal).Take(MostNamed));
            throw new DataException($"No row has {column.Name}={unknown.Value}. There are: {known}.");
        }

        var places = wanted.Select(one => (one.Column.Codes, Place: one.Column.Names.ToList().IndexOf(one.Value))).ToArray();
        return Enumerable.Range(0, data.Rows).Where(row => Array.TrueForAll(places, one => one.Codes[row] == one.Place));
    }
}
