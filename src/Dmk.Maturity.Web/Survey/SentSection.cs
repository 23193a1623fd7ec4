using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>A section's form on its way into the store.</summary>
/// <param name="Address">The section's id as the address names it.</param>
/// <param name="Section">Where its questions are now; null where the questionnaire has none of them any more.</param>
/// <param name="Revision">That the changes are made against.</param>
public sealed record SentSection(Visit Visit, string Address, Section? Section, PostedSection Posted, PostedAnswers Read, long Revision)
{
    /// <summary>Where to after saving when the page is to stay: what the language button leaves once the language has changed.</summary>
    public const string Here = "here";

    private static readonly IReadOnlySet<string> _none = new HashSet<string>();

    /// <summary>Variables of which the person, asked, wants the stored value.</summary>
    public IReadOnlySet<string> KeptAsStored { get; init; } = _none;

    /// <summary>Variables of which the person, asked, wants its own value.</summary>
    public IReadOnlySet<string> Insisted { get; init; } = _none;

    /// <returns>Null when the fields that we put into every form are missing or broken.</returns>
    public static SentSection? Of(Visit visit, string address, IFormCollection form) =>
        PostedSection.Read(visit.Questionnaire, form) is { } posted ? Of(visit, address, posted) : null;

    public static SentSection Of(Visit visit, string address, PostedSection posted) =>
        new(
            visit,
            address,
            visit.Questionnaire.Sections.FirstOrDefault(section => section.Id == address)
                ?? visit.Questionnaire.Sections.FirstOrDefault(section => posted.Questions.Any(section.Questions.Contains)),
            posted,
            PostedAnswers.Read(
                visit.Questionnaire,
                SectionView
                    .VariablesOf(visit.Questionnaire, posted.Questions, posted.Inner)
                    .Where(variable => !posted.Hidden.Contains(variable.Id)),
                posted.Values
            ),
            posted.Revision
        );

    /// <summary>Whether another version of the questionnaire has come while the form was open, and taken something away that it
    /// showed.</summary>
    public bool IsOutdated => Posted.HasLost || Section?.Id != Address;

    /// <summary>What is to be stored.</summary>
    public IReadOnlyDictionary<string, Answer> Changes =>
        Read.ChangesSince(Posted.Before).Where(change => !KeptAsStored.Contains(change.Key)).ToDictionary(StringComparer.Ordinal);

    /// <summary>What could not be read, of the questions that are on the path.</summary>
    public IReadOnlyList<AnswerProblem> Problems =>
        [
            .. Read.Problems.Where(problem =>
                Posted.Questions.Any(question => CheckPlace.IsOf(problem.Variable, question.Id) && Visit.Interview.IsAsked(question))
            ),
        ];

    /// <summary>The conflicts that are news: what the person's page showed is no conflict, as after its own earlier save.</summary>
    public IReadOnlyList<Conflict> News(IEnumerable<Conflict> conflicts) =>
        [.. conflicts.Where(conflict => Insisted.Contains(conflict.Variable) || conflict.Stored != Posted.Before[conflict.Variable])];

    /// <summary>What was typed and is not stored, by its question, to read and to copy.</summary>
    public IReadOnlyList<(string Asked, string Typed)> Typed(Language language) => Typed(Changes, Read.Unread, language);

    private IReadOnlyList<(string Asked, string Typed)> Typed(
        IReadOnlyDictionary<string, Answer> changes,
        IReadOnlySet<string> unread,
        Language language
    ) =>
        [
            .. from variable in SectionView.VariablesOf(Visit.Questionnaire, Posted.Questions, Posted.Inner)
            let typed = changes.TryGetValue(variable.Id, out var change)
                ? change == Answer.Unanswered
                    ? SurveyWords.Cleared.In(language)
                    : AnswerWords.Said(variable, change, Visit.Showing, language)
                : unread.Contains(variable.Id)
                    ? Posted.Values.Typed(variable.Id)
                    : ""
            where typed.Length > 0
            select (AnswerWords.Asked(variable, Visit.Showing, language), typed),
        ];

    public SentSection With(ResponseState state) => this with { Visit = Visit.With(state) };

    /// <summary>The same without what the company's grain refuses.</summary>
    public SentSection Without(IEnumerable<AnswerProblem> problems) => this with { Read = Read.Without(problems) };
}
