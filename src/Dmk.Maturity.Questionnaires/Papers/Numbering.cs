using System.Globalization;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The numbers of questions on paper: 1, 2, 3 through all sections, 7.1, 7.2 within a roster; notes have none.</summary>
internal sealed class Numbering
{
    private readonly Dictionary<string, string> _byQuestion = new(StringComparer.Ordinal);
    private readonly Questionnaire _questionnaire;

    public Numbering(Questionnaire questionnaire)
    {
        _questionnaire = questionnaire;
        var number = 0;
        foreach (var question in questionnaire.Sections.SelectMany(section => section.Questions).Where(one => one is not Question.Note))
        {
            number++;
            _byQuestion[question.Id] = number.ToString(CultureInfo.InvariantCulture);
            var inner = 0;
            foreach (var within in (question as Question.Roster)?.Questions ?? [])
            {
                _byQuestion[within.Id] = string.Create(CultureInfo.InvariantCulture, $"{number}.{++inner}");
            }
        }
    }

    /// <returns>Empty for a note.</returns>
    public string Of(Question question) => _byQuestion.GetValueOrDefault(question.Id, "");

    /// <summary>How a rule names a question or a part of one: by its number, and by the part's words.</summary>
    public string NameOf(string id, Language language)
    {
        var german = language == Language.German;
        var question = _questionnaire.Question(id) ?? _questionnaire.Question(id.Split('.')[0]);
        if (question is null || !_byQuestion.TryGetValue(question.Id, out var number))
        {
            return id;
        }

        var named = german ? $"Frage {number}" : $"question {number}";
        var part = question.Parts.FirstOrDefault(one => id == $"{question.Id}.{one.Id}");
        return part is null ? named
            : german ? $"{named} „{part.Label.De}“"
            : $"{named} “{part.Label.En}”";
    }
}
