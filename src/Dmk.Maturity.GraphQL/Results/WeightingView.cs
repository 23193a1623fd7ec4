using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("Weighting"), Description("How respondents were weighted.")]
internal sealed class WeightingView(IndexTable table, Language language)
{
    private static readonly Text _description = new(
        "Designgewichte, korrigiert um Antwortausfall innerhalb der Schichten; Schichten mit zu wenigen Antworten sind zusammengelegt",
        "Design weights, corrected for non-response within strata; strata with too few respondents are merged"
    );

    [Description("In words.")]
    public string Description => _description.In(language);

    [Description("Which strata were merged into which."), ListSize(200)]
    public IEnumerable<CollapseView> Collapses => table.Collapses.Select(collapse => new CollapseView(collapse));
}
