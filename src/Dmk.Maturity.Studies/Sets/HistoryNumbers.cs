namespace Dmk.Maturity.Studies;

/// <summary>A number for each history that occurs.</summary>
internal sealed class HistoryNumbers
{
    private readonly Dictionary<IReadOnlyList<int>, int> _known = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<string, int> _numberOf = new(StringComparer.Ordinal);

    /// <summary>From 0, in the order in which they are asked for; the same for equal ones.</summary>
    public int Of(IReadOnlyList<int> history)
    {
        if (!_known.TryGetValue(history, out var number))
        {
            var key = string.Join(',', history);
            if (!_numberOf.TryGetValue(key, out number))
            {
                _numberOf.Add(key, number = _numberOf.Count);
            }

            _known.Add(history, number);
        }

        return number;
    }
}
