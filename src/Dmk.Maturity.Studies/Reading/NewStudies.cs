using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>What is asked of a study that is checked or published from now on, and not of one that was published before it was
/// asked.</summary>
internal sealed class NewStudies
{
    private readonly List<Problem> _problems = [];

    /// <summary>In the order in which they were found.</summary>
    public IReadOnlyList<Problem> Problems => _problems;

    /// <summary>Adds a problem at the place of a node.</summary>
    public void Ask(YamlNode node, string code, string message, Severity severity = Severity.Error) =>
        _problems.Add(new(node.Place, code, message, severity));
}
