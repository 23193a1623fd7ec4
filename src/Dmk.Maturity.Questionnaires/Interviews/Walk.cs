namespace Dmk.Maturity.Questionnaires;

/// <summary>One way through a questionnaire: all steps with all answers, or after a change only the steps that depend on it.</summary>
internal sealed class Walk
{
    private readonly Plan _plan;
    private readonly Answers _answers;
    private readonly Dictionary<string, Answer[]>?[] _givenItems;
    private readonly List<(PlannedRoster Roster, string Item)> _touched = [];
    private readonly List<Fact> _facts = [];

    /// <summary>Steps to take, and those among them that read something that changed. Null where all are taken.</summary>
    private readonly BitSet? _due;
    private readonly BitSet? _stirred;

    /// <summary>All steps.</summary>
    public Walk(Plan plan, Answers answers)
    {
        (_plan, _answers) = (plan, answers);
        _givenItems = plan.Rosters.Length == 0 ? [] : new Dictionary<string, Answer[]>?[plan.Rosters.Length];
        Slots = new Answer[plan.SlotCount];
        Asked = new bool[plan.PlaceCount];
        Array.Fill(Slots, Answer.Unanswered);
        foreach (var (id, answer) in answers.All)
        {
            Give(id, answer);
        }

        foreach (var step in plan.Steps)
        {
            step.Take(this);
        }
    }

    /// <summary>The steps that depend on changed answers.</summary>
    public Walk(Interview before, Answers answers, IEnumerable<string> changed)
    {
        (_plan, _answers, _givenItems) = (before.Plan, answers, []);
        (_due, _stirred) = (new(_plan.Steps.Length), new(_plan.Steps.Length));
        (StaleQuestions, StaleChecks) = (new(_plan.Questions.Length), new(_plan.Checks.Length));
        foreach (var id in changed)
        {
            Touch(id);
        }

        var next = _due.Next(0);
        (Slots, Asked) = next < 0 && _facts.Count == 0 ? (before.Slots, before.Asked) : ([.. before.Slots], [.. before.Asked]);
        foreach (var fact in _facts)
        {
            Slots[fact.Slot] = Usable(_answers[fact.Id]);
        }

        for (; next >= 0; next = _due.Next(next + 1))
        {
            _plan.Steps[next].Take(this);
        }
    }

    /// <summary>The answers that count by variable, computed values, the items of rosters.</summary>
    public Answer[] Slots { get; }

    /// <summary>Sections, groups, questions.</summary>
    public bool[] Asked { get; }

    /// <summary>Questions whose problems may be others than before; null where all may.</summary>
    public BitSet? StaleQuestions { get; }

    /// <summary>Checks that may fire where they did not before, or the other way round.</summary>
    public BitSet? StaleChecks { get; }

    public void Ask(int place, bool isAsked)
    {
        if (_due is not null && Asked[place] != isAsked)
        {
            Stir(_plan.SlotCount + place);
        }

        Asked[place] = isAsked;
    }

    public void Settle(int slot, Answer answer)
    {
        if (_due is not null && !Slots[slot].Equals(answer))
        {
            Stir(slot);
        }

        Slots[slot] = answer;
    }

    /// <summary>The answer to a variable as given, on the path or not. Asked for before the variable is settled.</summary>
    public Answer Given(int variable) => _due is null ? Slots[variable] : Usable(_answers[_plan.Questionnaire.Variables[variable].Id]);

    /// <summary>The answers of an item as given; null where there are none.</summary>
    public Answer[]? Given(PlannedRoster roster, string item)
    {
        if (_due is null)
        {
            return _givenItems[Array.IndexOf(_plan.Rosters, roster)]?.GetValueOrDefault(item);
        }

        var given = roster.Blank();
        for (var i = 0; i < given.Length; i++)
        {
            given[i] = Usable(_answers[ItemId.Variable(roster.Roster.Id, item, roster.Variables[i].Id)]);
        }

        return given;
    }

    /// <summary>Whether an answer of this very item changed.</summary>
    public bool IsTouched(PlannedRoster roster, string item) => _due is null || _touched.Contains((roster, item));

    /// <summary>Whether something that the step reads changed.</summary>
    public bool IsStirred(int step) => _stirred is null || _stirred.Has(step);

    /// <summary>That a question is off the path is found out, never given.</summary>
    private static Answer Usable(Answer answer) => answer is Answer.Missing { Reason: MissingReason.NotAsked } ? Answer.Unanswered : answer;

    private void Give(string id, Answer answer)
    {
        if (_plan.Questionnaire.IndexOf(id) is >= 0 and var index)
        {
            Slots[index] = Usable(answer);
        }
        else if (Split(id) is var (roster, item, place))
        {
            var items = _givenItems[Array.IndexOf(_plan.Rosters, roster)] ??= new(StringComparer.Ordinal);
            if (!items.TryGetValue(item, out var given))
            {
                items[item] = given = roster.Blank();
            }

            given[place] = Usable(answer);
        }
        else if (_plan.Questionnaire.Fact(id) is { } fact)
        {
            Slots[fact.Slot] = Usable(answer);
        }
    }

    private void Touch(string id)
    {
        if (_plan.Questionnaire.IndexOf(id) is >= 0 and var index)
        {
            _due!.Set(_plan.StepOf[_plan.QuestionOf[index]]);
        }
        else if (Split(id) is var (roster, item, _))
        {
            _due!.Set(_plan.StepOf[_plan.QuestionOf[roster.Own]]);
            _touched.Add((roster, item));
        }
        else if (_plan.Questionnaire.Fact(id) is { } fact)
        {
            _facts.Add(fact);
            Stir(fact.Slot);
        }
    }

    private (PlannedRoster Roster, string Item, int Place)? Split(string id) =>
        ItemId.TrySplit(id, out var rosterId, out var item, out var template)
        && _plan.RosterOf(rosterId) is { } roster
        && roster.PlaceOf(template) is >= 0 and var place
            ? (roster, item.ToString(), place)
            : null;

    private void Stir(int cell)
    {
        foreach (var step in _plan.StepsReading[cell])
        {
            _due!.Set(step);
            _stirred!.Set(step);
        }

        StaleQuestions!.Set(_plan.QuestionsReading[cell]);
        StaleChecks!.Set(_plan.ChecksReading[cell]);
    }
}
