using System.Collections.Concurrent;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The tables of one state of a study under one index model, made when they are first asked for. Immutable but for what it
/// remembers.</summary>
public sealed class TableCache(Study study, StudyMoments moments, DataState state)
{
    private readonly Lazy<WeightedStudy> _weighted = new(() => WeightedStudy.Of(study.Design, study.Frame, moments));
    private readonly ConcurrentDictionary<int, Lazy<ProtectedLattice>> _lattices = new();

    public DataState State => state;

    /// <summary>Of the study as it was when the state was taken; while no sample has been drawn it can still change.</summary>
    public IReadOnlyList<FrameStratum> Frame => study.Frame;

    /// <summary>Of the weights, for operators.</summary>
    /// <exception cref="NoDonorException">A part of the population has no respondents and no donor; the message is for readers.</exception>
    public Result.Weights Weights() => new(study, Weighted().Diagnostics);

    /// <exception cref="NotPermittedException">The public sees releases only.</exception>
    /// <exception cref="NoDonorException">A part of the population has no respondents and no donor; the message is for readers.</exception>
    public Result.Table Table(RequestedTable asked, Audience audience)
    {
        // Before anything is made and kept: what one reader may not see must not keep others from it.
        audience.MayReadProvisional();
        var lattice = _lattices.GetOrAdd(
            asked.Node.Index,
            static (_, made) => new(() => made.Weighted.Protect(made.Asked.Model, made.Asked.Node, made.Audience)),
            (Weighted: Weighted(), Asked: asked, Audience: audience)
        );
        return new(study, lattice.Value.Table(asked.By, asked.Filter), state);
    }

    private WeightedStudy Weighted()
    {
        if (study.Frame.Count == 0)
        {
            throw new NoDonorException("The study has no frame yet, so that nobody could be asked.");
        }

        try
        {
            return _weighted.Value;
        }
        catch (NoDonorException missing)
        {
            throw new NoDonorException(WhoIsMissing(missing), missing);
        }
    }

    /// <summary>In words for readers: the Länder, not the strata, whose names would tell readers of the shown state where single companies
    /// are.</summary>
    private string WhoIsMissing(NoDonorException missing)
    {
        var laender = string.Join(", ", missing.Strata.Select(stratum => study.Frame[stratum].Cell.Land).Distinct());
        return state.Sight switch
        {
            Sight.Live => $"Nobody has answered yet in a part of the population for which no other part may stand in: {laender}.",
            Sight.Shown => $"Too few companies have answered so far in {laender}: a figure is shown when at least "
                + $"{study.Design.Confidentiality.MinimumRespondents} further companies have answered in every cell that it changes.",
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
