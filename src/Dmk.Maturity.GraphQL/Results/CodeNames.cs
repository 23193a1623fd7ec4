using System.Collections.Concurrent;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>Codes of reporting variables with their names in one language.</summary>
internal sealed class CodeNames(Language language)
{
    private readonly ConcurrentDictionary<(ReportingVariable Variable, string Code), CodeView> _known = new();
    private readonly ConcurrentDictionary<(ReportingVariable Variable, string Code), CellCodeView> _ofCells = new();

    /// <summary>A code that the classification does not have is its own name.</summary>
    public CodeView Of(ReportingVariable variable, string code) =>
        _known.GetOrAdd((variable, code), key => new CodeView(key.Code, key.Variable.LabelOf(key.Code).In(language)));

    public CellCodeView OfCell(ReportingVariable variable, string code) =>
        _ofCells.GetOrAdd(
            (variable, code),
            key => new CellCodeView(key.Variable.Id, key.Code, key.Variable.LabelOf(key.Code).In(language))
        );
}
