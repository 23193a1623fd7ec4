namespace Dmk.Maturity.Questionnaires;

/// <summary>How bad a problem is: an error forbids use, a warning does not.</summary>
public enum Severity
{
    Error,
    Warning,
}

/// <summary>Where in an author's file a problem stands. Lines and columns count from 1; 0 where the file as a whole is meant.</summary>
public readonly record struct Place(string File, int Line, int Column)
{
    public override string ToString() => Line == 0 ? File : $"{File}:{Line}:{Column}";
}

/// <summary>A mistake of an author, in words that say what to do.</summary>
/// <param name="Code">Stable, kebab case, as in <c>unknown-key</c>.</param>
public sealed record Problem(Place Place, string Code, string Message, Severity Severity = Severity.Error)
{
    public override string ToString() => $"{Place}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}";
}

/// <summary>What reading a file gave: the value where there is no error, and every problem found.</summary>
public sealed record Reading<T>(T? Value, IReadOnlyList<Problem> Problems)
    where T : class
{
    /// <summary>The value, or an exception that lists every problem (for callers to whom a broken file is a bug).</summary>
    public T OrThrow() => Value ?? throw new InvalidOperationException(string.Join(Environment.NewLine, Problems));
}
