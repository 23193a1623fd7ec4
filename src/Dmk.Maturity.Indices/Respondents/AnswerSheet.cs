using System.Diagnostics;
using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Answers as an author writes them in YAML: by question, a code, a number, a day, a list of codes, the parts of a grid or sum
/// by row, the items of a roster as a list, and <c>{ missing: dontKnow }</c> for a reason.</summary>
/// <param name="questionnaire">Whose questions they answer.</param>
public sealed class AnswerSheet(Questionnaire questionnaire)
{
    private const string Missing = "missing";

    private readonly SortedDictionary<string, Answer> _answers = new(StringComparer.Ordinal);

    /// <summary>The id of the item of a roster that stands at this place, counted from 1.</summary>
    public static string ItemAt(int place) => string.Create(CultureInfo.InvariantCulture, $"item{place:0000}");

    /// <summary>What cannot be read is reported at its place and left out.</summary>
    public static Answers Read(YamlMapping sheet, Questionnaire questionnaire)
    {
        var reader = new AnswerSheet(questionnaire);
        foreach (var (key, value) in sheet.Entries)
        {
            reader.Add(key, value);
        }

        return Answers.Of(reader._answers);
    }

    /// <summary>Answers of the last wave and the day, which expressions read beside those of this one.</summary>
    public static Answers Facts(YamlMapping? previous, YamlNode? today, Questionnaire questionnaire)
    {
        var facts = Answers.None;
        foreach (var (variable, answer) in (previous is null ? Answers.None : Read(previous, questionnaire)).All)
        {
            var id = Fact.Previous + variable;
            if (questionnaire.Fact(id) is null)
            {
                var key = previous!.Entries.First(entry => variable.StartsWith(entry.Key.Value, StringComparison.Ordinal)).Key;
                key.Report("not-read", $"Nothing in the questionnaire reads {id}. Remove it, or write a rule that does.");
            }

            facts = facts.With(id, answer);
        }

        if (today?.AsDate() is { } day)
        {
            facts = facts.With(Fact.Today, new Answer.Day(day));
        }

        return facts;
    }

    private void Add(YamlScalar key, YamlNode value)
    {
        if (questionnaire.Question(key.Value) is { } question && !IsWithinRoster(question))
        {
            Add(question, value, variable => variable);
        }
        else if (questionnaire.Variable(key.Value) is { Roster: null } variable)
        {
            Put(variable.Id, One(variable.Question, variable.Specify is not null, value));
        }
        else
        {
            Unknown(key, questionnaire.Variables.Select(one => one.Id).Concat(questionnaire.Variables.Select(one => one.Question.Id)));
        }
    }

    /// <param name="within">The id of a variable, given as it is called within its roster.</param>
    private void Add(Question question, YamlNode value, Func<string, string> within)
    {
        switch (question)
        {
            case Question.Grid or Question.SumGroup:
                AddParts(question, value, within);
                break;
            case Question.Roster roster when value is not YamlMapping:
                AddItems(roster, value);
                break;
            case Question.Note:
                value.Report("not-answered", $"'{question.Id}' is a text only and takes no answer. Remove it.");
                break;
            case Question.Single
            or Question.Multiple
            or Question.CodeSearch
            or Question.Numeric
            or Question.FreeText
            or Question.Date
            or Question.Period
            or Question.Roster:
                Put(within(question.Id), One(question, false, value));
                break;
            default:
                throw new UnreachableException(question.GetType().Name);
        }
    }

    private void AddParts(Question question, YamlNode value, Func<string, string> within)
    {
        if (value is YamlMapping { Entries: [var only] } && only.Key.Value == Missing)
        {
            foreach (var part in question.Parts)
            {
                Put(within($"{question.Id}.{part.Id}"), One(question, false, value));
            }

            return;
        }

        foreach (var (key, part) in value.AsMapping()?.Entries ?? [])
        {
            if (question.Parts.Any(one => one.Id == key.Value))
            {
                Put(within($"{question.Id}.{key.Value}"), One(question, false, part));
            }
            else
            {
                Unknown(key, question.Parts.Select(one => one.Id));
            }
        }
    }

