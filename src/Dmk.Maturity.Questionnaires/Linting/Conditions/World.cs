namespace Dmk.Maturity.Questionnaires;

/// <summary>One way in which the answers that matter can be given.</summary>
/// <param name="slots">By variable; those that do not matter are unanswered.</param>
internal sealed class World(Answer[] slots)
{
    private readonly Dictionary<Formula, (int Moment, bool? Truth)> _known = [];
    private readonly Dictionary<Formula.Free, bool?> _chosen = [];
    private int _moment;

    public Answer[] Slots => slots;

    /// <summary>How often a part was looked at.</summary>
    public long Steps { get; private set; }

    public void Answer(int slot, Answer answer)
    {
        slots[slot] = answer;
        _moment++;
        Steps++;
    }

    public void Choose(Formula.Free free, bool? truth)
    {
        _chosen[free] = truth;
        _moment++;
        Steps++;
    }

    public bool? Chosen(Formula.Free free) => _chosen[free];

    /// <returns>False where it was not looked at since the last answer.</returns>
    public bool IsKnown(Formula formula, out bool? truth)
    {
        var isKnown = _known.TryGetValue(formula, out var one) && one.Moment == _moment;
        truth = one.Truth;
        return isKnown;
    }

    public bool? Note(Formula formula, bool? truth)
    {
        Steps++;
        _known[formula] = (_moment, truth);
        return truth;
    }
}
