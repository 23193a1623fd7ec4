using System.Security.Cryptography;
using System.Text;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>The text of an author's file, as it is published and stored.</summary>
internal static class SourceText
{
    /// <returns>Null when the file cannot be read as YAML; the problems say why.</returns>
    public static string? Read(string path, List<Problem> problems) => YamlFile.Read(path, problems) is null ? null : File.ReadAllText(path);

    /// <summary>SHA-256 over the text with line ends normalised to LF, lower-case hexadecimal.</summary>
    public static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n"))));
}
