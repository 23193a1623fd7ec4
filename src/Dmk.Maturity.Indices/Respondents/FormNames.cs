using System.Text.RegularExpressions;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>What can be asked, by the names that an author gives it: a section, a group, a question, a part of one
/// (<c>skills.training</c>), or a question of the first item of a roster (<c>sites[1].persons</c>).</summary>
internal sealed partial class FormNames(Questionnaire questionnaire)
{
    /// <summary>One of them.</summary>
    /// <param name="Because">Its condition in brackets, or nothing.</param>
    internal sealed record Place(Func<Interview, bool> IsAsked, string Because);

    /// <summary>The name with the item's id in place of its number.</summary>
    public static string WithItem(string name) =>
        ItemNumber()
            .Replace(name, match => int.TryParse(match.Groups[1].ValueSpan, out var place) ? $"[{AnswerSheet.ItemAt(place)}]" : "[]");

    /// <returns>Null where there is none, which is reported.</returns>
    public Place? Find(string name, YamlNode node)
    {
        var id = WithItem(name);
        if (questionnaire.Sections.SelectMany(section => section.Questions).FirstOrDefault(one => one.Id == id) is { } question)
        {
            return new(
                interview => interview.IsAsked(question),
                Because(question.When ?? question.GroupConditions.LastOrDefault() ?? SectionOf(question).When)
            );
        }

        if (questionnaire.Variable(id) is { } variable)
        {
            return new(interview => interview.IsAsked(variable), Because(variable.Question.When));
        }

        if (ItemId.TrySplit(id, out var roster, out var item, out var inner) && Inner(roster, inner) is { } asked)
        {
            var of = item.ToString();
            return new(interview => interview.IsAsked(asked, of), Because(asked.When ?? asked.GroupConditions.LastOrDefault()));
        }

        if (questionnaire.Sections.FirstOrDefault(one => one.Id == id) is { } section)
        {
            return new(interview => interview.IsAsked(section), Because(section.When));
        }

        if (questionnaire.Sections.SelectMany(one => one.Groups).FirstOrDefault(one => one.Id == id) is { } group)
        {
            return new(interview => interview.IsAsked(group), Because(group.When));
        }

        var near = NearMiss.Of(name, Known());
        node.Report(
            "unknown-name",
            $"There is no section, group, question or part of one called '{name}'.{(near is null ? "" : $" Did you mean '{near}'?")}"
        );
        return null;
    }

    private static string Because(Expression? when) => when is null ? "" : $" (when: {when.Source})";

    private Section SectionOf(Question question) => questionnaire.Sections.First(section => section.Questions.Contains(question));

    private Question? Inner(ReadOnlySpan<char> roster, ReadOnlySpan<char> id)
    {
        foreach (var question in (questionnaire.Question(roster.ToString()) as Question.Roster)?.Questions ?? [])
        {
            if (id.SequenceEqual(question.Id))
            {
                return question;
            }
        }

        return null;
    }

    private IEnumerable<string> Known() =>
        questionnaire
            .Sections.SelectMany(section =>
                section.Questions.Select(question => question.Id).Concat(section.Groups.Select(group => group.Id)).Prepend(section.Id)
            )
            .Concat(questionnaire.Variables.Select(variable => variable.Id));

    [GeneratedRegex(@"\[([0-9]{1,4})\]")]
    private static partial Regex ItemNumber();
}
