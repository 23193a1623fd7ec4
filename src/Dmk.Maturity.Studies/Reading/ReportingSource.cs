using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Says that a company's own answer, where there is one, decides where it stands in tables.</summary>
/// <param name="Asked">The variable that is read: a choice whose options are codes of the classification, or a number of persons for a
/// classification by persons.</param>
/// <param name="Place">Where the study names the question.</param>
internal sealed record ReportingSource(
    ReportingVariable Variable,
    string Asked,
    Classification Classification,
    IReadOnlyList<SizeBand> Bands,
    Place Place
)
{
    /// <returns>Null when the company gave no answer that stands for a code.</returns>
    public string? CodeOf(Interview interview) =>
        interview.Effective(Asked) switch
        {
            Answer.Coded coded when Classification.Find(coded.Code) is not null => coded.Code,
            Answer.Number number => Bands.FirstOrDefault(band => number.Value >= band.From && number.Value < band.Below)?.Code,
            _ => null,
        };

    /// <returns>Null when the question can tell where a company stands.</returns>
    public Problem? Check(Questionnaire questionnaire) =>
        (questionnaire.Variable(Asked)?.Question, Bands.Count) switch
        {
            (null, _) => new(
                Place,
                "unknown-question",
                $"The questionnaire {questionnaire.Id} {questionnaire.Version} has no question '{Asked}'."
            ),
            (Question.Numeric, > 0) => null,
            (Question.Single single, _) when single.Options.Any(option => Classification.Find(option.Code) is not null) => null,
            _ => new(
                Place,
                "question-does-not-classify",
                $"'{Asked}' gives neither codes of '{Classification.Id}' nor a number that its classes are made of."
            ),
        };
}
