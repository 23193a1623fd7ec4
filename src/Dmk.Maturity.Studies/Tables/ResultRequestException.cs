namespace Dmk.Maturity.Studies;

/// <summary>A reader has asked for what a study does not have; the message says what it has.</summary>
public sealed class ResultRequestException : Exception
{
    public ResultRequestException()
        : this("TABLE_UNKNOWN", "The study has no such result.") { }

    public ResultRequestException(string message)
        : this("TABLE_UNKNOWN", message) { }

    public ResultRequestException(string message, Exception innerException)
        : base(message, innerException) => Code = "TABLE_UNKNOWN";

    /// <param name="code">Stable, as in <c>NODE_UNKNOWN</c>.</param>
    public ResultRequestException(string code, string message)
        : base(message) => Code = code;

    public string Code { get; }
}
