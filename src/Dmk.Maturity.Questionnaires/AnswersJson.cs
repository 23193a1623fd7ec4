namespace Dmk.Maturity.Questionnaires;

/// <summary>The one canonical form of answers as bytes: stored, hashed into receipts, given to the company as its own file.</summary>
/// <remarks>UTF-8 JSON without white space, variables in ordinal order, invariant numbers without trailing zeros:
/// <c>{"a":{"code":"x"},"b":{"codes":["x","y"]},"c":{"number":"12.5"},"d":{"text":"..."},"e":{"date":"2027-03-01"},"f":{"missing":"dontKnow"}}</c>.</remarks>
public static class AnswersJson
{
    public static byte[] Write(Answers answers) => throw new NotImplementedException(nameof(answers));

    /// <exception cref="FormatException">The bytes are not of this form.</exception>
    public static Answers Read(ReadOnlySpan<byte> json) => throw new NotImplementedException(json.Length.ToString(System.Globalization.CultureInfo.InvariantCulture));
}
