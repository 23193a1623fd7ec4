namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads computed values. They may read each other in any order of the file, but not in a circle.</summary>
/// <param name="variables">Number of variables; computed values take the slots behind them.</param>
internal sealed class ComputedReader(ExpressionReader expressions, Names names, int variables, Func<YamlNode, bool> isNew)
{
    /// <summary>Computed values that read each other, one behind the other.</summary>
    public const int MaximumDepth = 50;

    private int _depth;

    /// <returns>In the order of the file; no expression where a problem was reported.</returns>
    public IReadOnlyList<(string Id, Expression? Value)> Read(IReadOnlyList<YamlMapping> mappings)
    {
        var drafts = mappings.Select(one => Draft(one, isNew)).Select(one => new Unsettled(one.Id, one.Value)).ToList();
        for (var i = 0; i < drafts.Count; i++)
        {
            var (draft, index) = (drafts[i], i);
            if (draft.Id.Length > 0)
            {
                names.Add(draft.Id, () => Find(draft, variables + index));
            }
        }

        foreach (var draft in drafts)
        {
            Settle(draft);
        }

        return [.. drafts.Select(draft => (draft.Id, draft.Expression))];
    }

    /// <returns>Its id, empty where a problem with it was reported, and what it is computed by.</returns>
    public static (string Id, YamlScalar? Value) Draft(YamlMapping yaml, Func<YamlNode, bool> isNew)
    {
        var id = yaml.Required("id");
        var isGood = id?.AsId() is not null && isNew(id);
        var value = yaml.Required("value")?.AsScalar();
        yaml.NothingElse();
        return (isGood ? id!.AsScalar()!.Value : "", value);
    }

    private Named Find(Unsettled draft, int slot)
    {
        if (draft.State == State.Open)
        {
            return new Named.Cyclic();
        }

        if (_depth == MaximumDepth && draft.State == State.Unread)
        {
            draft.Value?.Report(
                "too-deep",
                $"More than {MaximumDepth} computed values read each other one behind the other. Shorten the chain."
            );
            return new Named.Broken();
        }

        Settle(draft);
        return draft.Expression is { } expression ? new Named.Slot(slot, expression.Kind, expression.Options) : new Named.Broken();
    }

    private void Settle(Unsettled draft)
    {
        if (draft.State != State.Unread)
        {
            return;
        }

        _depth++;
        draft.State = State.Open;
        draft.Expression = expressions.Computed(draft.Value);
        draft.State = State.Done;
        _depth--;
    }

    private enum State
    {
        Unread,
        Open,
        Done,
    }

    private sealed class Unsettled(string id, YamlScalar? value)
    {
        public string Id => id;

        public YamlScalar? Value => value;

        public State State { get; set; }

        public Expression? Expression { get; set; }
    }
}
