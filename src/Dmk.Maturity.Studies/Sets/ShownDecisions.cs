namespace Dmk.Maturity.Studies;

/// <summary>What readers other than operators may see of a state, decided on companies before any number is looked at, for all nodes of all
/// index models together.</summary>
/// <param name="Nodes">Per node of the <see cref="NodeFamily"/> and table of the <see cref="EntryOrder"/>: the cells of which its figure is
/// withheld, and why.</param>
/// <param name="NotYetShown">Per table the cells of which companies have answered and none is shown.</param>
/// <param name="Answered">Companies.</param>
/// <param name="Shown">Per table, companies that it is made from.</param>
/// <param name="Deepest">The depth down to which nodes are shown: while the field is open, and before an operator has shown the whole, only
/// the index and its dimensions are.</param>
public sealed record ShownDecisions(
    IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, CellStatus>>> Nodes,
    IReadOnlyList<IReadOnlySet<string>> NotYetShown,
    long Answered,
    IReadOnlyList<long> Shown,
    int Deepest
)
{
    /// <summary>The first state that shows all nodes and tables; 0 while none does. Shares of levels and other weights are shown of this
    /// state alone: two of them would tell of those who came between.</summary>
    public int FirstWhole { get; init; }

    /// <summary>The same as <see cref="Nodes"/> for figures per person employed, see <see cref="PersonDecisions"/>: decided once, when
    /// somebody first asks for one after all was shown. Null before.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyDictionary<string, CellStatus>>>? PerPerson { get; init; }
}
