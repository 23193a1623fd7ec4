using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Says that a company's own answer, where there is one, decides where it stands in tables.</summary>
/// <param name="Place">In the reporting cell.</param>
/// <param name="Asked">What is read: a choice or code search whose codes the classification has, or a number, asked or computed, for a
/// classification of number bands.</param>
/// <param name="Written">Where the study names it.</param>
internal sealed record AnsweredVariable(
    int Place,
    string Asked,
    Classification Classification,
    IReadOnlyList<NumberBand> Bands,
    FilePosition Written
)
{
    /// <returns>Null when the company gave no answer that stands for a code.</returns>
    public string? CodeOf(Interview interview) =>
        interview.Questionnaire.Variable(Asked) is null
            ? CodeOf(interview.ComputedNumber(Asked))
            : interview.Effective(Asked) switch
            {
                Answer.Coded coded when Classification.Find(coded.Code) is not null => coded.Code,
                Answer.Number number => CodeOf(number.Value),
                Answer.Coded or Answer.CodedSet or Answer.Words or Answer.Day or Answer.Period or Answer.Items or Answer.Missing => null,
                _ => throw new System.Diagnostics.UnreachableException(),
            };

    /// <returns>Null when it can tell where a company stands.</returns>
    public Problem? Check(Questionnaire questionnaire)
    {
        var question = questionnaire.Variable(Asked)?.Question;
        var isComputed = questionnaire.Computed.Any(computed => computed.Id == Asked);
        if (question is null && !isComputed)
        {
            return new(
                Written,
                "unknown-question",
                $"The questionnaire {questionnaire.Id} {questionnaire.Version} has no question or computed value '{Asked}'."
            );
        }

        var classifies =
            isComputed || question is Question.Numeric
                ? Bands.Count > 0
                : question is Question.Single single && single.Options.Any(option => Classification.Find(option.Code) is not null)
                    || question is Question.CodeSearch search && search.Classification.Id == Classification.Id;
        return classifies
            ? null
            : new(
                Written,
                "question-does-not-classify",
                $"'{Asked}' gives neither codes of '{Classification.Id}' nor a number that its classes are made of."
            );
    }

    private string? CodeOf(decimal? number) => Bands.FirstOrDefault(band => number >= band.From && number < band.Below)?.Code;
}
