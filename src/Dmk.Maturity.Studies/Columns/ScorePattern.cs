namespace Dmk.Maturity.Studies;

/// <summary>Of which nodes of a study's index models a company has a score: one bit per node, model after model.</summary>
/// <param name="Bits">Sixteen to a character, the first node lowest.</param>
public readonly record struct ScorePattern(string Bits)
{
    internal const int PerCharacter = 16;

    public bool this[int node] => (Bits[node / PerCharacter] >> (node % PerCharacter) & 1) == 1;

    /// <summary>Of some nodes in a row, as if there were no others.</summary>
    public ScorePattern Part(int first, int count)
    {
        Span<char> bits = stackalloc char[(count + PerCharacter - 1) / PerCharacter];
        bits.Clear();
        for (var node = 0; node < count; node++)
        {
            bits[node / PerCharacter] |= (char)(this[first + node] ? 1 << (node % PerCharacter) : 0);
        }

        return new(new string(bits));
    }

    /// <summary>The same companies under further models.</summary>
    /// <param name="nodes">How many it is of.</param>
    /// <param name="further">Of the nodes of further models.</param>
    public ScorePattern Followed(int nodes, ScorePattern further, int furtherNodes)
    {
        var bits = new char[(nodes + furtherNodes + PerCharacter - 1) / PerCharacter];
        for (var node = 0; node < nodes + furtherNodes; node++)
        {
            bits[node / PerCharacter] |= (char)((node < nodes ? this[node] : further[node - nodes]) ? 1 << (node % PerCharacter) : 0);
        }

        return new(new string(bits));
    }

    /// <param name="scores">Per index model, one score per node; NaN is missing.</param>
    public static ScorePattern Of(IReadOnlyList<double[]> scores)
    {
        var nodes = scores.Sum(model => model.Length);
        Span<char> bits = stackalloc char[(nodes + PerCharacter - 1) / PerCharacter];
        bits.Clear();
        var node = 0;
        foreach (var model in scores)
        {
            foreach (var score in model)
            {
                if (!double.IsNaN(score))
                {
                    bits[node / PerCharacter] |= (char)(1 << (node % PerCharacter));
                }

                node++;
            }
        }

        return new(new string(bits));
    }
}
