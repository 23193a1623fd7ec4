using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>Where a check or a mistake stands, and which other questions it depends on.</summary>
internal static class CheckPlace
{
    private const char OfPart = '.';

    private const char OfItem = '[';

    /// <summary>Where a check stands in the whole form: at the question that its author names, else at the last answer that makes it
    /// fire.</summary>
    /// <returns>The id of a variable, or of a question where the check reads none of its variables.</returns>
    public static string? Of(Interview interview, FiredCheck fired)
    {
        var causes = interview.CausesOf(fired);
        return fired.Check.Scope is CheckScope.AtQuestion(var question) ? At(fired, causes, question)
            : causes is [.., var last] ? last
            : null;
    }

    /// <summary>Where a check stands on a page: at the question that its author names, else at the last answer of this page that makes
    /// it fire, else at the last that it reads of this page.</summary>
    /// <param name="own">Ids of the variables and questions of the page.</param>
    /// <returns>Null where it stands on another page.</returns>
    public static string? On(Interview interview, FiredCheck fired, IReadOnlySet<string> own)
    {
        if (fired.Check.Scope is CheckScope.AtQuestion(var question))
        {
            return own.Contains(question) ? At(fired, interview.CausesOf(fired), question) : null;
        }

        return fired.Variables.Any(own.Contains)
            ? interview.CausesOf(fired).LastOrDefault(own.Contains) ?? fired.Variables.Last(own.Contains)
            : null;
    }

    /// <summary>The questions that a check reads besides the one at which it stands, each once, in the order in which it reads
    /// them.</summary>
    public static IReadOnlyList<OtherQuestion> Others(Showing showing, FiredCheck fired, string? place)
    {
        var causes = showing.Interview.CausesOf(fired);
        return Others(showing, fired.Variables, place, causes.Contains);
    }

    /// <summary>The questions that the bound of an answer reads.</summary>
    public static IReadOnlyList<OtherQuestion> Others(Showing showing, AnswerProblem problem) =>
        Others(showing, showing.Interview.ReadBy(problem), problem.Variable, _ => true);

    /// <summary>By its own id, or by that of its question: then the first.</summary>
    public static Variable? Find(Questionnaire questionnaire, string id) =>
        questionnaire.Variable(id) ?? questionnaire.Variables.FirstOrDefault(variable => variable.Question.Id == id);

    public static Text Asked(Variable variable, Showing showing) =>
        new(AnswerWords.Asked(variable, showing, Language.German), AnswerWords.Asked(variable, showing, Language.English));

    public static bool IsOf(string variable, string question) =>
        variable == question
        || variable.StartsWith(question + OfPart, StringComparison.Ordinal)
        || variable.StartsWith(question + OfItem, StringComparison.Ordinal);

    private static string At(FiredCheck fired, IReadOnlyList<string> causes, string question) =>
        causes.LastOrDefault(variable => IsOf(variable, question))
        ?? fired.Variables.LastOrDefault(variable => IsOf(variable, question))
        ?? question;

    /// <summary>Of several rows of one grid the one that matters is named.</summary>
    private static IReadOnlyList<OtherQuestion> Others(
        Showing showing,
        IReadOnlyList<string> read,
        string? place,
        Func<string, bool> matters
    ) =>
        [
            .. read.Select(id => Find(showing.Interview.Questionnaire, id))
                .OfType<Variable>()
                .Where(variable => place is null || !IsOf(place, variable.Question.Id))
                .GroupBy(variable => variable.Question.Id)
                .Select(variables => variables.FirstOrDefault(variable => matters(variable.Id)) ?? variables.First())
                .Select(variable => new OtherQuestion(variable.Id, Asked(variable, showing), variable.Section.Id)),
        ];
}
