using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("Answered"), Description("How much of what is asked has been answered. A reason for not answering counts as answered.")]
internal sealed record AnsweredView(
    [property: Description("Variables answered.")] int Answered,
    [property: Description("Variables asked.")] int Asked
)
{
    internal static AnsweredView Of(Interview interview, Section? section)
    {
        var (answered, asked) = interview.Progress(section);
        return new AnsweredView(answered, asked);
    }
}
