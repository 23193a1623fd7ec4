namespace Dmk.Maturity.Questionnaires;

/// <summary>A variable that decides about a condition.</summary>
/// <param name="before">What is known of it already, or null.</param>
internal sealed class Watched(Variable variable, Watched? before)
{
    public Variable Variable => variable;

    /// <summary>What it is compared with.</summary>
    public HashSet<object> Points { get; private set; } = before is null ? [] : [.. before.Points];

    /// <summary>Answers that stand for all.</summary>
    public IReadOnlyList<Answer> Values { get; private set; } = [];

    /// <summary>What must hold for it to be asked, as far as it is followed.</summary>
    public List<Formula> Path { get; } = [];

    /// <returns>False where there are too many answers to list.</returns>
    public bool Settle(KnownValues known)
    {
        if (known.Of(variable, Points) is not { } values)
        {
            return false;
        }

        Values = values;
        return true;
    }

    public void Take(Watched now) => (Points, Values) = (now.Points, now.Values);
}
