using System.Diagnostics.CodeAnalysis;

namespace Dmk.Maturity.GraphQL;

/// <summary>A request, or a field of it, that is not answered: a stable code, and words that say what to do.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Without code and words it would say nothing.")]
internal sealed class Refusal : ExecutionError
{
    /// <param name="status">The HTTP status where the whole request is refused.</param>
    public Refusal(string code, string message, int status = 400)
        : base(message) => (Code, Status) = (code, status);

    public int Status { get; }

    /// <summary>Further facts for machines, shown beside the code.</summary>
    public Dictionary<string, object?> Facts { get; } = [];

    public static Refusal Unauthenticated(string message) => new("UNAUTHENTICATED", message, 401);

    /// <summary>Something was asked of which there is less: what was asked, what is allowed, how to ask for less.</summary>
    public static Refusal TooMuch(string code, string message, long asked, long allowed, int status = 400) =>
        new(code, message, status) { Facts = { ["asked"] = asked, ["allowed"] = allowed } };
}
