namespace Dmk.Maturity.Studies;

/// <summary>How the rank of a Land hangs on the weights of the index, over many weightings around the declared one.</summary>
/// <param name="Land">Its code.</param>
/// <param name="Declared">Its rank under the declared weights, 1 is the best; among the Länder that are compared.</param>
/// <param name="Median">The middle rank over the weightings.</param>
/// <param name="From">A twentieth of the weightings has this rank or a better one.</param>
/// <param name="To">A twentieth of the weightings has this rank or a worse one.</param>
/// <param name="Same">The share of weightings with the declared rank, 0 to 1.</param>
public sealed record LandSensitivity(string Land, int Declared, double Median, double From, double To, double Same);
