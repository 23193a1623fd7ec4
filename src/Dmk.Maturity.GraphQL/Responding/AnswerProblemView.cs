using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("AnswerProblem"), Description("A mistake in one answer.")]
internal sealed class AnswerProblemView(AnswerProblem problem, Language language)
{
    [Id, Description("The variable, as sent.")]
    public string Variable => problem.Variable;

    [Description(
        "Stable: unknownVariable, repeatedVariable, exactlyOneValue, wrongType, unknownOption, reasonNotOffered, belowMinimum, "
            + "aboveMaximum, tooManyDecimals, tooLarge, tooLong, exclusiveOption, tooFewOptions, tooManyOptions, tooFewItems, "
            + "tooManyItems, unlistedItem, endsBeforeItBegins, tooShort, wrongForm, tooManyDays, required, specifyMissing, sumMismatch, "
            + "notOffered."
    )]
    public string Code => problem.Code;

    [Description("What to do, said to the company.")]
    public string Message => problem.Message.In(language);
}
