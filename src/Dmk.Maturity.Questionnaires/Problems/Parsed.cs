namespace Dmk.Maturity.Questionnaires;

/// <summary>What reading a file gave: the value where there is no error, and every problem found.</summary>
public sealed record Parsed<T>(T? Value, IReadOnlyList<Problem> Problems)
    where T : class
{
    /// <summary>The value, or an exception that lists every problem (for callers to whom a broken file is a bug).</summary>
    public T OrThrow() => Value ?? throw new InvalidOperationException(string.Join(Environment.NewLine, Problems));
}
