using System.Globalization;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The respondents of a study with their weights, ready to estimate any node of the index model by which they were scored.
/// Depends on frame and moments only;
/// immutable, so it may be kept for as long as the moments do not change.</summary>
/// <remarks>A company counts where it stands now (reporting cell) with the weight of where it was drawn (stratum).</remarks>
public sealed class WeightedStudy
{
    /// <summary>The one class of a census.</summary>
    private const string Everybody = "all";

    private readonly int _nodes;

    /// <summary>See <see cref="StudyMoments.Node"/>.</summary>
    private readonly int? _node;
    private readonly IReadOnlyList<LatticeTable> _tables;
    private readonly WeightedCells _sample;
    private readonly CellEstimates _means;
    private readonly Stratum[] _drawn;
    private readonly IReadOnlyList<FrameStratum> _unrepresented;
    private readonly Lazy<IReadOnlyList<WeightedRespondents>> _weighted;
    private readonly Lazy<WeightDiagnostics> _diagnostics;
    private readonly Lazy<CellPlaces> _places;

    private WeightedStudy(
        StudyDesign design,
        StudyMoments moments,
        IReadOnlyList<LatticeTable> tables,
        WeightedCells sample,
        CellEstimates means,
        IReadOnlyList<Collapse> collapses,
        Stratum[] drawn,
        IReadOnlyList<FrameStratum> unrepresented,
        Lazy<IReadOnlyList<WeightedRespondents>> weighted,
        IReadOnlyList<FrameStratum> frame,
        Lazy<CellPlaces> places
    ) =>
        (Design, _nodes, _node, _tables, _sample, _means, Collapses, _drawn, _unrepresented, _weighted, _diagnostics, _places) = (
            design,
            moments.Nodes,
            moments.Node,
            tables,
            sample,
            means,
            collapses,
            drawn,
            unrepresented,
            weighted,
            new(() => WeightDiagnostics.Of(weighted.Value, frame, design, 0)),
            places
        );

    public StudyDesign Design { get; }

    public IReadOnlyList<Collapse> Collapses { get; }

    /// <summary>How many there are per Land. The names of strata begin with it.</summary>
    public IReadOnlyDictionary<string, int> Mergers =>
        Collapses.CountBy(collapse => collapse.From[0].Split('|')[0]).ToDictionary(StringComparer.Ordinal);

    /// <summary>Of the weights, for operators.</summary>
    public WeightDiagnostics Diagnostics => _diagnostics.Value;

    /// <summary>The respondents with their weights, those with the same stratum and reporting cell together. In a census the stratum is
    /// the cell.</summary>
    internal IReadOnlyList<WeightedRespondents> Weighted => _weighted.Value;

    /// <param name="frame">Each stratum once.</param>
    /// <exception cref="ArgumentException">The frame is empty, a stratum stands in it twice, or respondents come from one that is not
    /// there.</exception>
    /// <exception cref="NoDonorException">A part of the population has no respondents and no donor.</exception>
    public static WeightedStudy Of(StudyDesign design, IReadOnlyList<FrameStratum> frame, StudyMoments moments) =>
        Of(design, frame, moments, [], null);

    /// <summary>For quantiles of one node.</summary>
    /// <inheritdoc cref="Of(StudyDesign, IReadOnlyList{FrameStratum}, StudyMoments)"/>
    public static WeightedStudy Of(StudyDesign design, IReadOnlyList<FrameStratum> frame, ScoreCounts scores) =>
        Of(design, frame, scores.Moments, [], scores);

    /// <summary>As far as the respondents reach: a part of the population without respondents and donors is left out, and every cell that
    /// it is part of has no estimate.</summary>
    /// <exception cref="ArgumentException">The frame is empty, a stratum stands in it twice, or respondents come from one that is not
    /// there.</exception>
    public static WeightedStudy OfPart(StudyDesign design, IReadOnlyList<FrameStratum> frame, StudyMoments moments)
    {
        var unrepresented = new HashSet<int>();
        while (true)
        {
            try
            {
                return Of(design, frame, moments, unrepresented, null);
            }
            catch (NoDonorException missing) when (missing.Strata.Any(unrepresented.Add)) { }
        }
    }

