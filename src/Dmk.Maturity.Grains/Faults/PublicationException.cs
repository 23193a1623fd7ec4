using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>What was to be published has mistakes, or differs from what has been published under the same name. Nothing was
/// stored.</summary>
public sealed class PublicationException : Exception
{
    public PublicationException() { }

    public PublicationException(string message)
        : base(message) { }

    public PublicationException(string message, Exception innerException)
        : base(message, innerException) { }

    public PublicationException(IReadOnlyList<Problem> problems)
        : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    public IReadOnlyList<Problem> Problems { get; } = [];
}
