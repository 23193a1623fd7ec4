using System.Diagnostics;
using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>What an indicator scores for each reason of missing: a number of the scale, or NaN for excluded.</summary>
internal sealed class MissingScores
{
    private readonly double[] _byReason = [.. Enum.GetValues<MissingReason>().Select(_ => double.NaN)];

    public double this[MissingReason reason]
    {
        get => _byReason[(int)reason];
        set => _byReason[(int)reason] = value;
    }

    public override string ToString() => string.Join(' ', _byReason.Select(score => score.ToString("R", CultureInfo.InvariantCulture)));

    /// <summary>A reason of missing may earn a score that no answer does.</summary>
    public ScoreRange Widen(ScoreRange reach) =>
        _byReason.Where(score => !double.IsNaN(score)).Aggregate(reach, (widest, score) => widest.With(score));

    /// <summary>3 leaves out as missing, 2 scores, 1 leaves out as not applicable.</summary>
    public int StrictnessOf(MissingReason reason)
    {
        _ = Score(reason, out var presence);
        return presence switch
        {
            Presence.Missing => 3,
            Presence.Present => 2,
            _ => 1,
        };
    }

    public double Score(MissingReason reason, out Presence presence)
    {
        var score = this[reason];
        presence = (double.IsNaN(score), reason) switch
        {
            (false, _) => Presence.Present,
            (true, MissingReason.NotApplicable or MissingReason.NotAsked) => Presence.Inapplicable,
            (true, MissingReason.Unanswered or MissingReason.DontKnow or MissingReason.Refused) => Presence.Missing,
            _ => throw new UnreachableException($"{reason}"),
        };
        return score;
    }
}