    private static WeightedStudy Of(
        StudyDesign design,
        IReadOnlyList<FrameStratum> frame,
        StudyMoments moments,
        HashSet<int> unrepresented,
        ScoreCounts? scores
    )
    {
        var tables = EmptyTables.Of(design, frame);
        var census = design.Population.IsCensus;
        Stratum[] drawn =
        [
            .. tables.Drawn.Select(
                (stratum, h) => !census && unrepresented.Contains(h) ? stratum with { Population = 0, Sampled = 0 } : stratum
            ),
        ];
        var respondents = new long[drawn.Length];
        var placed = tables.Placed(moments.Pairs);
        var (cells, here) = (placed.Cells, new long[placed.Cells.Count]);
        var stratumCells = new StratumCell[placed.Pairs.Length];
        for (var at = 0; at < stratumCells.Length; at++)
        {
            var (stratum, cell, moment) = (placed.Strata[at], placed.CellOf[at], moments.OfPairs[placed.Pairs[at]]);
            respondents[stratum] += moment.Respondents;
            here[cell] += moment.Respondents;
            stratumCells[at] = new(stratum, cell, moment);
        }

        var weighting = Weighting.Of(drawn, respondents, design.Weights.Collapse);
        var corrected = WeightedCells.Of(stratumCells, weighting, design.Weights.FinitePopulation);
        var trimmed = design.Weights.MostTimesMean is { } most ? corrected.Trimmed(most) : corrected;
        var sample = design.Weights.Calibration is { } rule ? FrameMargins.Calibrated(trimmed, rule, frame, cells) : trimmed;
        var means = new CellEstimates(sample, new(design.Lonely));
        var firsts = FirstStrata(weighting);
        return new(
            design,
            moments,
            [.. placed.Tables.Select(table => LatticeTable.Of(table, here))],
            sample,
            means,
            weighting.Collapses,
            drawn,
            [.. unrepresented.Select(h => frame[h])],
            new(() => [.. Weighted()]),
            frame,
            new(() => new(tables.Strata, placed.Places, sample))
        )
        {
            Respondents = moments.Respondents,
            Scores = scores,
            Scored =
                moments.Node is null || scores is { IsOfPart: false }
                    ? moments.Respondents
                    : moments.Cells.Values.Sum(cell => cell.Count(0)),
        };

        IEnumerable<WeightedRespondents> Weighted()
        {
            return sample.Cells.Select(
                (one, place) =>
                    new WeightedRespondents(
                        census ? cells[one.Cell] : frame[one.Stratum].Cell,
                        cells[one.Cell],
                        sample.Weights[place],
                        corrected.Weights[place],
                        one.Moments
                    )
                    {
                        Class = census ? Everybody : drawn[firsts[weighting.ClassOf[one.Stratum]]].ToString(),
                        ClassPopulation = weighting.ClassPopulation[weighting.ClassOf[one.Stratum]],
                        BeforeCalibration = trimmed.Weights[place],
                    }
            );
        }
    }

    /// <summary>Companies that have answered.</summary>
    public long Respondents { get; private init; }

    /// <summary>Those of them that figures are of: all, or those that a condition picks and that have a score.</summary>
    public long Scored { get; private init; }

    /// <summary>How often each score of the node occurs; null where only moments are known.</summary>
    private ScoreCounts? Scores { get; init; }

    /// <summary>The table by some variables of the lattice.</summary>
    internal LatticeTable TableBy(IReadOnlyList<ReportingVariable> by) => _tables.First(table => table.By.SequenceEqual(by));

    /// <summary>Whether a part of a cell's population has no respondents and no donor.</summary>
    internal bool IsIncomplete(LatticeTable table, TableCell cell) =>
        _unrepresented.Any(stratum =>
            table.By.Where(variable => variable.IsInFrame).All(variable => variable.CodeOf(stratum.Cell) == cell.Codes[variable.Order])
        );

    /// <summary>The cells of a table for one node, before the gate.</summary>
    /// <exception cref="LonelyUnitException">A class has a single respondent, and the study lets no figure rest on that.</exception>
    internal IEnumerable<RawCell> RawCells(LatticeTable table, IndexModel model, IndexNode node, NodeMeasure measure)
    {
        var (place, partition) = (PlaceOf(node), PartitionOf(table));
        var (alike, largest) = (_means.AllAlike(place, partition), _means.LargestWeights(place, partition));
        return Exact(table, model, node, measure).Select((cell, at) => cell with { AllAlike = alike[at], Largest = largest[at] });
    }

