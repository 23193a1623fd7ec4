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
                CellStatus.Unreliable => "Shown, and to be read with care: the coefficient of variation is large.",
                CellStatus.FewRespondents => "Withheld: fewer respondents than the minimum.",
                CellStatus.ProtectsAnother => "Withheld: it would give a withheld figure away by subtraction.",
                CellStatus.NoRespondents => "There is no figure: nobody has answered.",
                CellStatus.StructuralZero => "There is no figure: there are no such companies.",
                _ => throw new UnreachableException(),
            }
    );
