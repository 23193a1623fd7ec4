using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary>The answers of one respondent in a file: as authors write them (YAML, or the same as JSON), or in the canonical JSON that
/// companies get of their own answers.</summary>
internal static class AnswersFile
{
    /// <exception cref="FaultException">The file cannot be read, or holds what no answer can be; the message lists all of it.</exception>
    public static Answers Read(string file, Questionnaire questionnaire)
    {
        var problems = new List<Problem>();
        var answers =
            YamlFile.Text(file, problems) is not { } text ? Answers.None
            : text.TrimStart('\uFEFF').TrimStart().StartsWith("{\"$\":", StringComparison.Ordinal) ? Canonical(text, file, questionnaire)
            : YamlFile.Parse(text, file, problems) is { } sheet ? AnswerSheet.Read(sheet, questionnaire)
            : Answers.None;
        return problems.Count == 0 ? answers : throw new FaultException(string.Join(Environment.NewLine, problems));
    }

    private static Answers Canonical(string text, string file, Questionnaire questionnaire)
    {
        try
        {
            var answers = AnswersJson.Read(System.Text.Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF').Trim()));
            var unknown = answers.All.Select(one => one.Key).Where(id => questionnaire.Variable(id) is null).ToList();
            return unknown.Count == 0
                ? answers
                : throw new FaultException(
                    $"{file}: {questionnaire.Id} {questionnaire.Version} does not ask {string.Join(", ", unknown)}."
                );
        }
        catch (FormatException exception)
        {
            throw new FaultException($"{file}: {exception.Message}", exception);
        }
    }
}
