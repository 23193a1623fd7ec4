using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>What an author's file holds, counted: so that a slip that is no mistake (a question that fell out) shows in the
/// numbers.</summary>
internal static class FileContents
{
    public static string Of(Questionnaire questionnaire)
    {
        var questions = questionnaire.Sections.SelectMany(section => section.Questions).ToArray();
        var conditions =
            questions.Count(question => question.When is not null)
            + questionnaire.Sections.Count(section => section.When is not null)
            + questionnaire.Sections.Sum(section => section.Groups.Count(group => group.When is not null));
        return Sentence(
            $"{questionnaire.Id} {questionnaire.Version}",
            (questionnaire.Sections.Count, "section"),
            (questions.Count(question => question is not Question.Note), "question"),
            (questionnaire.Variables.Count, "variable"),
            (conditions, "condition"),
            (questionnaire.Computed.Count, "computed value"),
            (questionnaire.Checks.Count, "check")
        );
    }

    public static string Of(IndexModel model)
    {
        var parents = model.Nodes.Select(node => node.Parent).ToHashSet();
        return Sentence(
            $"{model.Id} {model.Version}",
            (model.Nodes.Count, "node"),
            (model.Nodes.Count(node => node.Depth == 1), "dimension"),
            (model.Nodes.Count(node => !parents.Contains(node.Index)), "indicator"),
            (model.Levels.Count, "level")
        );
    }

    public static string Of(StudyDesign study) =>
        Sentence(
            study.Population.IsCensus ? $"{study.Id}, a census" : study.Id,
            (study.Indices.Count, "index model"),
            (study.Lattice.Count, "table")
        );

    private static string Sentence(string what, params ReadOnlySpan<(int Count, string Noun)> parts)
    {
        var words = new List<string>();
        foreach (var (count, noun) in parts)
        {
            words.Add(Counted.Of(count, noun));
        }

        return $"{what}: {string.Join(", ", words)}";
    }
}
