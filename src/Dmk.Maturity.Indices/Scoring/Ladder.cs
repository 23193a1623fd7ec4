namespace Dmk.Maturity.Indices;

/// <summary>Cumulative levels, as in IMPULS Industrie 4.0 readiness (2015): the children are rungs from the lowest up, and a rung counts
/// only when all below it are reached.</summary>
/// <remarks>
/// Score = start + width * (w_1 + ... + w_L) / (w_1 + ... + w_K), where L is the highest rung with s_k at or above its threshold for
/// every k up to L, and w are the heights of the steps.
/// A rung that does not apply is taken out of the ladder. One that is missing otherwise leaves the score missing, unless a lower rung is
/// not reached and has settled it: nobody
/// knows whether the climb would have gone on, and missing is never 0.
/// </remarks>
internal static class Ladder
{
    public static double Score(ReadOnlySpan<ChildScore> rungs, Scale scale, out Presence presence)
    {
        var climbed = Climbed(rungs, scale, out var end);
        presence = end < rungs.Length ? rungs[end].Presence : Presence.Present;
        var (height, whole) = (0.0, 0.0);
        for (var k = 0; k < rungs.Length; k++)
        {
            if (rungs[k].Presence != Presence.Inapplicable)
            {
                whole += rungs[k].Weight;
                height += k < end ? rungs[k].Weight : 0;
            }
        }

        if (whole == 0)
        {
            presence = Presence.Inapplicable;
        }

        return presence == Presence.Present ? scale.At(climbed ? 1 : height / whole) : double.NaN;
    }

    /// <param name="end">The rung at which the climb ends: not reached, or missing; the number of rungs when it does not end.</param>
    /// <returns>Whether every rung that applies is reached.</returns>
    public static bool Climbed(ReadOnlySpan<ChildScore> rungs, Scale scale, out int end)
    {
        for (end = 0; end < rungs.Length; end++)
        {
            if (
                rungs[end].Presence != Presence.Inapplicable
                && (rungs[end].Presence == Presence.Missing || !scale.Reaches(rungs[end].Score, rungs[end].Threshold))
            )
            {
                return false;
            }
        }

        return true;
    }
}
