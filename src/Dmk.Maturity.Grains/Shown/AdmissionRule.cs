using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>Which reporting cells of a study may advance together, given what waits in each: the tables of its lattice and its
/// minimum.</summary>
internal sealed class AdmissionRule
{
    private readonly IReadOnlyList<ReportingVariable> _variables;
    private readonly IReadOnlyList<IReadOnlyList<int>> _tables;
    private readonly int _minimum;

    public AdmissionRule(StudyDesign design)
        : this(design.Variables, design.Lattice, design.Confidentiality.MinimumRespondents) { }

    /// <param name="lattice">The tables that are shown; the total is always one of them.</param>
    public AdmissionRule(IReadOnlyList<ReportingVariable> variables, IReadOnlyList<IReadOnlyList<ReportingVariable>> lattice, int minimum)
    {
        (_variables, _minimum) = (variables, minimum);
        _tables = [.. lattice.Prepend([]).Select(by => by.Select(variable => variable.Order).ToArray())];
    }

    public IReadOnlySet<ReportingCell> Admit(IReadOnlyDictionary<ReportingCell, long> pending)
    {
        var cells = pending.Keys.ToArray();
        var admitted = Admission.Admit(
            [.. cells.Select(cell => _variables.Select(variable => variable.CodeOf(cell)).ToArray())],
            [.. cells.Select(cell => pending[cell])],
            _tables,
            _minimum
        );
        return admitted.Select(place => cells[place]).ToHashSet();
    }
}
