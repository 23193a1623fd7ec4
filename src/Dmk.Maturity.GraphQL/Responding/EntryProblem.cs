namespace Dmk.Maturity.GraphQL;

[Description("Why a company did not come in.")]
internal enum EntryProblem
{
    [Description("It cannot be a code: its check character, its length or one of its characters says that it was mistyped.")]
    Mistyped,

    [Description("The code is unknown, replaced or withdrawn.")]
    NotAccepted,

    [Description("The code is right, and its survey has not begun.")]
    NotYetOpen,

    [Description("The code is right, and its survey has ended.")]
    Closed,

    [Description("There were too many failed entries from this network: wait.")]
    TooManyFailures,
}
