using Dmk.Maturity.Indices;

namespace Dmk.Maturity.GraphQL;

[Name("TestFailure"), Description("Something that came otherwise than its author expected.")]
internal sealed class TestFailureView(TestFailure failure)
{
    [Description("The text in which the expectation is written: tests/1.yaml is the first that was sent.")]
    public string File => failure.Place.File;

    [Description("From 1.")]
    public int Line => failure.Place.Line;

    [Description("From 1.")]
    public int Column => failure.Place.Column;

    [Description("The made-up respondent's name.")]
    public string Respondent => failure.Respondent;

    [Description("What was expected and what came.")]
    public string Message => failure.Message;
}
