using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>Why answers are right although a soft check says otherwise: a sentence or two.</summary>
public static class CheckReason
{
    /// <summary>In <see cref="Characters"/>. A longer one is refused, never cut.</summary>
    public const int Longest = 1_000;

    public static bool Fits(string reason) => Characters.In(reason) <= Longest;

    /// <exception cref="ArgumentException">One is too long; whoever takes reasons from people says so before.</exception>
    internal static void Hold(IReadOnlyDictionary<string, string> confirmations)
    {
        foreach (var (check, reason) in confirmations.Where(one => !Fits(one.Value)))
        {
            throw new ArgumentException(
                $"The reason for the check '{check}' has {Characters.In(reason)} characters; {Longest} are allowed.",
                nameof(confirmations)
            );
        }
    }
}
