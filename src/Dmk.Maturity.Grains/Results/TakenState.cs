using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>A state of a study under one index model as it was taken, with its tables.</summary>
/// <remarks>While companies answer, a live state is out of date as soon as it is made. It is shared for a while that is proportional to the
/// work it took, so that estimating never takes more than a tenth of one processor, however many ask.</remarks>
/// <param name="version">Of all that it was made from, decisions among it; the data version that readers are told stays while only
/// decisions are added.</param>
internal sealed class TakenState(TableCache tables, long version, TimeProvider time)
{
    /// <summary>Of the time that a state took to be worked out, how often it is shared for.</summary>
    private const int Share = 10;

    /// <summary>However much work a state was: nobody sees live figures that are older.</summary>
    private static readonly TimeSpan _longest = TimeSpan.FromSeconds(2);

    private long _seen = time.GetTimestamp();
    private long _work;

    public long Version => version;

    /// <summary>Whether it was taken of the frame that the study has now.</summary>
    public bool IsOf(Study study) => ReferenceEquals(tables.Frame, study.Frame) || tables.Frame.SequenceEqual(study.Frame);

    public Result.Table Table(RequestedTable asked, Audience audience) => Timed(() => tables.Table(asked, audience));

    /// <inheritdoc cref="TableCache.WantsPersonDecisions"/>
    public bool WantsPersonDecisions(RequestedTable asked) => tables.WantsPersonDecisions(asked);

    /// <inheritdoc cref="TableCache.WantsPersons"/>
    public bool WantsPersons(RequestedTable asked) => tables.WantsPersons(asked);

    public Result.Table Table(RequestedTable asked, StudyMoments persons, Audience audience) =>
        Timed(() => tables.Table(asked, persons, audience));

    public Result.Comparison Compare(RequestedComparison asked, Audience audience) => Timed(() => tables.Compare(asked, audience));

    public Result.OfProfile Profile(RequestedProfile asked, Audience audience) => Timed(() => tables.Profile(asked, audience));

    public Result.Sensitivity Sensitivity(RequestedTable declared, int draws, Audience audience) =>
        Timed(() => tables.Sensitivity(declared, draws, audience));

    public Result.Areas Areas(RequestedAreas asked, Audience audience) => Timed(() => tables.Areas(asked, audience));

    public Result.OfInstrument Instrument(RequestedInstrument asked, StudyMoments scale, Audience audience) =>
        Timed(() => tables.Instrument(asked, scale, audience));

    public WaveSide Wave(RequestedTable asked, Audience audience) => Timed(() => tables.Wave(asked, audience));

    public Result.Weights Weights() => Timed(tables.Weights);

    /// <summary>Whether it is fresh enough for somebody who asks now.</summary>
    public bool MayBeShared()
    {
        var window = TimeSpan.FromTicks(Math.Min(Share * Interlocked.Read(ref _work), _longest.Ticks));
        return time.GetElapsedTime(Interlocked.Read(ref _seen)) < window;
    }

    /// <summary>It was looked at again, and nothing has come since.</summary>
    public TakenState Again()
    {
        Interlocked.Exchange(ref _seen, time.GetTimestamp());
        return this;
    }

    private T Timed<T>(Func<T> made)
    {
        var begun = time.GetTimestamp();
        var result = made();
        Longest(time.GetElapsedTime(begun).Ticks);
        return result;
    }

    private void Longest(long ticks)
    {
        for (var known = Interlocked.Read(ref _work); ticks > known; known = Interlocked.Read(ref _work))
        {
            if (Interlocked.CompareExchange(ref _work, ticks, known) == known)
            {
                return;
            }
        }
    }
}
