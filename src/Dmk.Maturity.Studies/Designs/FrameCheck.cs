using System.Text.RegularExpressions;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Asks a company whose answer places it elsewhere than the frame does whether that still holds.</summary>
/// <param name="Variable">In the frame, and told by an answer.</param>
/// <param name="Message">With <see cref="FrameCode"/> and <see cref="AnsweredCode"/> in the place of the two labels.</param>
internal sealed partial record FrameCheck(ReportingVariable Variable, AnsweredVariable Answered, Text Message, Explanation Explain)
{
    public const string FrameCode = "{frame}";
    public const string AnsweredCode = "{answer}";

    /// <summary>Ids of a questionnaire's checks hold no point, so that none can be the same.</summary>
    public string Id => "frame." + Variable.Id;

    /// <summary>What is said where the study's file has no words of its own.</summary>
    public static Text MessageFor(Text title) =>
        new(
            $"{title.De}: Bei uns steht für Ihr Unternehmen „{FrameCode}“, nach Ihrer Angabe ist es „{AnsweredCode}“. Stimmt Ihre Angabe?",
            $"{title.En}: our records say '{FrameCode}' for your company, by your answer it is '{AnsweredCode}'. Is your answer right?"
        );

    /// <returns>Null where the answer stands for the same code as the frame, or for none.</returns>
    public FiredCheck? Against(ReportingCell frame, Interview interview)
    {
        var known = Variable.CodeOf(frame);
        if (Answered.CodeOf(interview) is not { } said || said == known)
        {
            return null;
        }

        string[] asked = [.. Answered.QuestionsBehind(interview.Questionnaire).Where(id => IsAsked(interview, id))];
        return asked.Length == 0
            ? null
            : new(new(Id, CheckLevel.Soft, Words(known, said), Explain, new CheckScope.AtQuestion(asked[^1])), asked);
    }

    /// <summary>What stands in braces in a message and is neither of the two.</summary>
    public static IEnumerable<string> UnknownNames(Text message) =>
        Braces()
            .Matches(message.De + message.En)
            .Select(match => match.Value)
            .Where(name => name is not (FrameCode or AnsweredCode))
            .Distinct();

    private static bool IsAsked(Interview interview, string id) =>
        interview.Questionnaire.Variable(id) is { } variable && interview.IsAsked(variable);

    private Text Words(string known, string said)
    {
        var (frame, answer) = (Variable.LabelOf(known), Variable.LabelOf(said));
        return new(Filled(Message.De, frame.De, answer.De), Filled(Message.En, frame.En, answer.En));
    }

    private static string Filled(string words, string frame, string answer) =>
        Braces().Replace(words, name => name.Value == FrameCode ? frame : answer);

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Braces();
}
