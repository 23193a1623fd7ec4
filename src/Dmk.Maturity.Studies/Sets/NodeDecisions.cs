using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Decides which figures readers other than operators see.</summary>
/// <remarks>A figure is withheld where it, or its difference to that of its parent, tells of fewer than the minimum of companies, where it
/// would give such a figure away by subtraction, and where a node and all its parts together would tell of few, see
/// <see cref="PartPatterns"/>. What is withheld of a node is withheld of its parts. A table in which most
/// figures of a node would be withheld shows none of it: the few that are left would take the margins with them.</remarks>
public sealed class NodeDecisions
{
    private readonly NodeFamily _family;
    private readonly EntryOrder _order;
    private readonly TableSets[] _tables;
    private readonly StudyDesign _design;
    private readonly string[][] _keys;
    private readonly IReadOnlyList<string?>[][] _codes;

    /// <summary>Per table, cell and other table: the cell in which it lies, as far as the other is coarser.</summary>
    private readonly int[][][] _within;
    private readonly Dictionary<string, CellStatus>[][] _withheld;

    /// <summary>Depth of nodes that are shown.</summary>
    private int Deepest { get; init; }

    /// <summary>Per node the cells in which it is withheld because it and its siblings would tell of few.</summary>
    private readonly HashSet<(int Table, int Cell)>[] _taken;

    /// <summary>What other models of the study close; null where the models are decided together.</summary>
    private NodesBeside? Beside { get; init; }

    private NodeDecisions(StudyDesign design, NodeFamily family, EntryOrder order, TableSets[] tables, StandingIn standing)
    {
        (_design, _family, _order, _tables) = (design, family, order, tables);
        _within = [.. tables.Select(table => table.Cells.Select(standing.Cells).ToArray())];
        _keys = [.. tables.Select((table, place) => table.Cells.Select(cell => ShownKey.Of(order.Tables[place], cell)).ToArray())];
        _codes =
        [
            .. tables.Select((table, place) => table.Cells.Select(cell => CellCodes.Of(design, order.Tables[place], cell)).ToArray()),
        ];
        _taken = [.. Enumerable.Range(0, family.Count).Select(_ => new HashSet<(int, int)>())];
        _withheld =
        [
            .. Enumerable
                .Range(0, family.Count)
                .Select(_ => tables.Select(_ => new Dictionary<string, CellStatus>(StringComparer.Ordinal)).ToArray()),
        ];
    }

    /// <param name="groups">All companies that have answered, with their histories in the state.</param>
    /// <param name="before">Of the state before; null without one. What was withheld stays so: otherwise what is shown later could be
    /// taken from what was shown then.</param>
    /// <param name="firstWhole">The first state that shows nodes below the dimensions; 0 while none does.</param>
    public static ShownDecisions Of(
        StudyDesign design,
        NodeFamily family,
        IReadOnlyList<CompanyGroup> groups,
        ShownDecisions? before,
        int firstWhole
    ) => Of(design, family, groups, before, firstWhole, null);

    /// <inheritdoc cref="Of(StudyDesign, NodeFamily, IReadOnlyList{CompanyGroup}, ShownDecisions, int)"/>
    /// <param name="beside">What follows for these nodes from models that are shown already; null where there are none.</param>
    internal static ShownDecisions Of(
        StudyDesign design,
        NodeFamily family,
        IReadOnlyList<CompanyGroup> groups,
        ShownDecisions? before,
        int firstWhole,
        NodesBeside? beside
    )
    {
        var order = new EntryOrder(design);
        var standing = new StandingIn(order, design.Confidentiality);
        var companies = AlikeTally.Of(family, groups);
        var cells = Array.ConvertAll(companies, one => standing.Cells(one.Example.Cell));
        var stays = Array.ConvertAll(companies, one => standing.Stays(one.Example.Stratum, one.Example.Cell));
        var tables = new TableSets[order.Tables.Count];
        _ = Parallel.For(
            0,
            tables.Length,
            table =>
                tables[table] = TableSets.Of(
                    table,
                    order.Finer[table],
                    firstWhole,
                    family,
                    companies,
                    Array.ConvertAll(cells, one => one[table]),
                    Array.ConvertAll(stays, one => one[table]),
                    standing.CellsOf(table)
                )
        );
        var decisions = new NodeDecisions(design, family, order, tables, standing)
        {
            Deepest = firstWhole > 0 ? int.MaxValue : NodeFamily.Headline,
            Beside = beside,
        };
        decisions.TakeBeside();
        decisions.Decide();
        if (before is not null)
        {
            decisions.KeepWithheld(before);
        }

        return new(
            decisions._withheld,
            [.. Enumerable.Range(0, tables.Length).Select(table => NotYet(table, order, companies))],
            groups.Sum(group => group.Count),
            [.. tables.Select(table => table.Companies)],
            firstWhole > 0 ? family.Depths.Max() : NodeFamily.Headline
        )
        {
            FirstWhole = firstWhole,
            PerPerson = before?.PerPerson,
        };
    }

