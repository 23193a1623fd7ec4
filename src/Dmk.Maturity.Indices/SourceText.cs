using System.Security.Cryptography;
using System.Text;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>The content of an author's file, named by a hash.</summary>
public static class SourceText
{
    /// <summary>SHA-256 over the text with line ends normalised to LF, lower-case hexadecimal.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(LineEnds.Normalised(text))));
}
