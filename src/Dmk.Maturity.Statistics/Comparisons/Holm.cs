using System.Globalization;

namespace Dmk.Maturity.Statistics;

/// <summary>Probabilities of many tests, adjusted so that false alarms among all of them together stay below the level.</summary>
/// <param name="P">In the order of the tests, 0 to 1; NaN for those left out. Equal probabilities stay equal.</param>
/// <param name="Tests">How many were adjusted for: those with a probability.</param>
/// <param name="LeftOut">The tests that have no probability, in order, from 0; they do not count.</param>
/// <remarks>Holm (1979): p_(i) times (m - i + 1), and none below the one before. Checked against p.adjust of R.</remarks>
public sealed record Holm(IReadOnlyList<double> P, int Tests, IReadOnlyList<int> LeftOut)
{
    /// <param name="probabilities">0 to 1, NaN where there is no test.</param>
    /// <exception cref="ArgumentException">A probability is outside of 0 to 1; the text names it, from 0.</exception>
    public static Holm Of(IReadOnlyList<double> probabilities)
    {
        ArgumentNullException.ThrowIfNull(probabilities);
        var wrong = probabilities.ToList().FindIndex(one => one is < 0 or > 1);
        if (wrong >= 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Probability {wrong} is {probabilities[wrong]}, not 0 to 1."),
                nameof(probabilities)
            );
        }

        var tests = Enumerable.Range(0, probabilities.Count).ToLookup(test => double.IsNaN(probabilities[test]));
        var ordered = tests[false].OrderBy(test => probabilities[test]).ToArray();
        var adjusted = new double[probabilities.Count];
        Array.Fill(adjusted, double.NaN);
        var largest = 0.0;
        for (var place = 0; place < ordered.Length; place++)
        {
            largest = Math.Max(largest, Math.Min(1, probabilities[ordered[place]] * (ordered.Length - place)));
            adjusted[ordered[place]] = largest;
        }

        return new Holm(adjusted, ordered.Length, [.. tests[true]]);
    }
}
