using System.CommandLine;
using System.Globalization;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>--weight</c>: other weights of the dimensions of an index, to see what it would be.</summary>
internal static class TriedWeights
{
    public static Option<string[]> Option()
    {
        var weights = new Option<string[]>("--weight")
        {
            Description = "Another weight of a dimension, to try what the index would be, as in skills=2; once for each dimension.",
            HelpName = "ID=NUMBER",
        };
        weights.Validators.Add(given =>
        {
            foreach (var token in given.Tokens.Where(token => WeightOf(token.Value) is null))
            {
                given.AddError($"--weight takes a dimension and a number, as in skills=2, not '{token.Value}'.");
            }
        });
        return weights;
    }

    /// <param name="typed">Null for none.</param>
    public static IReadOnlyList<NodeWeight> Of(string[]? typed) => [.. (typed ?? []).Select(WeightOf).OfType<NodeWeight>()];

    private static NodeWeight? WeightOf(string written) =>
        written.Split('=') is [{ Length: > 0 } node, var number]
        && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight)
            ? new(node, weight)
            : null;
}
