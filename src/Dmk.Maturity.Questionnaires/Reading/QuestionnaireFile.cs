using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Dmk.Maturity.Questionnaires;

/// <summary>A questionnaire as its file says it.</summary>
public static class QuestionnaireFile
{
    extension(Questionnaire)
    {
        public static Parsed<Questionnaire> Read(string path, Classifications classifications)
        {
            var problems = new List<Problem>();
            return YamlFile.Text(path, problems) is { } yaml ? Questionnaire.Parse(yaml, path, classifications) : new(null, problems);
        }

        /// <param name="file">The name that problems show.</param>
        public static Parsed<Questionnaire> Parse(string yaml, string file, Classifications classifications)
        {
            var problems = new List<Problem>();
            var questionnaire = Parse(yaml, file, classifications, problems, out _);
            return new(problems.Exists(problem => problem.Severity == Severity.Error) ? null : questionnaire, ProblemList.Listed(problems));
        }
    }

    /// <param name="root">The file as read, for those who look closer; null where it is not YAML.</param>
    /// <returns>Null where a part of it could not be read. There may be errors beside it, but none that leaves a part out.</returns>
    internal static Questionnaire? Parse(
        string yaml,
        string file,
        Classifications classifications,
        List<Problem> problems,
        out YamlMapping? root
    )
    {
        var source = Normalised(yaml);
        root = YamlFile.Parse(source, file, problems);
        return root is null ? null : new QuestionnaireReader(root, classifications, problems).Read(source, HashOf(source));
    }

    /// <summary>Line ends as LF, and no mark of the byte order.</summary>
    internal static string Normalised(string yaml) => LineEnds.Normalised(yaml.TrimStart('\uFEFF'));

    private static string HashOf(string source)
    {
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetByteCount(source));
        var length = Encoding.UTF8.GetBytes(source, bytes);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes.AsSpan(0, length)));
        ArrayPool<byte>.Shared.Return(bytes);
        return hash;
    }
}
