using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>What the overview says to somebody whose section is not there any more: the address names it.</summary>
internal static class OverviewNote
{
    /// <summary>Of the part of the address.</summary>
    public const string Name = "note";

    /// <summary>There is another version of the questionnaire.</summary>
    public const string Changed = "changed";

    /// <summary>Other answers have taken the section off the path.</summary>
    public const string NotAsked = "not-asked";

    public static (Text Title, Text Body)? Of(PageRequest request) =>
        request.Http.Request.Query[Name].ToString() switch
        {
            Changed => (SurveyWords.QuestionnaireChanged, SurveyWords.QuestionnaireChangedExplained),
            NotAsked => (SurveyWords.SectionNotAsked, SurveyWords.SectionNotAskedExplained),
            _ => null,
        };
}
