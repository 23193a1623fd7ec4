using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("AuthorProblem"), Description("A mistake of whoever wrote a definition, in words that say what to do.")]
internal sealed class AuthorProblemView(Problem problem)
{
    [Description("The file that was read.")]
    public string File => problem.Place.File;

    [Description("From 1; 0 where the file as a whole is meant.")]
    public int Line => problem.Place.Line;

    [Description("From 1; 0 where the file as a whole is meant.")]
    public int Column => problem.Place.Column;

    [Description("Stable, as in version-too-low.")]
    public string Code => problem.Code;

    [Description("Forbids publication; a warning does not.")]
    public bool IsError => problem.Severity == Severity.Error;

    [Description("What is wrong, and what to do.")]
    public string Message => problem.Message;
}
