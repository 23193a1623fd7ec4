using System.Collections.Concurrent;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The tables of one state of a study under one index model, made when they are first asked for. Immutable but for what it
/// remembers.</summary>
public sealed class TableCache
{
    private readonly Study _study;
    private readonly Func<IndexNode, NodeMeasure, Audience, ProtectedLattice> _made;
    private readonly Func<IReadOnlyList<ReportingVariable>, WeightedStudy> _behind;

    private readonly Func<WeightDiagnostics> _weights;

    /// <summary>Companies of moments of a scale with their weights; null where no answer of theirs may be told yet.</summary>
    private readonly Func<StudyMoments, WeightedStudy?> _scale;

    /// <summary>From moments of a node by the persons employed; null where those of all nodes have them.</summary>
    private readonly Func<IndexNode, StudyMoments, Audience, ProtectedLattice>? _perPerson;
    private readonly ConcurrentDictionary<(int Node, NodeMeasure Measure), Lazy<ProtectedLattice>> _lattices = new();

    /// <summary>Null where all figures are for operators.</summary>
    private readonly ShownDecisions? _decisions;

    private TableCache(
        Study study,
        DataState state,
        Func<IndexNode, NodeMeasure, Audience, ProtectedLattice> made,
        Func<IReadOnlyList<ReportingVariable>, WeightedStudy> behind,
        Func<WeightDiagnostics> weights,
        Func<StudyMoments, WeightedStudy?> scale,
        Func<IndexNode, StudyMoments, Audience, ProtectedLattice>? perPerson,
        ShownDecisions? decisions
    ) =>
        (_study, State, _made, _behind, _weights, _scale, _perPerson, _decisions) = (
            study,
            state,
            made,
            behind,
            weights,
            scale,
            perPerson,
            decisions
        );

    public DataState State { get; }

    /// <summary>Of the study as it was when the state was taken; while no sample has been drawn it can still change.</summary>
    public IReadOnlyList<FrameStratum> Frame => _study.Frame;

    /// <summary>Of all that have answered, for operators.</summary>
    public static TableCache Live(Study study, IndexModel model, StudyMoments moments, DataState state) =>
        Live(study, model, state, () => WeightedStudy.Of(study.Design, study.Frame, moments));

    /// <summary>Quantiles of the scores of a node, for operators.</summary>
    public static TableCache Counted(Study study, IndexModel model, ScoreCounts scores, DataState state) =>
        Live(study, model, state, () => WeightedStudy.Of(study.Design, study.Frame, scores));

    private static TableCache Live(Study study, IndexModel model, DataState state, Func<WeightedStudy> made)
    {
        var weighted = new Lazy<WeightedStudy>(made);
        return new(
            study,
            state,
            (node, measure, audience) => Value().Protect(model, node, measure, audience),
            _ => Value(),
            () => Value().Diagnostics,
            scale => WeightedStudy.Of(study.Design, study.Frame, scale),
            null,
            null
        );

        WeightedStudy Value()
        {
            CheckFrame(study);
            try
            {
                return weighted.Value;
            }
            catch (NoDonorException missing)
            {
                // In words for readers: the Länder, not the strata.
                var laender = string.Join(", ", missing.Strata.Select(stratum => study.Frame[stratum].Cell.Land).Distinct());
                throw new NoDonorException(
                    $"Nobody has answered yet in a part of the population for which no other part may stand in: {laender}.",
                    missing
                );
            }
        }
    }

    /// <summary>Of the companies that have entered the tables, for everybody else.</summary>
    /// <param name="place">Of the model in the study.</param>
    /// <param name="kinds">Each history once.</param>
    public static TableCache Shown(Study study, int place, IReadOnlyList<ShownKind> kinds, ShownDecisions decisions, DataState state) =>
        Shown(study, () => ShownStudy.Of(study.Design, new(study.Indices), place, study.Frame, kinds, decisions), decisions, state);

    /// <summary>The same under an index model that was added to the study.</summary>
    /// <param name="study">Under that model alone.</param>
    /// <param name="models">That one, behind all that were shown before it.</param>
    /// <param name="kinds">Per model, each history once.</param>
    /// <param name="decisions">Of all of them.</param>
    public static TableCache ShownUnder(
        Study study,
        IReadOnlyList<IndexModel> models,
        IReadOnlyList<IReadOnlyList<ShownKind>> kinds,
        ShownDecisions decisions,
        DataState state
    )
    {
        return Shown(study, Made, decisions, state);

        ShownStudy Made()
        {
            var family = new NodeFamily(models);
            ShownStudy[] each =
            [
                .. models.Select((_, place) => ShownStudy.Of(study.Design, family, place, study.Frame, kinds[place], decisions)),
            ];
            return each[^1].Beside(each[..^1]);
        }
    }