    private void AddItems(Question.Roster roster, YamlNode value)
    {
        var items = value.AsMappings();
        Put(roster.Id, new Answer.Items([.. items.Select((_, place) => ItemAt(place + 1))]));
        for (var i = 0; i < items.Count; i++)
        {
            var item = ItemAt(i + 1);
            foreach (var (key, answer) in items[i].Entries)
            {
                if (roster.Questions.FirstOrDefault(one => one.Id == key.Value) is { } inner)
                {
                    Add(inner, answer, variable => ItemId.Variable(roster.Id, item, variable));
                }
                else if (questionnaire.Variable(ItemId.Variable(roster.Id, item, key.Value)) is { } variable)
                {
                    Put(variable.Id, One(variable.Question, variable.Specify is not null, answer));
                }
                else
                {
                    Unknown(key, roster.Questions.Select(one => one.Id));
                }
            }
        }
    }

    private void Put(string variable, Answer? answer)
    {
        if (answer is not null)
        {
            _answers[variable] = answer;
        }
    }

    private bool IsWithinRoster(Question question) =>
        questionnaire.Sections.All(section => section.Questions.All(one => one.Id != question.Id));

    /// <summary>One answer; a value that a company could not give at all is read as well, so that a test can say what then
    /// happens.</summary>
    private static Answer? One(Question question, bool isSpecify, YamlNode value)
    {
        if (value is YamlMapping { Entries: [var only] } && only.Key.Value == Missing)
        {
            return only.Value.AsChoice(ReasonWords.All) is { } reason ? new Answer.Missing(reason) : null;
        }

        if (isSpecify)
        {
            return value.AsString() is { } words ? new Answer.Words(words) : null;
        }

        return question switch
        {
            Question.Multiple or Question.Grid { Several: true } => Ticks(question, value),
            Question.Single or Question.Grid => Code(question, value),
            Question.CodeSearch search => value.AsString() is { } code && Known(value, code, search.CanBeChosen(code), [])
                ? new Answer.Coded(code)
                : null,
            Question.Numeric or Question.SumGroup => value.AsDecimal() is { } number ? new Answer.Number(number) : null,
            Question.FreeText => value.AsString() is { } text ? new Answer.Words(text) : null,
            Question.Date => value.AsDate() is { } day ? new Answer.Day(day) : null,
            Question.Period => Period(value),
            Question.Roster => value.AsList() is null ? null : throw new UnreachableException("Items are read one by one."),
            Question.Note => null,
            _ => throw new UnreachableException(question.GetType().Name),
        };
    }

    private static Answer.Coded? Code(Question question, YamlNode value) =>
        value.AsString() is { } code && IsCode(question, value, code) ? new Answer.Coded(code) : null;

    private static Answer? Ticks(Question question, YamlNode value)
    {
        var codes = new List<string>();
        foreach (var item in value.AsList()?.Items ?? [])
        {
            if (item.AsString() is { } code && IsCode(question, item, code))
            {
                codes.Add(code);
            }
        }

        return question.Ticked(codes);
    }

    private static Answer.Period? Period(YamlNode value)
    {
        if (value.AsMapping() is not { } mapping)
        {
            return null;
        }

        var (from, to) = (mapping.Required("from")?.AsDate(), mapping.Required("to")?.AsDate());
        mapping.NothingElse();
        return from is { } first && to is { } last ? new(first, last) : null;
    }

    private static bool IsCode(Question question, YamlNode value, string code) =>
        Known(value, code, question.Choices.Any(option => option.Code == code), [.. question.Choices.Select(option => option.Code)]);

    private static bool Known(YamlNode value, string code, bool isKnown, IReadOnlyList<string> codes)
    {
        if (!isKnown)
        {
            var near = NearMiss.Of(code, codes);
            value.Report(
                "unknown-code",
                $"The question has no code '{code}'.{(near is null ? "" : $" Did you mean '{near}'?")}"
                    + (codes.Count is > 0 and <= 20 ? $" It has {string.Join(", ", codes)}." : "")
            );
        }

        return isKnown;
    }

    private static void Unknown(YamlScalar key, IEnumerable<string> names)
    {
        var near = NearMiss.Of(key.Value, names);
        key.Report("unknown-name", $"There is no question '{key.Value}' to answer here.{(near is null ? "" : $" Did you mean '{near}'?")}");
    }
}