    /// <exception cref="ResultRequestException">A class has a single respondent, and the study lets no figure rest on that.</exception>
    internal void CheckLonely()
    {
        try
        {
            _means.CheckLonely();
        }
        catch (LonelyUnitException lonely)
        {
            throw Lonely(lonely);
        }
    }

    /// <summary>The same without what only readers are protected by.</summary>
    private IEnumerable<RawCell> Exact(LatticeTable table, IndexModel model, IndexNode node, NodeMeasure measure) =>
        table.RawCells(
            measure is NodeMeasure.Quantile quantile
                ? Quantiles(quantile, PartitionOf(table), PlaceOf(node))
                : measure.Of(_means, PartitionOf(table), model, PlaceOf(node)),
            Design.Population
        );

    private IReadOnlyList<Estimate?> Quantiles(NodeMeasure.Quantile quantile, CellPartition partition, int place)
    {
        var scores = Scores ?? throw new InvalidOperationException("Quantiles are made from counts of scores, not from moments.");
        var quantiles = new CellQuantiles(_sample, new(Design.Lonely), place, [.. _sample.Cells.Select(cell => scores.Of(cell.Moments))]);
        return quantiles.Of(partition, quantile.Probability);
    }

    /// <summary>Per cell of a table the moments of the companies that stand in it, whatever their weights.</summary>
    internal ILookup<int, CellMoments> MomentsIn(LatticeTable table) =>
        _sample.Cells.ToLookup(cell => table.DomainOf[cell.Cell], cell => cell.Moments);

    /// <summary>How the items of a scale go together, where these are the moments of a scale.</summary>
    /// <param name="items">See <see cref="ItemScores"/>.</param>
    internal ScaleSets ScaleSets(int items)
    {
        var variables = Enumerable.Range(ItemScores.Node, 1 + items).ToArray();
        return new(
            CompleteItems.Of(_sample),
            Array.ConvertAll(variables, variable => _sample.Cells.Sum(cell => cell.Moments.Count(variable))),
            Array.ConvertAll(variables, variable => WeightOf(moments => moments.Count(variable))),
            Respondents,
            WeightOf(moments => moments.Respondents)
        );
    }

    private double WeightOf(Func<CellMoments, long> companies) =>
        _sample.Cells.Select((cell, place) => _sample.Weights[place] * companies(cell.Moments)).Sum();

    /// <summary>Means in the domains of several tables together, with the covariances of their errors.</summary>
    /// <exception cref="ResultRequestException">A class has a single respondent, and the study lets no figure rest on that.</exception>
    internal JointEstimates Joint(IReadOnlyList<LatticeTable> tables, CellMeasure measure)
    {
        try
        {
            return _means.JointMeans(measure, [.. tables.Select(PartitionOf)]);
        }
        catch (LonelyUnitException lonely)
        {
            throw Lonely(lonely);
        }
    }

    /// <summary>The index of the companies that have one, as a function of the weights of its dimensions.</summary>
    internal PatternMeans PatternMeans(CellPartition partition) => Statistics.PatternMeans.Of(_sample, partition, 0);

    /// <exception cref="ArgumentException">The moments are of another node.</exception>
    private int PlaceOf(IndexNode node) =>
        _node is not { } only ? node.Index
        : only == node.Index ? 0
        : throw new ArgumentException($"These moments do not hold the node '{node.Id}'.", nameof(node));

    /// <summary>Covariances of the means of a node with those of an earlier wave, by the cells of one table in both.</summary>
    /// <param name="common">Companies that have answered in both and stand in both tables.</param>
    /// <returns>Null where weights are calibrated.</returns>
    internal WaveCovariances? CovariancesWith(
        WeightedStudy earlier,
        IReadOnlyList<ReportingVariable> earlierBy,
        IReadOnlyList<ReportingVariable> by,
        IndexNode node,
        IEnumerable<CommonCompanies> common
    )
    {
        if (WaveCovariances.IsCalibrated(_sample) || WaveCovariances.IsCalibrated(earlier._sample))
        {
            return null;
        }

        var cells = new List<CommonCell>();
        foreach (var one in common)
        {
            if (
                earlier._places.Value.Of(one.StratumBefore, one.CellBefore) is { } before
                && _places.Value.Of(one.Stratum, one.Cell) is { } after
            )
            {
                cells.Add(new(before, after, one.Sums));
            }
        }

        return new((earlier._sample, earlier.PartitionBy(earlierBy)), (_sample, PartitionBy(by)), PlaceOf(node), cells);
    }

