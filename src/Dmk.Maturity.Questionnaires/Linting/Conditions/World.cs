namespace Dmk.Maturity.Questionnaires;

/// <summary>One way in which the answers that matter can be given.</summary>
/// <param name="slots">By variable; those that do not matter are unanswered.</param>
internal sealed class World(Answer[] slots)
{
    private readonly Dictionary<Formula.Free, bool?> _chosen = [];

    public Answer[] Slots => slots;

    /// <summary>Grows with each answer: what was seen before is no longer so.</summary>
    public int Moment { get; private set; }

    /// <summary>How often a part was looked at.</summary>
    public long Steps { get; private set; }

    public void Answer(int slot, Answer answer)
    {
        slots[slot] = answer;
        Moment++;
        Steps++;
    }

    public void Choose(Formula.Free free, bool? truth)
    {
        _chosen[free] = truth;
        Moment++;
        Steps++;
    }

    public bool? Chosen(Formula.Free free) => _chosen[free];

    public void Looked() => Steps++;

    /// <summary>Whether all of them are true.</summary>
    public bool Holds(IReadOnlyList<Formula> conditions)
    {
        for (var i = 0; i < conditions.Count; i++)
        {
            if (conditions[i].In(this) != true)
            {
                return false;
            }
        }

        return true;
    }
}
