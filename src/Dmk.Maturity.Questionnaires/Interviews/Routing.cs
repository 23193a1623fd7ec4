using System.Collections.Frozen;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The order in which one interview is worked out: sections, questions and, as soon as all that they read is settled, computed values.</summary>
/// <remarks>A condition reads only what stands before it (the reader saw to that), so one pass in the order of the file settles everything.</remarks>
internal sealed class Routing
{
    private readonly Questionnaire _questionnaire;
    private readonly FrozenDictionary<string, int> _sections;
    private readonly FrozenDictionary<string, int> _questions;
    private readonly (int SettledAt, int Slot, Computed Computed)[] _computed;
    private readonly int[] _firstVariables;

    public Routing(Questionnaire questionnaire)
    {
        _questionnaire = questionnaire;
        _sections = questionnaire.Sections.Select((section, i) => KeyValuePair.Create(section.Id, i)).ToFrozenDictionary(StringComparer.Ordinal);
        var questions = questionnaire.Sections.SelectMany(section => section.Questions).ToArray();
        _questions = questions.Select((question, i) => KeyValuePair.Create(question.Id, i)).ToFrozenDictionary(StringComparer.Ordinal);

        var counts = new int[questions.Length];
        foreach (var variable in questionnaire.Variables)
        {
            counts[_questions[variable.Question.Id]]++;
        }

        _firstVariables = new int[questions.Length + 1];
        for (var i = 0; i < questions.Length; i++)
        {
            _firstVariables[i + 1] = _firstVariables[i] + counts[i];
        }

        var schedule = new ComputedOrder(questionnaire.Variables.Count, [.. questionnaire.Computed.Select(one => one.Value)]);
        _computed = [.. schedule.Order.Select(i => (schedule.SettledAt(i), questionnaire.Variables.Count + i, questionnaire.Computed[i]))];
        ReadByChecks = new(() => [.. questionnaire.Checks.Select(check => (IReadOnlyList<int>)[.. schedule.VariablesBehind(check.Must.Slots)])]);
    }

    /// <summary>For each check the indices of the variables it reads, also through computed values.</summary>
    public Lazy<IReadOnlyList<IReadOnlyList<int>>> ReadByChecks { get; }

    public int IndexOf(Section section) => _sections[section.Id];

    public int IndexOf(Question question) => _questions[question.Id];

    /// <summary>The indices of the question's variables.</summary>
    public Range VariablesOf(Question question) => VariablesOf(_questions[question.Id]);

    /// <summary>Settles what is asked, what counts and what is computed.</summary>
    public Path Walk(Answers answers)
    {
        var path = new Path(new bool[_sections.Count], new bool[_questions.Count], Given(answers));
        var (question, computed) = (0, 0);
        for (var section = 0; section < _questionnaire.Sections.Count; section++)
        {
            var here = _questionnaire.Sections[section];
            Compute(path.Slots, _firstVariables[question], ref computed);
            path.Sections[section] = here.When is null || here.When.TruthOf(path.Slots) == true;
            var (group, isGroupAsked) = ((Group?)null, true);
            foreach (var one in here.Questions)
            {
                Compute(path.Slots, _firstVariables[question], ref computed);
                if (!ReferenceEquals(one.Group, group))
                {
                    group = one.Group;
                    isGroupAsked = group?.When is null || group.When.TruthOf(path.Slots) == true;
                }

                path.Questions[question] = path.Sections[section] && isGroupAsked && (one.When is null || one.When.TruthOf(path.Slots) == true);
                Settle(path, question);
                question++;
            }
        }

        Compute(path.Slots, int.MaxValue, ref computed);
        return path;
    }

    private Answer[] Given(Answers answers)
    {
        var slots = new Answer[_questionnaire.Variables.Count + _computed.Length];
        Array.Fill(slots, Answer.Unanswered);
        foreach (var (id, answer) in answers.All)
        {
            if (_questionnaire.Variable(id) is { } variable && answer is not Answer.Missing { Reason: MissingReason.NotAsked })
            {
                slots[variable.Index] = answer;
            }
        }

        return slots;
    }

    private Range VariablesOf(int question) => _firstVariables[question].._firstVariables[question + 1];

    private void Settle(Path path, int question)
    {
        var range = VariablesOf(question);
        for (var i = range.Start.Value; i < range.End.Value; i++)
        {
            var specify = _questionnaire.Variables[i].Specify;
            if (!path.Questions[question] || (specify is not null && !IsTicked(path.Slots[range.Start.Value], specify.Code)))
            {
                path.Slots[i] = Answer.NotAsked;
            }
        }
    }

    private static bool IsTicked(Answer answer, string code) => answer switch
    {
        Answer.Coded coded => coded.Code == code,
        Answer.CodedSet set => set.Codes.Contains(code),
        _ => false,
    };

    private void Compute(Answer[] slots, int settled, ref int next)
    {
        for (; next < _computed.Length && _computed[next].SettledAt <= settled; next++)
        {
            var (_, slot, computed) = _computed[next];
            var value = computed.Value.Kind == ExpressionKind.Number ? computed.Value.NumberOf(slots) : computed.Value.TruthOf(slots) is { } truth ? truth ? 1 : 0 : null;
            slots[slot] = value is { } number ? new Answer.Number(number) : Answer.Unanswered;
        }
    }

    /// <summary>What one walk found, by index.</summary>
    /// <param name="Sections">Whether each section is asked.</param>
    /// <param name="Questions">Whether each question is asked.</param>
    /// <param name="Slots">The answers that count by variable, then the computed values.</param>
    public sealed record Path(bool[] Sections, bool[] Questions, Answer[] Slots);
}
