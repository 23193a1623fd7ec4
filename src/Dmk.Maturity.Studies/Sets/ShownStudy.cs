using System.Collections.Concurrent;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>What readers other than operators see of a study under one index model: every table from the companies that have entered it,
/// past the gate. Immutable.</summary>
public sealed class ShownStudy
{
    private readonly StudyDesign _design;
    private readonly NodeFamily _family;
    private readonly int _place;
    private readonly EntryOrder _order;
    private readonly ShownDecisions _decisions;
    private readonly WeightedStudy[] _weighted;

    /// <summary>The table whose companies count in figures per person, see <see cref="PersonDecisions.TableOf"/>.</summary>
    private readonly int _tableOfPersons;
    private readonly ConcurrentDictionary<int, Lazy<ProtectedFigures>> _figures = new();

    /// <summary>Per node in which cells its shares at levels are withheld: the same for all levels.</summary>
    private readonly ConcurrentDictionary<int, Lazy<CellStatus?[]>> _shares = new();

    /// <summary>The same companies under models that were shown before; empty where the models are shown together.</summary>
    private IReadOnlyList<ShownStudy> Older { get; init; } = [];

    /// <summary>Per table of the companies that had entered it when all was shown for the first time.</summary>
    private readonly Lazy<WeightedStudy[]> _whole;

    private ShownStudy(
        StudyDesign design,
        NodeFamily family,
        int place,
        EntryOrder order,
        ShownDecisions decisions,
        WeightedStudy[] weighted,
        Lazy<WeightedStudy[]> whole,
        int tableOfPersons
    ) =>
        (_design, _family, _place, _order, _decisions, _weighted, _whole, _tableOfPersons) = (
            design,
            family,
            place,
            order,
            decisions,
            weighted,
            whole,
            tableOfPersons
        );

    /// <param name="kinds">Each history once.</param>
    /// <exception cref="ArgumentException">The frame is empty, or does not fit the moments.</exception>
    public static ShownStudy Of(
        StudyDesign design,
        NodeFamily family,
        int place,
        IReadOnlyList<FrameStratum> frame,
        IReadOnlyList<ShownKind> kinds,
        ShownDecisions decisions
    )
    {
        var order = new EntryOrder(design);
        var made = new Dictionary<string, WeightedStudy>(StringComparer.Ordinal);
        var ofPersons = PersonDecisions.TableOf(order, kinds.Select(kind => kind.History), decisions.FirstWhole);
        return new(design, family, place, order, decisions, Upto(int.MaxValue), new(() => Upto(decisions.FirstWhole)), ofPersons);

        WeightedStudy[] Upto(int state)
        {
            return [.. Enumerable.Range(0, order.Tables.Count).Select(table => Weighted(table, state))];
        }

        WeightedStudy Weighted(int table, int state)
        {
            ShownKind[] inTable = [.. kinds.Where(kind => kind.History[table] != Admission.Never && kind.History[table] <= state)];
            var key = string.Join(' ', inTable.Select(kind => string.Join(',', kind.History)));
            if (!made.TryGetValue(key, out var weighted))
            {
                var moments = StudyMoments.Of(StudyMoments.LayoutOf(family.Models[place]), inTable.Select(kind => kind.Moments));
                made.Add(key, weighted = WeightedStudy.OfPart(design, frame, moments));
            }

            return weighted;
        }
    }

    /// <summary>The same companies under a model that was added when others were shown: what they withhold because of its numbers is
    /// withheld of it, too, of the nodes that belong together.</summary>
    internal ShownStudy Beside(IReadOnlyList<ShownStudy> older) =>
        new(_design, _family, _place, _order, _decisions, _weighted, _whole, _tableOfPersons) { Older = older };

    /// <summary>The respondents behind a table, with their weights.</summary>
    internal WeightedStudy Behind(IReadOnlyList<ReportingVariable> by) =>
        _weighted[_order.Tables.ToList().FindIndex(table => table.SequenceEqual(by))];

