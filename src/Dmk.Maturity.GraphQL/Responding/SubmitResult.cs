namespace Dmk.Maturity.GraphQL;

[Description("What came of a submission.")]
internal enum SubmitResult
{
    [Description("The response is submitted.")]
    Accepted,

    [Description("Problems forbid it, hard checks fail, or soft checks wait for a confirmation.")]
    Incomplete,

    [Description("It was submitted before under another key; its receipt is given.")]
    AlreadySubmitted,

    [Description("Others have saved since the base revision; nothing is submitted. Read the response again.")]
    Outdated,

    [Description("The study takes no answers now.")]
    Closed,
}
