namespace Dmk.Maturity.Questionnaires;

/// <summary>Which codes of a classification may be found.</summary>
internal abstract record CodeScope
{
    private CodeScope() { }

    /// <summary>Every code.</summary>
    public sealed record Everything : CodeScope;

    /// <summary>Codes of these levels.</summary>
    public sealed record Levels(IReadOnlySet<int> Numbers) : CodeScope;

    /// <summary>These codes.</summary>
    public sealed record Codes(IReadOnlySet<string> Compact) : CodeScope;

    /// <summary>Classes, and the subclass that was meant where there are several; every code of a classification that is not as
    /// deep.</summary>
    public sealed record Classes : CodeScope;
}