    private CellPartition PartitionBy(IReadOnlyList<ReportingVariable> by) => PartitionOf(TableBy(by));

    private static CellPartition PartitionOf(LatticeTable table) => new(table.DomainOf, table.Cells.Count);

    /// <summary>What a class with a single respondent means for readers.</summary>
    internal ResultRequestException Lonely(LonelyUnitException lonely) =>
        new(
            "LONELY_CLASS",
            $"The weighting class of {_drawn[lonely.Stratum]} has a single respondent so far, and this study shows no figure resting "
                + "on such a class (lonely: fail). There are figures once a second company of it has answered."
        );

    /// <summary>Estimates every table of the lattice for one node and passes all of them through the gate together, for
    /// operators.</summary>
    /// <exception cref="ResultRequestException">A class has a single respondent, and the study lets no figure rest on that.</exception>
    /// <exception cref="ArgumentException">A node of another model, or a model that did not make these moments.</exception>
    public ProtectedLattice Protect(IndexModel model, IndexNode node, Audience audience) =>
        Protect(model, node, NodeMeasure.OfScores, audience);

    /// <inheritdoc cref="Protect(IndexModel, IndexNode, Audience)"/>
    public ProtectedLattice Protect(IndexModel model, IndexNode node, NodeMeasure measure, Audience audience)
    {
        if (_node is null && model.Nodes.Count != _nodes)
        {
            throw new ArgumentException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"The model {model.Id} has {model.Nodes.Count} nodes, the moments have {_nodes}."
                ),
                nameof(model)
            );
        }

        if (model.Node(node.Id)?.Index != node.Index)
        {
            throw new ArgumentException($"The model {model.Id} {model.Version} has no node '{node.Id}' at this place.", nameof(node));
        }

        try
        {
            return Protected(model, node, measure, audience);
        }
        catch (LonelyUnitException lonely)
        {
            throw Lonely(lonely);
        }
    }

    private ProtectedLattice Protected(IndexModel model, IndexNode node, NodeMeasure measure, Audience audience)
    {
        var (gate, what) = (new Gate(Design.Confidentiality, audience, measure.ScaleOf(model)), measure.In(model, PlaceOf(node)));
        _means.CheckLonely();
        SetCell[][] sets = [.. _tables.Select(table => Sets(table, what))];
        var decided = Withheld();
        var first = sets.Select((_, at) => sets.Take(at).Sum(table => table.Length)).ToArray();
        var basis = new TableBasis(Respondents, Scored, Mergers) { Collapses = Collapses };
        return new(Design, model, node, measure, _tables, [.. _tables.Select(_ => basis)], Figures);

        CellStatus?[] Withheld()
        {
            SetCell[] lattice = [.. sets.SelectMany(table => table)];
            var withheld = gate.Withheld(lattice);
            if (measure.IsMeanOnScale && withheld.Contains(CellStatus.FewRespondents))
            {
                (double, double)[] sums = [.. _tables.SelectMany(table => _means.Sums(what, PartitionOf(table)))];
                foreach (var place in gate.Narrowing(lattice, withheld, sums))
                {
                    withheld[place] = CellStatus.ProtectsAnother;
                }
            }

            return withheld;
        }

        IReadOnlyList<PublishedFigure> Figures(int at)
        {
            return gate.Exact([.. Exact(_tables[at], model, node, measure)], decided.AsSpan(first[at], sets[at].Length).ToArray());
        }
    }

    /// <summary>The companies behind the cells of a table.</summary>
    private SetCell[] Sets(LatticeTable table, CellMeasure what) =>
        [.. _means.Counted(what, PartitionOf(table)).Select((companies, cell) => new SetCell(table.Cells[cell].Codes, companies))];

    /// <summary>Per weighting class the first of its strata.</summary>
    private static int[] FirstStrata(Weighting weighting)
    {
        var firsts = new int[weighting.ClassPopulation.Count];
        for (var stratum = weighting.ClassOf.Count - 1; stratum >= 0; stratum--)
        {
            firsts[weighting.ClassOf[stratum]] = stratum;
        }

        return firsts;
    }
}
