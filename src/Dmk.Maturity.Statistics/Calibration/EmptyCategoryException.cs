namespace Dmk.Maturity.Statistics;

/// <summary>A category has a total and no unit whose weight could meet it.</summary>
public sealed class EmptyCategoryException : ArgumentException
{
    public EmptyCategoryException()
        : this("A category has a total and no unit of the file.") { }

    /// <param name="message">Names the category.</param>
    public EmptyCategoryException(string message)
        : base(message) { }

    public EmptyCategoryException(string message, Exception innerException)
        : base(message, innerException) { }

    /// <summary>As in messages, with its variable.</summary>
    public string Category { get; init; } = "";
}