    private void TakeBeside()
    {
        for (var node = 0; Beside is { } beside && node < _family.Count; node++)
        {
            foreach (var (table, keys) in _keys.Index())
            {
                _taken[node]
                    .UnionWith(
                        keys.Index().Where(cell => beside.Taken[node].Contains((table, cell.Item))).Select(cell => (table, cell.Index))
                    );
            }
        }
    }

    private void KeepWithheld(ShownDecisions before)
    {
        for (var node = 0; node < _family.Count; node++)
        {
            for (var table = 0; table < _tables.Length; table++)
            {
                foreach (var (key, status) in before.Nodes[node][table])
                {
                    _ = _withheld[node][table].TryAdd(key, status);
                }
            }
        }
    }

    private static HashSet<string> NotYet(int table, EntryOrder order, AlikeTally[] companies)
    {
        var by = order.Tables[table];
        var keys = companies.Select(one => ShownKey.Of(by, one.Example.Cell)).ToHashSet(StringComparer.Ordinal);
        keys.ExceptWith(
            companies.Where(one => one.Example.History[table] != Admission.Never).Select(one => ShownKey.Of(by, one.Example.Cell))
        );
        return keys;
    }

    private void Decide()
    {
        // A node looks at its parent, and at nothing else that is being decided.
        var nodes = Enumerable.Range(0, _family.Count).Where(node => _family.Depths[node] <= Deepest);
        foreach (var depth in nodes.GroupBy(node => _family.Depths[node]).OrderBy(depth => depth.Key))
        {
            _ = Parallel.ForEach(
                depth,
                node =>
                {
                    TakeWhereFinerCellsTell(node);
                    Decide(node);
                    Take(node);
                }
            );
        }

        foreach (var twins in _family.Twins)
        {
            foreach (var node in twins)
            {
                WithholdLike(node, twins);
            }
        }
    }

    private void WithholdLike(int node, IReadOnlyList<int> twins)
    {
        foreach (var twin in twins.Where(twin => twin != node))
        {
            for (var table = 0; table < _tables.Length; table++)
            {
                foreach (var key in _withheld[twin][table].Keys)
                {
                    _ = _withheld[node][table].TryAdd(key, CellStatus.ProtectsAnother);
                }
            }
        }
    }

    /// <summary>Where a node and its parts would tell of few, more of its parts are withheld.</summary>
    private void Take(int node)
    {
        var parts = _family.Parts[node];
        for (var table = 0; parts.Count > 0 && table < _tables.Length; table++)
        {
            for (var cell = 0; cell < _keys[table].Length; cell++)
            {
                foreach (
                    var place in _tables[table]
                        .Patterns(cell, node)
                        .SelectMany(kind => kind.ToTake(_design.Confidentiality.MinimumRespondents))
                )
                {
                    _ = _taken[parts[place]].Add((table, cell));
                }
            }
        }
    }

