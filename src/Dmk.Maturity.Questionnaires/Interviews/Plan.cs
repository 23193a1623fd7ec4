using System.Collections.Frozen;
using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The one order in which interviews of a questionnaire are worked out, and what depends on what.</summary>
/// <remarks>A condition reads only what stands before it, and a computed value is worked out as soon as all that it reads is settled (the
/// reader saw to
/// both), so one pass over the steps settles everything. A cell is anything that can change: a slot, or whether something is
/// asked.</remarks>
internal sealed class Plan
{
    /// <summary>Made when the first interview begins, once for each questionnaire, and gone with it.</summary>
    private static readonly ConditionalWeakTable<Questionnaire, Plan> _plans = [];

    private readonly List<Step> _steps = [];
    private readonly List<int>?[] _stepsReading;
    private readonly SlotLayout _layout;
    private readonly FrozenDictionary<string, int> _places;

    private Plan(Questionnaire questionnaire)
    {
        (Questionnaire, _layout) = (questionnaire, questionnaire.Layout);
        Sections = questionnaire.Sections;
        Groups = [.. Sections.SelectMany(section => section.Groups)];
        var own = questionnaire.Variables.ToLookup(variable => variable.Question, ReferenceEqualityComparer.Instance);
        Questions =
        [
            .. Sections
                .SelectMany(section => section.Questions)
                .Select((question, i) => new PlannedQuestion(question, i, [.. own[question]])),
        ];
        Rosters =
        [
            .. Questions
                .Where(question => question.Question is Question.Roster)
                .Select(
                    (question, i) =>
                        new PlannedRoster(
                            (Question.Roster)question.Question,
                            _layout,
                            question.First,
                            _layout.FirstItems + i,
                            questionnaire.Bindings.Templates[question.Question.Id]
                        )
                ),
        ];
        _places = Sections
            .Select((section, i) => KeyValuePair.Create("section " + section.Id, i))
            .Concat(Groups.Select((group, i) => KeyValuePair.Create("group " + group.Id, Sections.Count + i)))
            .Concat(Questions.Select(question => KeyValuePair.Create(question.Question.Id, PlaceOf(question))))
            .ToFrozenDictionary(StringComparer.Ordinal);

        var cells = _layout.FirstInner + PlaceCount;
        _stepsReading = new List<int>?[cells];
        var order = new ComputedOrder(
            _layout,
            [.. Rosters.Select(roster => roster.Own)],
            [.. questionnaire.Computed.Select(one => one.Value)]
        );
        StepOf = new int[Questions.Length];
        AddSteps(new(order.Order), order);
        Steps = [.. _steps];
        StepsReading = Arrays(_stepsReading);
        QuestionOf = [.. questionnaire.Variables.Select(variable => _places[variable.Question.Id] - Sections.Count - Groups.Length)];

        Checks = [.. questionnaire.Checks.Select(check => Planned(check, order))];
        ChecksReading = Readers(cells, Checks.Length, i => CellsOf(Checks[i]));
        QuestionsReading = Readers(cells, Questions.Length, i => CellsOf(Questions[i]));
    }

    public Questionnaire Questionnaire { get; }

    public IReadOnlyList<Section> Sections { get; }

    public Group[] Groups { get; }

    public PlannedQuestion[] Questions { get; }

    public PlannedRoster[] Rosters { get; }

    public PlannedCheck[] Checks { get; }

    public Step[] Steps { get; }

    /// <summary>By cell.</summary>
    public int[][] StepsReading { get; }

    /// <summary>By cell, the questions whose problems may be others when it changes.</summary>
    public int[][] QuestionsReading { get; }

    /// <summary>By cell.</summary>
    public int[][] ChecksReading { get; }

    /// <summary>By question.</summary>
    public int[] StepOf { get; }

    /// <summary>By variable.</summary>
    public int[] QuestionOf { get; }

    /// <summary>Whether an option of any question has a condition.</summary>
    public bool HasConditionalOptions =>
        Questions.Any(question => question.Question.OptionsWhen.Count > 0)
        || Rosters.Any(roster => roster.Questions.Any(question => question.Question.OptionsWhen.Count > 0));

    /// <summary>Slots that an interview keeps.</summary>
    public int SlotCount => _layout.FirstInner;

    /// <summary>Sections, groups and questions.</summary>
    public int PlaceCount => Sections.Count + Groups.Length + Questions.Length;

    public int PlaceOf(Section section) => _places["section " + section.Id];

    public int PlaceOf(Group group) => _places["group " + group.Id];

    /// <returns>-1 for a question within a roster.</returns>
    public int PlaceOf(Question question) => _places.GetValueOrDefault(question.Id, -1);

    public static Plan Of(Questionnaire questionnaire) => _plans.GetValue(questionnaire, one => new(one));

    public PlannedRoster? RosterOf(ReadOnlySpan<char> id)
    {
        foreach (var roster in Rosters)
        {
            if (id.SequenceEqual(roster.Roster.Id))
            {
                return roster;
            }
        }

        return null;
    }

    private int PlaceOf(PlannedQuestion question) => Sections.Count + Groups.Length + question.Number;

