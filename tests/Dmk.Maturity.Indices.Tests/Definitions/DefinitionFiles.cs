using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices.Tests;

/// <summary>The further definitions of the repository, and answers to them written in one line.</summary>
internal static class DefinitionFiles
{
    public static Questionnaire Laender { get; } =
        Questionnaire.Read(File("laenderabfrage-fachkraefte", "questionnaire.yaml"), Repository.Classifications).OrThrow();

    public static Parsed<IndexModel> LaenderModel { get; } = IndexModel.Read(File("laenderabfrage-fachkraefte", "index.yaml"), Laender);

    public static Parsed<IndexModel> Dii { get; } = IndexModel.Read(File("eurostat-dii", "index.yaml"), Repository.Pilot);

    public static Parsed<IndexModel> Dma { get; } = IndexModel.Read(File("edih-dma", "index.yaml"), Repository.Pilot);

    /// <summary>As in <c>ai_use=some business_software=erp|crm internet_staff=51 fixed_speed=dontKnow!</c>; every answer must be one that
    /// the questionnaire allows.</summary>
    public static Answers Answers(Questionnaire questionnaire, string written)
    {
        var answers = Questionnaires.Answers.Of(
            written
                .Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries)
                .Select(one => one.Split('='))
                .Select(one => KeyValuePair.Create(one[0], Answer(questionnaire, one[0], one[1])))
        );
        Assert.All(answers.All, answer => Assert.Null(questionnaire.Validate(answer.Key, answer.Value)));
        return answers;
    }

    public static double Score(IndexModel model, Questionnaire questionnaire, Answers answers, string node) =>
        model.Score(Interview.Of(questionnaire, answers))[model.Node(node)!.Index];

    private static Answer Answer(Questionnaire questionnaire, string variable, string written) =>
        (written, questionnaire.Variable(variable)!.Question) switch
        {
            ([.. var reason, '!'], _) => new Answer.Missing(Enum.Parse<MissingReason>(reason, ignoreCase: true)),
            (_, (Question.Multiple or Question.Grid { Several: true }) and var question) => question.Ticked(written.Split('|')),
            (_, Question.Numeric or Question.SumGroup) => new Answer.Number(
                decimal.Parse(written, System.Globalization.CultureInfo.InvariantCulture)
            ),
            _ => new Answer.Coded(written),
        };

    private static string File(string folder, string name) => Path.Combine(Repository.Questionnaires, folder, name);
}
