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

    [Description(
        "Others have saved since the base revision; nothing is submitted. See changed and conflicts, and read the response again."
    )]
    Outdated,

    [Description(
        "Nothing is submitted: somebody has begun the response and no base revision was sent, or one that was never given. "
            + "Read the response, and send its revision."
    )]
    UnknownRevision,

    [Description("The study takes no answers now.")]
    Closed,
}
