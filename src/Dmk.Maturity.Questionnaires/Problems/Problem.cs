namespace Dmk.Maturity.Questionnaires;

/// <summary>A mistake of an author, in words that say what to do.</summary>
/// <param name="Code">Stable, kebab case, as in <c>unknown-key</c>.</param>
public sealed record Problem(FilePosition Place, string Code, string Message, Severity Severity = Severity.Error)
{
    public override string ToString() => $"{Place}: {(Severity == Severity.Error ? "error" : "warning")} {Code}: {Message}";
}
