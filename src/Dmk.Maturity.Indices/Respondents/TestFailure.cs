using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>An expectation that did not come true.</summary>
/// <param name="Place">Where it is written.</param>
/// <param name="Respondent">Its name.</param>
/// <param name="Message">What was expected and what came.</param>
public sealed record TestFailure(FilePosition Place, string Respondent, string Message)
{
    /// <summary>One line, as compilers write them.</summary>
    public override string ToString() => $"{Place}: {Respondent}: {Message}";
}
