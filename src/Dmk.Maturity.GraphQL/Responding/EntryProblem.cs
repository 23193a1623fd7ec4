namespace Dmk.Maturity.GraphQL;

[Description("Why a company did not come in.")]
internal enum EntryProblem
{
    [Description("The check character says that the code was mistyped.")]
    Mistyped,

    [Description("The code is unknown, withdrawn or closed.")]
    NotAccepted,

    [Description("There were too many failed entries from this network: wait.")]
    TooManyFailures,
}