    /// <summary>All tables for one node.</summary>
    /// <exception cref="ResultRequestException">A class has a single respondent, and the study lets no figure rest on that.</exception>
    /// <exception cref="NotPermittedException">The public sees published releases, and no figure before one.</exception>
    public ProtectedLattice Protect(IndexNode node, Audience audience)
    {
        audience.MayReadProvisional();
        return Lattice(node, NodeMeasure.OfScores, FiguresOf(node, audience).Figures);
    }

    /// <summary>All tables that the study reports.</summary>
    /// <param name="figures">Of all their cells, in order.</param>
    private ProtectedLattice Lattice(IndexNode node, NodeMeasure measure, IReadOnlyList<PublishedFigure> figures)
    {
        int[] reported = [.. Enumerable.Range(0, _order.Tables.Count).Where(IsReported)];
        return new(
            _design,
            _family.Models[_place],
            node,
            measure,
            [.. reported.Select(Table)],
            [
                .. reported.Select(at => new TableBasis(
                    (long)Rounding.ThreeDigits(_decisions.Answered),
                    _decisions.Shown[at],
                    _weighted[at].Mergers
                )),
            ],
            figures
        );
    }

    /// <summary>All tables for one node and measure. What is no mean of the scores is shown of the companies that had entered when all was
    /// shown for the first time, where each of its categories is of enough of them.</summary>
    /// <inheritdoc cref="Protect(IndexNode, Audience)"/>
    public ProtectedLattice Protect(IndexNode node, NodeMeasure measure, Audience audience)
    {
        if (measure is NodeMeasure.Mean)
        {
            return Protect(node, audience);
        }

        var model = _family.Models[_place];
        if (measure is NodeMeasure.OtherWeights tried)
        {
            return Mixed(model, tried, audience);
        }

        int[] places = [.. Enumerable.Range(0, _order.Tables.Count).Where(IsReported)];
        WeightedStudy[] studies = [.. places.Select(at => (_decisions.FirstWhole > 0 ? _whole.Value : _weighted)[at])];
        LatticeTable[] tables = [.. places.Select((at, place) => studies[place].TableBy(_order.Tables[at]))];
        var cells = tables.SelectMany(table => table.Cells).ToArray();
        var decided = measure is NodeMeasure.ShareAt ? _shares.GetOrAdd(node.Index, _ => new(Decided)).Value : Decided();
        var gate = new Gate(_design.Confidentiality, audience, measure.ScaleOf(model));
        Array.ForEach(studies, study => study.CheckLonely());
        var first = tables.Select((_, place) => tables.Take(place).Sum(table => table.Cells.Count)).ToArray();
        var answered = (long)Rounding.ThreeDigits(_decisions.Answered);
        TableBasis[] bases = [.. studies.Select(study => new TableBasis(answered, study.Respondents, study.Mergers))];
        return new(_design, model, node, measure, tables, bases, Figures);

        // Each figure passes by itself, so that a table is estimated when somebody asks for it.
        IReadOnlyList<PublishedFigure> Figures(int place)
        {
            var raw = RawCells(studies[place], tables[place], model, node, measure).ToArray();
            return gate.Protect(raw, decided.AsSpan(first[place], raw.Length).ToArray());
        }

        CellStatus?[] Decided()
        {
            var byNumbers = ByNumbers(node, audience).ToHashSet();
            return SpreadDecisions.Of(
                cells,
                [.. tables.SelectMany((table, place) => Categories(studies[place], table, measure, model, node))],
                [
                    .. tables.SelectMany(
                        (table, place) => table.Cells.Select(cell => Closed(byNumbers, places[place], studies[place], table, cell))
                    ),
                ],
                measure.Minimum(_design.Confidentiality)
            );
        }

        CellStatus? Closed(HashSet<(int, string)> byNumbers, int at, WeightedStudy study, LatticeTable table, TableCell cell)
        {
            return _decisions.FirstWhole == 0 ? NotYet(cell)
                : byNumbers.Contains((at, ShownKey.Of(table.By, cell))) ? CellStatus.ProtectsAnother
                : Why(at, study, table, cell, _decisions.Nodes[_family.NumberOf(_place, node)][at]);
        }
    }

