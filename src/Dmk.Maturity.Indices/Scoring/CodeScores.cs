namespace Dmk.Maturity.Indices;

/// <summary>A number for each code of a question. Looked for one by one: for the handful of options that a question has, that costs less
/// than a hash.</summary>
internal sealed class CodeScores(string[] codes, double[] scores)
{
    /// <summary>Stands for a code that leaves the indicator out, as what does not apply.</summary>
    public const double Excluded = double.PositiveInfinity;

    /// <summary>Without codes that are excluded.</summary>
    public IReadOnlyList<double> All { get; } = [.. scores.Where(score => !double.IsPositiveInfinity(score))];

    /// <summary>Whether some code leaves the indicator out.</summary>
    public bool Excludes { get; } = scores.Any(double.IsPositiveInfinity);

    public override string ToString() =>
        string.Join(' ', codes.Zip(scores, (code, score) => FormattableString.Invariant($"{code}={score:R}")));

    /// <returns>NaN when there is no such code, <see cref="Excluded"/> for one that leaves the indicator out.</returns>
    public double this[string code]
    {
        get
        {
            for (var i = 0; i < codes.Length; i++)
            {
                if (codes[i] == code)
                {
                    return scores[i];
                }
            }

            return double.NaN;
        }
    }
}
