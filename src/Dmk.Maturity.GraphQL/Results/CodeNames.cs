using System.Collections.Concurrent;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>Codes of a study's reporting variables with their names in one language.</summary>
internal sealed class CodeNames(StudyDesign design, Language language)
{
    private readonly ConcurrentDictionary<(ReportingVariable Variable, string Code), CodeView> _known = new();

    /// <summary>A code that the classification does not have is its own name.</summary>
    public CodeView Of(ReportingVariable variable, string code) =>
        _known.GetOrAdd(
            (variable, code),
            key => new CodeView(key.Code, design.Codes.GetValueOrDefault(key.Variable)?.Find(key.Code)?.Label.In(language) ?? key.Code)
        );
}