    /// <summary>The index under other weights, mixed from the figures of it and its dimensions: whoever has these can do it, too, so that
    /// it tells nothing more.</summary>
    private ProtectedLattice Mixed(IndexModel model, NodeMeasure.OtherWeights tried, Audience audience)
    {
        IndexNode[] dimensions = [.. model.Nodes.Where(node => node.Parent == 0)];
        var mix = WeightMix.Of([.. dimensions.Select(dimension => dimension.Weight)], tried.Weights);
        var (index, parts) = (
            FiguresOf(model.Nodes[0], audience).Figures,
            new List<(IReadOnlyList<PublishedFigure> Figures, double Part)>()
        );
        foreach (var (place, dimension) in dimensions.Index())
        {
            if (mix.Parts[place] > 0)
            {
                parts.Add((FiguresOf(dimension, audience).Figures, mix.Parts[place]));
            }
        }

        var gate = new Gate(_design.Confidentiality, audience, (model.ScaleFrom, model.ScaleTo));
        return Lattice(
            model.Nodes[0],
            tried with
            {
                IsMixed = true,
            },
            [.. index.Select((figure, at) => gate.Mixed(figure, mix.Whole, [.. parts.Select(part => (part.Figures[at], part.Part))]))]
        );
    }

    /// <summary>Means per person employed of one node: the total and the tables by one variable, all of the same companies.</summary>
    /// <param name="study">Those companies, with the moments of that node; they are always the same.</param>
    /// <inheritdoc cref="Protect(IndexNode, Audience)"/>
    public ProtectedLattice PerPerson(IndexNode node, WeightedStudy study, Audience audience)
    {
        audience.MayReadProvisional();
        var (model, measure) = (_family.Models[_place], new NodeMeasure.PerPerson());
        int[] places = [.. Enumerable.Range(0, _order.Tables.Count).Where(at => IsReported(at) && _order.Tables[at].Count <= 1)];
        LatticeTable[] tables = [.. places.Select(at => study.TableBy(_order.Tables[at]))];
        var gate = new Gate(_design.Confidentiality, audience, measure.ScaleOf(model));
        study.CheckLonely();
        var basis = new TableBasis((long)Rounding.ThreeDigits(_decisions.Answered), study.Respondents, study.Mergers);
        var byNumbers = _decisions.PerPerson is null ? [] : ByNumbers(node, audience).ToHashSet();
        return new(_design, model, node, measure, tables, [.. tables.Select(_ => basis)], Figures);

        IReadOnlyList<PublishedFigure> Figures(int place)
        {
            var (at, table) = (places[place], tables[place]);
            return gate.ProtectPerPerson(
                [.. RawCells(study, table, model, node, measure)],
                [.. table.Cells.Select(cell => WhyPerPerson(at, table, cell))]
            );
        }

        CellStatus? WhyPerPerson(int at, LatticeTable table, TableCell cell)
        {
            return _decisions.PerPerson is not { } withheld
                || node.Depth > NodeFamily.Headline
                || (_order.Tables[at].Count > 0 && _tableOfPersons == 0)
                    ? NotYet(cell)
                : byNumbers.Contains((at, ShownKey.Of(table.By, cell))) ? CellStatus.ProtectsAnother
                : Why(at, study, table, cell, withheld[_family.NumberOf(_place, node)][at]);
        }
    }

    /// <summary>In which cells a node is withheld because of its numbers.</summary>
    private IEnumerable<(int Table, string Key)> ByNumbers(IndexNode node, Audience audience)
    {
        var places = Enumerable
            .Range(0, _order.Tables.Count)
            .Where(IsReported)
            .SelectMany(at => Table(at).Cells.Select(cell => (at, ShownKey.Of(_order.Tables[at], cell))))
            .ToArray();
        return FiguresOf(node, audience).ByNumbers.Select(place => places[place]);
    }

