namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads the expressions and the piped texts of sections, when all names are known, and makes the sections.</summary>
internal sealed class SectionFinisher(
    SlotNames slotNames,
    ComputedOrder order,
    PipeReader pipes,
    PartConditions conditions,
    List<Problem> problems
)
{
    private readonly ExpressionReader _expressions = new(slotNames.Names, problems);
    private readonly ShuffledReads _shuffled = new(order);
    private readonly List<Variable> _variables = [];
    private readonly Dictionary<string, IReadOnlyList<Variable>> _templates = new(StringComparer.Ordinal);

    /// <summary>In the order in which they are asked.</summary>
    public IReadOnlyList<Variable> Variables => _variables;

    /// <summary>The variables within each roster, by its id.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<Variable>> Templates => _templates;

    private Settled Here { get; set; }

    public Section Finish(SectionDraft draft)
    {
        var start = Here;
        var when = _expressions.When(draft.When, start, order);
        pipes.Read(draft.Title, slotNames.Names, start);
        pipes.Read(draft.Intro, slotNames.Names, start);
        var groups = new Dictionary<GroupDraft, Group>(ReferenceEqualityComparer.Instance);
        var questions = new List<Question>();
        foreach (var question in draft.Questions)
        {
            var group = Open(question.Groups, groups, _expressions, slotNames.Names);
            questions.Add(Finish(question, _expressions, slotNames.Names) with { Group = group });
            Here = Here with { Variables = Here.Variables + question.Variables.Count };
        }

        var section = new Section(draft.Id, draft.Title, draft.Intro, when, questions)
        {
            Groups = [.. draft.Groups.Select(group => groups[group])],
            IsShuffled = draft.IsShuffled,
        };
        AddVariables(section, draft);
        _shuffled.Report(section, draft, start.Variables);
        return section;
    }

    /// <summary>Makes the groups around a question that have not been met yet.</summary>
    /// <returns>The innermost, or null where there is none.</returns>
    private Group? Open(IReadOnlyList<GroupDraft> around, Dictionary<GroupDraft, Group> groups, ExpressionReader expressions, Names names)
    {
        Group? outer = null;
        foreach (var draft in around)
        {
            if (!groups.TryGetValue(draft, out var group))
            {
                pipes.Read(draft.Title, names, Here);
                group = new(draft.Id, draft.Title, expressions.When(draft.When, Here, order))
                {
                    IsShuffled = draft.IsShuffled,
                    Outer = outer,
                };
                groups[draft] = group;
            }

            outer = group;
        }

        return outer;
    }

    private Question Finish(QuestionDraft draft, ExpressionReader expressions, Names names)
    {
        var condition = expressions.When(draft.When, Here, order);
        var question = draft.Finish(expressions);
        var piped = Piped(question, names);
        if (question is Question.Roster roster && !draft.IsBroken)
        {
            question = Finish(roster, draft);
        }

        question = question with
        {
            When = condition,
            OptionsWhen = Conditions(question.Choices.Select(option => ((object)option, option.Code)), expressions),
            PartsWhen = Conditions(question.Parts.Select(part => ((object)part, part.Id)), expressions),
        };
        _shuffled.Note(draft, question, piped);
        return question;
    }

    private Question.Roster Finish(Question.Roster roster, QuestionDraft draft)
    {
        var before = Here;
        var named = slotNames.Roster(draft);
        var expressions = new ExpressionReader(named.Inner, problems);
        var questions = new List<Question>();
        var groups = new Dictionary<GroupDraft, Group>(ReferenceEqualityComparer.Instance);
        Here = before with { Inner = named.First };
        foreach (var inner in draft.Inner)
        {
            var group = Open(inner.Groups, groups, expressions, named.Inner);
            questions.Add(Finish(inner, expressions, named.Inner) with { Group = group });
            Here = Here with { Inner = Here.Inner + inner.Variables.Count };
        }

        pipes.Read(roster.ItemLabel, named.Inner, Here);
        Here = before;
        return roster with { Questions = questions, Computed = slotNames.ComputedIn(draft) };
    }

    private Dictionary<string, Expression> Conditions(IEnumerable<(object Part, string Id)> parts, ExpressionReader expressions)
    {
        var all = new Dictionary<string, Expression>(StringComparer.Ordinal);
        foreach (var (part, id) in parts)
        {
            if (conditions.Find(part) is { } condition && expressions.When(condition, Here, order) is { } when)
            {
                all[id] = when;
            }
        }

        return all;
    }

    /// <summary>The slots that the texts of a question pipe in.</summary>
    private List<int> Piped(Question question, Names names)
    {
        var piped = new List<int>();
        Read(question.Text);
        Read(question.Help);
        foreach (var option in question is Question.CodeSearch ? [] : question.Choices)
        {
            Read(option.Label);
        }

        foreach (var part in question.Parts)
        {
            Read(part.Label);
        }

        return piped;

        void Read(Text? text)
        {
            if (text is not null)
            {
                piped.AddRange(pipes.Read(text, names, Here));
            }
        }
    }

    private void AddVariables(Section section, SectionDraft draft)
    {
        foreach (var (question, questionDraft) in section.Questions.Zip(draft.Questions))
        {
            foreach (var variable in questionDraft.Variables)
            {
                _variables.Add(new(variable.Id, question, section, variable.Part, _variables.Count, variable.Specify));
            }

            if (question is Question.Roster roster)
            {
                var slot = slotNames.Roster(questionDraft).First;
                _templates[roster.Id] =
                [
                    .. roster
                        .Questions.Zip(questionDraft.Inner)
                        .SelectMany(one =>
                            one.Second.Variables.Select(variable => new Variable(
                                variable.Id,
                                one.First,
                                section,
                                variable.Part,
                                slot++,
                                variable.Specify
                            )
                            {
                                Roster = roster,
                            })
                        ),
                ];
            }
        }
    }
}
