using System.Collections.Concurrent;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The tables of one state of a study under one index model, made when they are first asked for. Immutable but for what it
/// remembers.</summary>
public sealed class TableCache
{
    private readonly Study _study;
    private readonly Func<IndexNode, Audience, ProtectedLattice> _made;
    private readonly Func<WeightDiagnostics> _weights;
    private readonly ConcurrentDictionary<int, Lazy<ProtectedLattice>> _lattices = new();

    private TableCache(Study study, DataState state, Func<IndexNode, Audience, ProtectedLattice> made, Func<WeightDiagnostics> weights) =>
        (_study, State, _made, _weights) = (study, state, made, weights);

    public DataState State { get; }

    /// <summary>Of the study as it was when the state was taken; while no sample has been drawn it can still change.</summary>
    public IReadOnlyList<FrameStratum> Frame => _study.Frame;

    /// <summary>Of all that have answered, for operators.</summary>
    public static TableCache Live(Study study, IndexModel model, StudyMoments moments, DataState state)
    {
        var weighted = new Lazy<WeightedStudy>(() => WeightedStudy.Of(study.Design, study.Frame, moments));
        return new(study, state, (node, audience) => Value().Protect(model, node, audience), () => Value().Diagnostics);

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
    public static TableCache Shown(Study study, int place, IReadOnlyList<ShownKind> kinds, ShownDecisions decisions, DataState state)
    {
        var shown = new Lazy<ShownStudy>(() => ShownStudy.Of(study.Design, new(study.Indices), place, study.Frame, kinds, decisions));
        return new(
            study,
            state,
            (node, audience) =>
            {
                CheckFrame(study);
                return shown.Value.Protect(node, audience);
            },
            () => throw new NotPermittedException("Weights of single companies are for operators.")
        );
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
        var lattice = _lattices.GetOrAdd(asked.Node.Index, _ => new(() => _made(asked.Node, audience)));
        return new(_study, lattice.Value.Table(asked.By, asked.Filter), State);
    }

    private static void CheckFrame(Study study)
    {
        if (study.Frame.Count == 0)
        {
            throw new NoDonorException("The study has no frame yet, so that nobody could be asked.");
        }
    }
}
