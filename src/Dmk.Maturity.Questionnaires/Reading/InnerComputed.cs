namespace Dmk.Maturity.Questionnaires;

/// <summary>The values computed within the items of one roster. They may read each other, but not in a circle.</summary>
internal sealed class InnerComputed(Names names, ComputedChain chain, List<Problem> problems)
{
    private readonly List<Computed> _all = [];
    private readonly Dictionary<string, (Named Named, int Chain)> _known = new(StringComparer.Ordinal);
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
            chain.Note(known.Chain);
            return known.Named;
        }

        if (_open.Contains(id))
        {
            return new Named.Cyclic();
        }

        if (chain.IsFull)
        {
            ComputedChain.Refuse(value);
            return new Named.Broken();
        }

        _open.Add(id);
        var (expression, length) = chain.Read(value, new ExpressionReader(names, problems));
        Named named = expression is null ? new Named.Broken() : new Named.Worked(expression);
        _open.Remove(id);
        _known[id] = (named, length);
        chain.Note(length);
        return named;
    }
}
