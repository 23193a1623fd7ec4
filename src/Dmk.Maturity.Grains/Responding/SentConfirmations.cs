namespace Dmk.Maturity.Grains;

/// <summary>What a company confirms on the page that it looked at.</summary>
/// <param name="Seen">The <see cref="ResponseState.ConfirmationsMark"/> of that page.</param>
/// <param name="Confirmed">Soft checks with their reasons, which may be empty.</param>
/// <param name="Begun">Reasons of checks that it did not confirm.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.SentConfirmations")]
public sealed record SentConfirmations(
    [property: Id(0)] string Seen,
    [property: Id(1)] IReadOnlyDictionary<string, string> Confirmed,
    [property: Id(2)] IReadOnlyDictionary<string, string> Begun
)
{
    /// <summary>Whether something is said of a check.</summary>
    internal bool Has(string check) => Confirmed.ContainsKey(check) || Begun.ContainsKey(check);
}
