namespace Dmk.Maturity.Trials;

/// <summary>One cell of one node's table as a reader gets it. Null is what the reader does not get; a rounded number is all that may stand
/// behind it.</summary>
/// <param name="Key">Codes of the table's variables, as in <c>land=BW|sector=trade</c>; empty for the total.</param>
/// <param name="Status">In the words of the schema.</param>
/// <param name="Respondents">With a value.</param>
/// <param name="Effective">By Kish.</param>
/// <param name="Bound">Where the scores of all its companies lie; null where the reader is told no bound.</param>
internal sealed record ReaderCell(
    string Key,
    string Status,
    Between? Mean,
    Between? StandardError,
    long? Respondents,
    Between? Population,
    Between? Effective,
    Between? Bound
);
