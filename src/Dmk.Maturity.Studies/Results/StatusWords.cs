using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>What readers read for a status.</summary>
public static class StatusWords
{
    public static Text Of(CellStatus status) =>
        status switch
        {
            CellStatus.Published => new("veröffentlicht", "published"),
            CellStatus.Unreliable => new("mit Vorsicht zu lesen: große Unsicherheit", "to be read with care: large uncertainty"),
            CellStatus.FewRespondents => new("zurückgehalten: zu wenige Antworten", "withheld: too few respondents"),
            CellStatus.Dominated => new(
                "zurückgehalten: ein Unternehmen macht fast alles davon aus",
                "withheld: one company makes up nearly all of it"
            ),
            CellStatus.ProtectsAnother => new("zurückgehalten: schützt eine andere Zelle", "withheld: protects another cell"),
            CellStatus.AllAlike => new(
                "als Spanne gezeigt: alle oder fast alle Unternehmen haben denselben Wert",
                "shown as a range: all or nearly all companies have the same score"
            ),
            CellStatus.NotYetShown => new("noch nicht gezeigt: zu wenige Antworten bisher", "not yet shown: too few answers so far"),
            CellStatus.NoRespondents => new("keine Antworten", "no respondents"),
            CellStatus.StructuralZero => new("keine solchen Unternehmen", "no such companies"),
            _ => throw new UnreachableException(),
        };
}
