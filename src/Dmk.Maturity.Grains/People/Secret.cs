using System.Buffers.Text;
using System.Security.Cryptography;

namespace Dmk.Maturity.Grains;

/// <summary>Tokens that are handed out once and stored as keyed hashes: a prefix that says whose they are, and 256 random bits.</summary>
internal static class Secret
{
    public const string CompanyPrefix = "dmkc_";
    public const string TokenPrefix = "dmkt_";
    public const string ReaderPrefix = "dmkr_";

    private const int Bytes = 32;
    private const int Letters = 43;

    public static string Generate(string prefix) => prefix + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>Whether a token can have come from <see cref="Generate"/>; anything else needs no look-up.</summary>
    public static bool IsPlausible(string token, string prefix) =>
        token.Length == prefix.Length + Letters && token.StartsWith(prefix, StringComparison.Ordinal);
}
