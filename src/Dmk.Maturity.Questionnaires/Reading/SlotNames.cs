namespace Dmk.Maturity.Questionnaires;

/// <summary>Gives every variable of a questionnaire its slot, and every name its meaning.</summary>
internal sealed class SlotNames
{
    private readonly Dictionary<QuestionDraft, Named.Roster> _rosters = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<QuestionDraft, InnerComputed> _computed = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);
    private readonly List<Fact> _facts = [];

    /// <param name="computed">Number of computed values; they name themselves.</param>
    /// <param name="previous">Variables of which <c>previous.</c> is written somewhere.</param>
    public SlotNames(
        IReadOnlyList<QuestionDraft> questions,
        int computed,
        IReadOnlySet<string> previous,
        Classifications classifications,
        List<Problem> problems
    )
    {
        var rosters = questions.Where(question => question.Inner.Count > 0).ToList();
        Layout = new(
            questions.Sum(question => question.Variables.Count),
            computed,
            rosters.Count,
            1 + questions.SelectMany(question => question.Variables).Count(variable => previous.Contains(variable.Id)),
            rosters.Sum(roster => roster.Inner.Sum(inner => inner.Variables.Count))
        );
        Names = new(null, classifications) { FirstInner = Layout.FirstInner };
        var (next, items, inner) = (0, Layout.FirstItems, Layout.FirstInner);
        foreach (var question in questions)
        {
            if (question.Inner.Count > 0)
            {
                var first = inner;
                var names = new Names(Names, classifications) { FirstInner = Layout.FirstInner };
                foreach (var one in question.Inner)
                {
                    Name(names, one, inner, isInner: true);
                    NameOutside(question, one);
                    inner += one.Variables.Count;
                }

                var roster = new Named.Roster(OfAnswer(question, next, isInner: false), items++, first, inner - first, Layout, names)
                {
                    Maximum = question.MostItems,
                };
                var computedInside = new InnerComputed(names, Chain, problems);
                foreach (var (id, value) in question.InnerComputed.Where(one => one.Id.Length > 0))
                {
                    computedInside.Add(id, value);
                    Names.Add(id, new Named.OfItems(question.Id));
                }

                _computed.Add(question, computedInside);
                _rosters.Add(question, roster);
                Names.Add(question.Id, roster);
            }
            else
            {
                Name(Names, question, next, isInner: false);
            }

            next += question.Variables.Count;
        }

        AddFact(new(Fact.Today, Layout.FirstFact, null), new(Layout.FirstFact, ExpressionKind.Date, []));
        foreach (var variable in questions.SelectMany(question => question.Variables).Where(variable => previous.Contains(variable.Id)))
        {
            if (Names.Find(variable.Id) is Named.Slot now)
            {
                var slot = Layout.FirstFact + _facts.Count;
                AddFact(new(Fact.Previous + variable.Id, slot, variable.Id), now with { Index = slot, Reasons = null });
            }
        }
    }

    /// <summary>Those that an expression or a text reads.</summary>
    public IReadOnlyList<Fact> Facts => [.. _facts.Where(fact => _read.Contains(fact.Id))];

    public Names Names { get; }

    /// <summary>Of all computed values, those within rosters included.</summary>
    public ComputedChain Chain { get; } = new();

    public SlotLayout Layout { get; }

    public Named.Roster Roster(QuestionDraft roster) => _rosters[roster];

    /// <summary>The values computed within the items of a roster.</summary>
    public IReadOnlyList<Computed> ComputedIn(QuestionDraft roster) => _computed[roster].All();

    /// <summary>The variables of rosters in the order of their slots with items.</summary>
    public int[] RosterVariables => [.. _rosters.Values.OrderBy(roster => roster.Items).Select(roster => roster.Own.Index)];

    private static void Name(Names names, QuestionDraft draft, int first, bool isInner)
    {
        if (draft.IsBroken)
        {
            names.Add(draft.Id, new Named.Broken());
        }
        else if (draft.Parts.Count > 0)
        {
            names.Add(draft.Id, new Named.Parts([.. draft.Parts.Select((_, i) => OfAnswer(draft, first + i, isInner))]));
        }

        foreach (var variable in draft.Variables)
        {
            var slot = variable.Specify is null
                ? OfAnswer(draft, first, isInner)
                : new Named.Slot(first, ExpressionKind.Text, []) { IsInner = isInner, Reasons = [] };
            names.Add(variable.Id, slot);
            first++;
        }
    }

    private void AddFact(Fact fact, Named.Slot slot)
    {
        _facts.Add(fact);
        Names.Add(
            fact.Id,
            () =>
            {
                _read.Add(fact.Id);
                return slot;
            }
        );
    }

    private static Named.Slot OfAnswer(QuestionDraft draft, int index, bool isInner) =>
        new(index, draft.Kind!.Value, draft.Options)
        {
            IsInner = isInner,
            Reasons = draft.Missing,
            Classification = draft.Classification,
        };

    /// <summary>From outside a roster its questions have as many answers as there are items.</summary>
    private void NameOutside(QuestionDraft roster, QuestionDraft inner)
    {
        var named = new Named.OfItems(roster.Id);
        Names.Add(inner.Id, named);
        foreach (var variable in inner.Variables)
        {
            Names.Add(variable.Id, named);
        }
    }
}
