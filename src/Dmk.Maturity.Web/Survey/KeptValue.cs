using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>What stays stored where a field could not be read: the person has replaced it on the page, and must know that it still
/// counts.</summary>
internal static class KeptValue
{
    /// <summary>A longer text is cut: it is recognised by its beginning.</summary>
    private const int Longest = 80;

    /// <summary>The message of a problem, and behind it what stays stored at its fields; nothing where nothing is stored.</summary>
    /// <param name="unread">All variables whose fields could not be read: the parts of a sum share one message.</param>
    public static Text After(AnswerProblem problem, IReadOnlySet<string> unread, Visit visit)
    {
        if (visit.Questionnaire.Variable(problem.Variable) is not { } wrong)
        {
            return visit.Showing.Message(problem);
        }

        var variables = visit
            .Questionnaire.Variables.Where(variable => variable.Question == wrong.Question && unread.Contains(variable.Id))
            .Where(variable => variable.Id == wrong.Id || (problem.Code == "exclusiveOption" && wrong.Question is Question.SumGroup))
            .Where(variable => visit.State.Answers[variable.Id] != Answer.Unanswered)
            .ToList();
        var message = visit.Showing.Message(problem);
        return variables.Count == 0
            ? message
            : new(
                $"{message.De} {SurveyWords.StaysStored(Said(Language.German)).De}",
                $"{message.En} {SurveyWords.StaysStored(Said(Language.English)).En}"
            );

        string Said(Language language)
        {
            return string.Join("; ", variables.Select(variable => Named(variable, variables.Count, language)));
        }

        string Named(Variable variable, int count, Language language)
        {
            var said = AnswerWords.Said(variable, visit.State.Answers[variable.Id], visit.Showing, language);
            var beginning = said.Length > Longest ? said[..Longest] + "…" : said;
            return count > 1 && variable.Part is { } part ? $"{visit.Showing.Say(part.Label).In(language)}: {beginning}" : beginning;
        }
    }
}