    private void AddSteps(Queue<int> computed, ComputedOrder order)
    {
        var (number, roster) = (0, 0);
        var open = new HashSet<Group>(ReferenceEqualityComparer.Instance);
        for (var i = 0; i < Sections.Count; i++)
        {
            var section = Sections[i];
            Compute(computed, order, FirstVariable(number));
            Add(new Step.Ask(i, -1, section.When) { Number = _steps.Count }, section.When, -1, []);
            foreach (var one in section.Questions)
            {
                Compute(computed, order, FirstVariable(number));
                foreach (var group in one.Groups.Where(open.Add))
                {
                    var around = group.Outer is null ? i : PlaceOf(group.Outer);
                    Add(new Step.Ask(PlaceOf(group), around, group.When) { Number = _steps.Count }, group.When, around, []);
                }

                var question = Questions[number++];
                StepOf[question.Number] = _steps.Count;
                var within = one.Group is null ? i : PlaceOf(one.Group);
                if (one is Question.Roster)
                {
                    var planned = Rosters[roster++];
                    var inner = planned
                        .Questions.SelectMany(asked => asked.Conditions)
                        .SelectMany(when => when.Slots)
                        .Where(slot => slot < _layout.FirstInner);
                    Add(
                        new Step.AskRoster(PlaceOf(question), within, question, planned) { Number = _steps.Count },
                        one.When,
                        within,
                        inner
                    );
                }
                else
                {
                    Add(
                        new Step.AskQuestion(PlaceOf(question), within, question) { Number = _steps.Count },
                        null,
                        within,
                        question.Conditions.SelectMany(when => when.Slots)
                    );
                }
            }
        }

        Compute(computed, order, int.MaxValue);
    }

    private int FirstVariable(int question)
    {
        for (; question < Questions.Length; question++)
        {
            if (Questions[question].Variables.Length > 0)
            {
                return Questions[question].First;
            }
        }

        return _layout.Variables;
    }

    private void Compute(Queue<int> computed, ComputedOrder order, int settled)
    {
        while (computed.TryPeek(out var next) && order.SettledAt(next) <= settled)
        {
            computed.Dequeue();
            var value = Questionnaire.Computed[next].Value;
            Add(new Step.Compute(_layout.Variables + next, value) { Number = _steps.Count }, value, -1, []);
        }
    }

    private void Add(Step step, Expression? reads, int within, IEnumerable<int> more)
    {
        _steps.Add(step);
        foreach (var cell in (reads?.Slots ?? []).Concat(more).Concat(within < 0 ? [] : [_layout.FirstInner + within]).Distinct())
        {
            (_stepsReading[cell] ??= []).Add(step.Number);
        }
    }

    private PlannedCheck Planned(Check check, ComputedOrder order)
    {
        var inner = Rosters
            .SelectMany(roster => roster.Questions.Select(question => (Roster: roster, Question: question)))
            .FirstOrDefault(one => check.Scope is CheckScope.AtQuestion(var id) && one.Question.Question.Id == id);
        var roster = check.Scope is CheckScope.EachItem(var each) ? RosterOf(each) : inner.Roster;
        var scope = check.Scope switch
        {
            CheckScope.InSection(var id) => _places["section " + id],
            CheckScope.InGroup(var id) => _places["group " + id],
            CheckScope.AtQuestion(var id) when roster is null => _places[id],
            CheckScope.Whole or CheckScope.AtQuestion or CheckScope.EachItem => -1,
            _ => throw new UnreachableException(check.Scope.GetType().Name),
        };
        var variables = order
            .VariablesBehind(check.Must.Slots)
            .Select(slot =>
                slot < _layout.Variables
                    ? Questionnaire.Variables[slot]
                    : Rosters.SelectMany(one => one.Variables).First(variable => variable.Index == slot)
            );
        return new(check, scope, [.. variables], roster, inner.Question);
    }

    private IEnumerable<int> CellsOf(PlannedCheck check) =>
        [
            .. check.Check.Must.Slots.Where(slot => slot < _layout.FirstInner),
            .. check.Variables.Select(variable => variable.Index).Where(slot => slot < _layout.FirstInner),
            .. check.Scope < 0 ? [] : new[] { _layout.FirstInner + check.Scope },
            .. check.Roster is null ? [] : new[] { check.Roster.Slot },
        ];

    private IEnumerable<int> CellsOf(PlannedQuestion question)
    {
        var roster = Array.Find(Rosters, one => ReferenceEquals(one.Roster, question.Question));
        return
        [
            .. question.Variables.Select(variable => variable.Index),
            .. question.Bounds.SelectMany(bound => bound.Slots),
            .. roster is null
                ? []
                : roster
                    .Questions.SelectMany(inner => inner.Bounds)
                    .SelectMany(bound => bound.Slots)
                    .Where(slot => slot < _layout.FirstInner)
                    .Append(roster.Slot),
        ];
    }

    private static int[][] Readers(int cells, int count, Func<int, IEnumerable<int>> cellsOf)
    {
        var readers = new List<int>?[cells];
        for (var i = 0; i < count; i++)
        {
            foreach (var cell in cellsOf(i).Distinct())
            {
                (readers[cell] ??= []).Add(i);
            }
        }

        return Arrays(readers);
    }

    private static int[][] Arrays(List<int>?[] lists) => Array.ConvertAll(lists, list => list?.ToArray() ?? []);
}
