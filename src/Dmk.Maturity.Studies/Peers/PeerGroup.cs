namespace Dmk.Maturity.Studies;

/// <summary>The companies beside which one is set: those that stand under the same codes of some variables.</summary>
/// <param name="By">Variables that the frame knows, in the study's order; none for all companies.</param>
/// <param name="Codes">One for each.</param>
/// <param name="LeftOut">Variables in which these companies may stand elsewhere, because those that stand where the company does in all of
/// them are too few or are not reported; empty for the closest peers.</param>
public sealed record PeerGroup(IReadOnlyList<ReportingVariable> By, IReadOnlyList<string> Codes, IReadOnlyList<ReportingVariable> LeftOut)
{
    /// <summary>The peers of a company, the closest first: of its code in all variables of the frame, then without the Land, then without
    /// the last of the others, and so on to all companies. Only tables that the study reports.</summary>
    /// <param name="cell">Where the company stands.</param>
    public static IReadOnlyList<PeerGroup> StepsOf(StudyDesign design, ReportingCell cell)
    {
        ReportingVariable[] all = [.. design.Variables.Where(variable => variable.Source is VariableSource.Cell { IsInFrame: true })];
        ReportingVariable[] others = [.. all.Where(variable => variable != design.Land)];
        IEnumerable<ReportingVariable[]> steps =
        [
            all,
            .. Enumerable.Range(0, others.Length + 1).Select(dropped => others[..(others.Length - dropped)]),
        ];
        return
        [
            .. steps
                .Where(step => design.Table([.. step.Select(variable => variable.Id)]) is not null)
                .Select(step => new PeerGroup(step, [.. step.Select(variable => variable.CodeOf(cell))], [.. all.Except(step)])),
        ];
    }

    public bool Has(ReportingCell cell) => By.Zip(Codes).All(pair => pair.First.CodeOf(cell) == pair.Second);
}