    private static IEnumerable<IReadOnlyDictionary<long, long>> Categories(
        WeightedStudy study,
        LatticeTable table,
        NodeMeasure measure,
        IndexModel model,
        IndexNode node
    )
    {
        var moments = study.MomentsIn(table);
        return Enumerable
            .Range(0, table.Cells.Count)
            .Select(cell =>
                moments[cell]
                    .SelectMany(one => measure.Categories(one, model, node))
                    .GroupBy(one => one.Category, one => one.Companies)
                    .ToDictionary(one => one.Key, one => one.Sum())
            );
    }

    /// <summary>What is withheld of its parent because of its numbers is withheld of a node, too.</summary>
    private ProtectedFigures FiguresOf(IndexNode node, Audience audience)
    {
        return _figures.GetOrAdd(node.Index, _ => new(Made)).Value;

        ProtectedFigures Made()
        {
            var model = _family.Models[_place];
            var above = node.Parent is { } parent ? FiguresOf(model.Nodes[parent], audience).ByNumbers : null;
            var isShown = node.Depth <= _decisions.Deepest;
            var withheld = _decisions.Nodes[_family.NumberOf(_place, node)];
            var (cells, why, sources) = (new List<RawCell>(), new List<CellStatus?>(), new List<int>());
            foreach (var at in Enumerable.Range(0, _order.Tables.Count).Where(IsReported))
            {
                var (study, table) = (_weighted[at], Table(at));
                cells.AddRange(RawCells(study, table, model, node, NodeMeasure.OfScores));
                why.AddRange(table.Cells.Select(cell => isShown ? Why(at, study, table, cell, withheld[at]) : NotYet(cell)));
                sources.AddRange(Enumerable.Repeat(Array.IndexOf(_weighted, study), table.Cells.Count));
            }

            var gate = new Gate(_design.Confidentiality, audience, (model.ScaleFrom, model.ScaleTo));
            return ProtectedFigures.Of(
                gate,
                cells,
                why,
                sources,
                (above ?? new HashSet<int>()).Union(OlderByNumbers(node, audience)).ToHashSet()
            );
        }
    }

    /// <summary>The places of the cells in which nodes that belong together with one are withheld under older models because of their
    /// numbers.</summary>
    private IEnumerable<int> OlderByNumbers(IndexNode node, Audience audience)
    {
        var together = _family.TogetherWith(_family.NumberOf(_place, node));
        var withheld = Older
            .SelectMany(older =>
                _family
                    .Models[older._place]
                    .Nodes.Where(one => together.Contains(_family.NumberOf(older._place, one)))
                    .SelectMany(one => older.ByNumbers(one, audience))
            )
            .ToHashSet();
        return withheld.Count == 0
            ? []
            : Enumerable
                .Range(0, _order.Tables.Count)
                .Where(IsReported)
                .SelectMany(at => Table(at).Cells.Select(cell => (at, ShownKey.Of(_order.Tables[at], cell))))
                .Index()
                .Where(cell => withheld.Contains(cell.Item))
                .Select(cell => cell.Index);
    }

    private LatticeTable Table(int at) => _weighted[at].TableBy(_order.Tables[at]);

    /// <summary>Some are margins that nobody asks for.</summary>
    private bool IsReported(int place) =>
        _order.Tables[place] is var by && (by.Count == 0 || _design.Lattice.Any(table => table.SequenceEqual(by)));

    private static IEnumerable<RawCell> RawCells(
        WeightedStudy study,
        LatticeTable table,
        IndexModel model,
        IndexNode node,
        NodeMeasure measure
    )
    {
        try
        {
            return study.RawCells(table, model, node, measure);
        }
        catch (LonelyUnitException lonely)
        {
            throw study.Lonely(lonely);
        }
    }

    private static CellStatus? NotYet(TableCell cell) => cell.Population > 0 ? CellStatus.NotYetShown : null;

    private CellStatus? Why(
        int place,
        WeightedStudy study,
        LatticeTable table,
        TableCell cell,
        IReadOnlyDictionary<string, CellStatus> withheld
    )
    {
        var key = ShownKey.Of(table.By, cell);
        return _decisions.NotYetShown[place].Contains(key) || study.IsIncomplete(table, cell) ? CellStatus.NotYetShown
            : withheld.TryGetValue(key, out var status) ? status
            : null;
    }
}