    private static TableCache Shown(Study study, Func<ShownStudy> made, ShownDecisions decisions, DataState state)
    {
        var shown = new Lazy<ShownStudy>(made);
        return new(
            study,
            state,
            (node, measure, audience) =>
            {
                CheckFrame(study);
                return shown.Value.Protect(node, measure, audience);
            },
            Behind,
            () => throw new NotPermittedException("Weights of single companies are for operators."),
            scale => decisions.FirstWhole == 0 ? null : WeightedStudy.OfPart(study.Design, study.Frame, scale),
            (node, moments, audience) =>
            {
                CheckFrame(study);
                return shown.Value.PerPerson(node, WeightedStudy.OfPart(study.Design, study.Frame, moments), audience);
            },
            decisions
        );

        WeightedStudy Behind(IReadOnlyList<ReportingVariable> by)
        {
            return shown.Value.Behind(by);
        }
    }

    /// <summary>Of the weights, for operators.</summary>
    /// <exception cref="NoDonorException">A part of the population has no respondents and no donor; the message is for readers.</exception>
    /// <exception cref="NotPermittedException">The state is not one for operators.</exception>
    public Result.Weights Weights() => new(_study, _weights());

    /// <exception cref="NotPermittedException">The public sees releases only.</exception>
    /// <exception cref="NoDonorException">A part of the population has no respondents and no donor; the message is for readers.</exception>
    public Result.Table Table(RequestedTable asked, Audience audience)
    {
        // Before anything is made and kept: what one reader may not see must not keep others from it.
        audience.MayReadProvisional();
        var table = Lattice(asked.Node, asked.Measure, audience).Table(asked.By, asked.Filter);
        table = asked.Measure is NodeMeasure.PerPerson && State.Sight != Sight.Live ? ToldPerPerson.Of(table) : table;
        return new(_study, table, State) { Field = new(_study, State.Sight, table.Basis.Answered, SubmittedIn) };
    }

    /// <summary>Whether a table is of figures per person employed of which it has still to be decided what is told.</summary>
    public bool WantsPersonDecisions(RequestedTable asked) =>
        asked.Measure is NodeMeasure.PerPerson && _decisions is { FirstWhole: > 0, PerPerson: null };

    /// <summary>Whether a table is made from moments that are asked for when somebody asks for the table first.</summary>
    public bool WantsPersons(RequestedTable asked) =>
        _perPerson is not null && asked.Measure is NodeMeasure.PerPerson && !_lattices.ContainsKey((asked.Node.Index, asked.Measure));

    /// <summary>Means per person employed for readers other than operators.</summary>
    /// <param name="persons">Of that node, laid out as in <see cref="PersonGroup.Layout"/>.</param>
    /// <inheritdoc cref="Table(RequestedTable, Audience)"/>
    public Result.Table Table(RequestedTable asked, StudyMoments persons, Audience audience)
    {
        audience.MayReadProvisional();
        var made = new Lazy<ProtectedLattice>(() => _perPerson!(asked.Node, persons, audience));
        _ = _lattices.GetOrAdd((asked.Node.Index, asked.Measure), made);
        return Table(asked, audience);
    }

    /// <summary>Estimates of the Länder beside each other.</summary>
    /// <inheritdoc cref="Table(RequestedTable, Audience)"/>
    public Result.Comparison Compare(RequestedComparison asked, Audience audience)
    {
        audience.MayReadProvisional();
        var lattice = Lattice(asked.Node, NodeMeasure.OfScores, audience);
        return LaenderComparison.Of(_study, asked, lattice, _behind, new(_study.Design.Confidentiality, audience, asked.Scale), State);
    }

    /// <summary>A part of the population beside Germany.</summary>
    /// <inheritdoc cref="Table(RequestedTable, Audience)"/>
    public Result.OfProfile Profile(RequestedProfile asked, Audience audience)
    {
        audience.MayReadProvisional();
        var lattices = asked.Nodes.Select(node => Lattice(node, NodeMeasure.OfScores, audience)).ToArray();
        var gate = new Gate(_study.Design.Confidentiality, audience, asked.Scale);
        return new(_study, Studies.Profile.Of(asked, lattices, _behind([asked.Part.Variable]), gate), State);
    }

