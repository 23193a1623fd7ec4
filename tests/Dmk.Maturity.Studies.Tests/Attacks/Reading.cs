namespace Dmk.Maturity.Studies.Tests;

/// <summary>Everything that a reader has read of a study, each number as closely as it is given.</summary>
internal sealed class Reading
{
    private readonly Dictionary<(int Node, string Table, string Key), ReadFigure> _figures = [];
    private readonly Dictionary<(string Table, string Key), AttackedCompany[]> _companies = [];

    /// <summary>Each as its variables, and the keys of its cells.</summary>
    public IReadOnlyList<(string[] By, IReadOnlyList<string> Keys)> Tables { get; private init; } = [];

    public int Nodes { get; private init; }

    public IReadOnlyList<TableBasis> Bases { get; private init; } = [];

    public ReadFigure this[int node, string[] by, string key] => _figures[(node, string.Join('|', by), key)];

    /// <summary>All cells of all tables.</summary>
    public IEnumerable<(string[] By, string Key)> Cells => Tables.SelectMany(table => table.Keys, (table, key) => (table.By, key));

    /// <summary>Figures that are given for all nodes.</summary>
    public int Given => _figures.Values.Count(figure => figure.IsGiven);

    public IEnumerable<(int Node, string[] By, string Key, ReadFigure Figure)> Figures =>
        from node in Enumerable.Range(0, Nodes)
        from cell in Cells
        select (node, cell.By, cell.Key, this[node, cell.By, cell.Key]);

    /// <summary>The truth: who is behind a figure.</summary>
    public IEnumerable<AttackedCompany> Behind(int node, string[] by, string key) =>
        _companies[(string.Join('|', by), key)].Where(company => !double.IsNaN(company.Scores[node]));

    /// <param name="seen">Per company and table, whether it is in it.</param>
    /// <param name="rounded">1 where the numbers are, 0 where they are given in full.</param>
    public static Reading Of(
        IReadOnlyList<ProtectedLattice> lattices,
        IReadOnlyList<AttackedCompany> companies,
        IReadOnlyList<bool[]> seen,
        EntryOrder order,
        int rounded
    )
    {
        var design = AttackedStudy.Design;
        IReadOnlyList<ReportingVariable>[] tables =
        [
            [],
            .. design.Lattice,
        ];
        var reading = new Reading
        {
            Nodes = lattices.Count,
            Bases = [.. tables.Select(by => lattices[0].Table(by, []).Basis)],
            Tables = [.. tables.Select(by => (by.Select(variable => variable.Id).ToArray(), KeysOf(lattices[0].Table(by, []))))],
        };
        foreach (var by in tables)
        {
            var name = string.Join('|', by.Select(variable => variable.Id));
            var place = order.Tables.Index().Single(table => table.Item.SequenceEqual(by)).Index;
            foreach (var (node, lattice) in lattices.Index())
            {
                var table = lattice.Table(by, []);
                foreach (var cell in CellsOf(table))
                {
                    reading._figures.Add((node, name, KeyOf(cell)), ReadFigure.Of(cell.Figure, rounded));
                    _ = reading._companies.TryAdd(
                        (name, KeyOf(cell)),
                        [
                            .. companies.Where(
                                (company, at) =>
                                    seen[at][place] && by.Zip(cell.Codes).All(one => one.First.CodeOf(company.Cell) == one.Second)
                            ),
                        ]
                    );
                }
            }
        }

        return reading;
    }

    public Reading Without(Predicate<ReadFigure> withheld)
    {
        foreach (var (at, figure) in _figures.Where(one => one.Value.IsGiven && withheld(one.Value)).ToArray())
        {
            _figures[at] = new(CellStatus.FewRespondents);
        }

        return this;
    }

    /// <summary>A cell and the cells of a finer table that make it up.</summary>
    public IEnumerable<(string[] By, string Key, string[] Finer, string[] Parts)> Sums() =>
        from coarse in Tables
        from fine in Tables
        where fine.By.Length == coarse.By.Length + 1 && coarse.By.All(fine.By.Contains)
        from key in coarse.Keys
        let parts = fine.Keys.Where(part => key.Length == 0 || key.Split('|').All(part.Split('|').Contains)).ToArray()
        where parts.Length > 0
        select (coarse.By, key, fine.By, parts);

    private static IReadOnlyList<string> KeysOf(IndexTable table) => [.. CellsOf(table).Select(KeyOf)];

    private static IEnumerable<IndexCell> CellsOf(IndexTable table) => table.By.Count == 0 ? [table.Total] : table.Cells;

    private static string KeyOf(IndexCell cell) => string.Join('|', cell.Codes);
}
