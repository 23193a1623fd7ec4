namespace Dmk.Maturity.GraphQL;

[Description("What came of a save.")]
internal enum SaveResult
{
    [Description("Stored.")]
    Saved,

    [Description("Nothing was stored: some answers are not possible; see problems.")]
    Refused,

    [Description("Nothing was stored: others changed the same variables since the base revision; see conflicts.")]
    Conflicting,

    [Description("Nothing was stored: the response is submitted, or the study takes no answers now.")]
    Closed,

    [Description("Nothing was stored: the base revision is not one that was ever given. Read the response again.")]
    UnknownRevision,
}
