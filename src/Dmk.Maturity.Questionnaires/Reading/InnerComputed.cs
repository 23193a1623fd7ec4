namespace Dmk.Maturity.Questionnaires;

/// <summary>The values computed within the items of one roster. They may read each other, but not in a circle.</summary>
internal sealed class InnerComputed(Names names, List<Problem> problems)
{
    private readonly List<Computed> _all = [];
    private readonly Dictionary<string, Named> _known = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private readonly List<(string Id, YamlScalar? Value)> _drafts = [];

    public void Add(string id, YamlScalar? value)
    {
        _drafts.Add((id, value));
        names.Add(id, () => Find(id, value));
    }

    /// <summary>In the order of the file; those with a problem are left out.</summary>
    public IReadOnlyList<Computed> All()
    {
        foreach (var (id, value) in _drafts)
        {
            if (Find(id, value) is Named.Worked(var worked))
            {
                _all.Add(new(id, worked));
            }
        }

        return _all;
    }

    private Named Find(string id, YamlScalar? value)
    {
        if (_known.TryGetValue(id, out var known))
        {
            return known;
        }

        if (_open.Count == ComputedReader.MaximumDepth)
        {
            value?.Report(
                "too-deep",
                $"More than {ComputedReader.MaximumDepth} computed values read each other one behind the other. Shorten the chain."
            );
            return new Named.Broken();
        }

        if (!_open.Add(id))
        {
            return new Named.Cyclic();
        }

        known = new ExpressionReader(names, problems).Computed(value) is { } expression ? new Named.Worked(expression) : new Named.Broken();
        _open.Remove(id);
        return _known[id] = known;
    }
}
