namespace Dmk.Maturity.Studies;

/// <summary>What a reader gets of a study. Pages, GraphQL, the command line and files show the same ones; every kind has a file of its
/// own.</summary>
public abstract partial record Result
{
    private Result(Study study) => Study = study;

    public Study Study { get; }
}