    /// <summary>Those who lack a node have its parent made from the other parts alone. So from what the total tells of them the parent's
    /// figures of finer cells can be taken away, and those are left who have the node there or lack it elsewhere: in each cell the smaller
    /// group, if an attacker chooses well.</summary>
    private void TakeWhereFinerCellsTell(int node)
    {
        if (_family.Parents[node] < 0)
        {
            return;
        }

        for (var table = 0; table < _tables.Length; table++)
        {
            foreach (var finer in _order.Finer[table].Where(finer => finer != table))
            {
                var left = new long[_keys[table].Length];
                for (var cell = 0; cell < _keys[finer].Length; cell++)
                {
                    left[_within[finer][cell][table]] += Math.Min(
                        _tables[finer].Respondents(cell, node),
                        _tables[finer].Lacking(cell, node)
                    );
                }

                foreach (var (cell, companies) in left.Index())
                {
                    if (companies > 0 && companies < _design.Confidentiality.MinimumRespondents)
                    {
                        _ = _taken[node].Add((table, cell));
                    }
                }
            }
        }
    }

    private void Decide(int node)
    {
        var open = new List<(int Table, int Cell)>();
        for (var table = 0; table < _tables.Length; table++)
        {
            int[] cells = [.. Enumerable.Range(0, _keys[table].Length).Where(cell => _tables[table].Respondents(cell, node) > 0)];
            var withheld = cells.Count(cell => IsSensitive(table, cell, node) || IsClosed(table, cell, node));
            if (table == 0 && withheld > 0)
            {
                WithholdAll(node);
                return;
            }

            if (2 * withheld > cells.Length)
            {
                WithholdTable(node, table);
            }
            else
            {
                open.AddRange(cells.Select(cell => (table, cell)));
            }
        }

        if (open.Exists(at => IsSensitive(at.Table, at.Cell, node) || IsClosed(at.Table, at.Cell, node)))
        {
            Suppress(node, open);
        }
    }

    private void Suppress(int node, List<(int Table, int Cell)> open)
    {
        var suppression = new Suppression(
            [.. open.Select(at => SetOf(at.Table, at.Cell, node))],
            _design.Confidentiality.MinimumRespondents
        );
        if (suppression.Fails)
        {
            WithholdAll(node);
            return;
        }

        foreach (var (place, at) in open.Index().Where(one => suppression.IsWithheld(one.Index)))
        {
            Withhold(node, at.Table, at.Cell);
        }
    }

    private SetCell SetOf(int table, int cell, int node) =>
        new(_codes[table][cell], _tables[table].Respondents(cell, node))
        {
            Guard = _taken[node].Contains((table, cell)) ? 1 : _tables[table].Guard(cell, node),
            IsClosed = IsClosed(table, cell, node),
            IsOpen = FollowsFromOthers(table, cell, node),
        };

    private bool IsSensitive(int table, int cell, int node) =>
        _tables[table].Guard(cell, node) < _design.Confidentiality.MinimumRespondents || _taken[node].Contains((table, cell));

    /// <summary>Whether its parent is withheld there, or what belongs together with it in another model.</summary>
    private bool IsClosed(int table, int cell, int node) =>
        (_family.Parents[node] is >= 0 and var parent && _withheld[parent][table].ContainsKey(_keys[table][cell]))
        || Beside?.Closed[node].Contains((table, _keys[table][cell])) == true;

    /// <summary>Where everybody has all of the parent and its parts, one part is the parent less the others.</summary>
    private bool FollowsFromOthers(int table, int cell, int node) =>
        _family.Parents[node] is >= 0 and var parent && !IsClosed(table, cell, node) && !_tables[table].IsUneven(cell, parent);

    private void WithholdAll(int node)
    {
        for (var table = 0; table < _tables.Length; table++)
        {
            WithholdTable(node, table);
        }
    }

    private void WithholdTable(int node, int table)
    {
        for (var cell = 0; cell < _keys[table].Length; cell++)
        {
            if (_tables[table].Respondents(cell, node) > 0)
            {
                Withhold(node, table, cell);
            }
        }
    }

    private void Withhold(int node, int table, int cell) =>
        _withheld[node][table][_keys[table][cell]] =
            _tables[table].Respondents(cell, node) < _design.Confidentiality.MinimumRespondents
                ? CellStatus.FewRespondents
                : CellStatus.ProtectsAnother;
}
