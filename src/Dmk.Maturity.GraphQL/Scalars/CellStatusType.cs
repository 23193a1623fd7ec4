using System.Diagnostics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

/// <summary>Statuses of a figure, described.</summary>
internal sealed class CellStatusType()
    : DescribedEnum<CellStatus>(
        "CellStatus",
        "Whether and why a figure is shown or not.",
        value =>
            value switch
            {
                CellStatus.Published => "Shown.",
                CellStatus.Unreliable => "Shown, and to be read with care: its interval is wide.",
                CellStatus.FewRespondents => "Withheld: fewer respondents than the minimum.",
                CellStatus.Dominated => "Withheld: one company makes up nearly all of it.",
                CellStatus.ProtectsAnother =>
                    "Withheld: it would give a withheld figure away by subtraction, or tell of the few companies that lack it.",
                CellStatus.AllAlike => "Shown as a bound: all or nearly all companies have the same score.",
                CellStatus.NotYetShown => "There is no figure yet: companies have answered, and too few to be shown.",
                CellStatus.NoRespondents => "There is no figure: nobody has answered.",
                CellStatus.StructuralZero => "There is no figure: there are no such companies.",
                _ => throw new UnreachableException(),
            }
    );