    /// <summary>How the ranks of the Länder hang on the weights of the index.</summary>
    /// <param name="declared">The index under the weights around which others are tried.</param>
    /// <param name="draws">1 to <see cref="WeightSensitivity.Most"/>.</param>
    /// <inheritdoc cref="Table(RequestedTable, Audience)"/>
    public Result.Sensitivity Sensitivity(RequestedTable declared, int draws, Audience audience)
    {
        audience.MayReadProvisional();
        var land = _study.Design.Land;
        var lattice = Lattice(declared.Node, declared.Measure, audience);
        return new(
            _study,
            _decisions is null
                ? WeightSensitivity.Of(land, lattice, _behind([land]), draws)
                : WeightSensitivity.OfShown(
                    land,
                    lattice,
                    Lattice(declared.Node, NodeMeasure.OfScores, audience),
                    [
                        .. declared
                            .Model.Nodes.Where(node => node.Parent == declared.Node.Index)
                            .Select(dimension => Lattice(dimension, NodeMeasure.OfScores, audience)),
                    ],
                    draws
                ),
            new(_study, lattice.Table([land], []), State)
        );
    }

    /// <summary>Cells of the Länder from a model.</summary>
    /// <inheritdoc cref="Table(RequestedTable, Audience)"/>
    public Result.Areas Areas(RequestedAreas asked, Audience audience)
    {
        audience.MayReadProvisional();
        return new(_study, ModelledAreas.Of(_study, asked, Lattice(asked.Node, NodeMeasure.OfScores, audience)), State);
    }

    /// <summary>How the items of a scale go together.</summary>
    /// <param name="scale">Moments by <see cref="ItemScores"/> of all who have answered; for readers other than operators of those who had
    /// entered the total when all was shown for the first time.</param>
    /// <inheritdoc cref="Table(RequestedTable, Audience)"/>
    public Result.OfInstrument Instrument(RequestedInstrument asked, StudyMoments scale, Audience audience)
    {
        audience.MayReadProvisional();
        var gate = new Gate(_study.Design.Confidentiality, audience, asked.Scale);
        var levels = asked.Items.Select(item => asked.Model.Levels.Select(level => Share(item, level)).ToArray()).ToArray();
        IndexTable[] tables = [.. asked.Items.Prepend(asked.Node).Select(node => Whole(node, NodeMeasure.OfScores))];
        return new(_study, Studies.Instrument.Of(asked, tables, levels, _scale(scale), gate), State);

        LevelShare Share(IndexNode item, Level level)
        {
            return new(level, Whole(item, new NodeMeasure.ShareAt(level)).Total.Figure);
        }

        IndexTable Whole(IndexNode node, NodeMeasure measure)
        {
            return Lattice(node, measure, audience).Table([], []);
        }
    }

    /// <summary>What is compared with another wave.</summary>
    /// <inheritdoc cref="Table(RequestedTable, Audience)"/>
    public WaveSide Wave(RequestedTable asked, Audience audience)
    {
        audience.MayReadProvisional();
        return new(_study, asked, Lattice(asked.Node, NodeMeasure.OfScores, audience), _behind, State);
    }

    /// <summary>Weights that somebody tries are hardly tried again: their tables are not kept.</summary>
    private ProtectedLattice Lattice(IndexNode node, NodeMeasure measure, Audience audience) =>
        measure is NodeMeasure.OtherWeights
            ? _made(node, measure, audience)
            : _lattices.GetOrAdd((node.Index, measure), _ => new(() => _made(node, measure, audience))).Value;

    /// <summary>By the Land in which companies were drawn; null where the study has no table of them, or a census has no strata.</summary>
    private Dictionary<string, long>? SubmittedIn() =>
        _study.Design.Population.IsCensus || !_study.Design.Lattice.Any(table => table.SequenceEqual([_study.Design.Land]))
            ? null
            : _behind([_study.Design.Land])
                .Weighted.GroupBy(one => one.Stratum.Land, one => one.Respondents)
                .ToDictionary(land => land.Key, land => land.Sum(), StringComparer.Ordinal);

    private static void CheckFrame(Study study)
    {
        if (study.Frame.Count == 0)
        {
            throw new NoDonorException("The study has no frame yet, so that nobody could be asked.");
        }
    }
}
