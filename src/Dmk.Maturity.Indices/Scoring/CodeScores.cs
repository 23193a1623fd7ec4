namespace Dmk.Maturity.Indices;

/// <summary>A number for each code of a question. Looked for one by one: for the handful of options that a question has, that costs less
/// than a hash.</summary>
internal sealed class CodeScores(string[] codes, double[] scores)
{
    public IReadOnlyList<double> All => scores;

    /// <returns>NaN when there is no such code.</returns>
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
