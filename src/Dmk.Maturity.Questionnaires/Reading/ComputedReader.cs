namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads computed values. They may read each other in any order of the file, but not in a circle.</summary>
/// <param name="variables">Number of variables; computed values take the slots behind them.</param>
internal sealed class ComputedReader(
    ExpressionReader expressions,
    Names names,
    ComputedChain chain,
    int variables,
    Func<YamlNode, bool> isNew
)
{
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

        if (chain.IsFull && draft.State == State.Unread)
        {
            ComputedChain.Refuse(draft.Value);
            return new Named.Broken();
        }

        Settle(draft);
        chain.Note(draft.Chain);
        return draft.Expression is { } expression ? new Named.Slot(slot, expression.Kind, expression.Options) : new Named.Broken();
    }

    private void Settle(Unsettled draft)
    {
        if (draft.State != State.Unread)
        {
            return;
        }

        draft.State = State.Open;
        (draft.Expression, draft.Chain) = chain.Read(draft.Value, expressions);
        draft.State = State.Done;
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

        /// <summary>How many values stand one behind the other up to this one.</summary>
        public int Chain { get; set; }
    }
}
