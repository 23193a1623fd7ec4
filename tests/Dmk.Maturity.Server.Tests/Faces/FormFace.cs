using System.Net;
using System.Text.RegularExpressions;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Dmk.Maturity.Server.Tests;

/// <summary>The section's form: it shows the question with what was said, and what a browser then sends is the same answer.</summary>
internal static partial class FormFace
{
    public static async Task<bool> Has(AskedKind kind)
    {
        var (questionnaire, question, answers) = (kind.Questionnaire, kind.Question, kind.Answers);
        var filled = FieldValues.Of(kind.Said.Keys.Select(id => questionnaire.Variable(id)!), answers, Language.German);
        var html = await Rendered.Html<QuestionField>(
            new()
            {
                ["View"] = QuestionView.Of(question, new Showing(Interview.Of(questionnaire, answers), 1), filled, [], Language.German),
            }
        );
        Assert.Contains(AskedKind.Asked, Rendered.Text(html), StringComparison.Ordinal);

        var sent = Sent(html);
        var read = PostedAnswers.Read(
            questionnaire,
            kind.Said.Keys.Append(question.Id).Distinct().Select(questionnaire.Variable).OfType<Variable>(),
            FieldValues.Posted(new FormCollection(sent))
        );
        var arrives = kind.Said.All(said => read.ByVariable.GetValueOrDefault(said.Key) == said.Value);
        Assert.True(!arrives || read.Problems.Count == 0, string.Join(", ", read.Problems.Select(problem => problem.Code)));
        return arrives;
    }

    /// <summary>The fields that a browser sends of a form left as it was shown.</summary>
    public static Dictionary<string, StringValues> Sent(string html)
    {
        var fields = new Dictionary<string, StringValues>(StringComparer.Ordinal);
        foreach (Match input in Input().Matches(html))
        {
            var attributes = Attribute()
                .Matches(input.Value)
                .ToDictionary(one => one.Groups["name"].Value, one => WebUtility.HtmlDecode(one.Groups["value"].Value));
            var (type, name, value) = (attributes["type"], attributes["name"], attributes.GetValueOrDefault("value", ""));
            if (type == "radio" && attributes.ContainsKey("checked"))
            {
                // Of one name only one can be marked: a browser keeps the last.
                fields[name] = value;
            }
            else if (type is not ("radio" or "checkbox") || (type == "checkbox" && attributes.ContainsKey("checked")))
            {
                Add(name, value);
            }
        }

        foreach (Match area in Area().Matches(html))
        {
            Add(area.Groups["name"].Value, WebUtility.HtmlDecode(area.Groups["text"].Value));
        }

        return fields;

        void Add(string name, string value)
        {
            fields[name] = StringValues.Concat(fields.GetValueOrDefault(name), value);
        }
    }

    [GeneratedRegex("<input [^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("""\s(?<name>[a-z-]+)(="(?<value>[^"]*)")?(?=[\s>])""", RegexOptions.ExplicitCapture)]
    private static partial Regex Attribute();

    [GeneratedRegex("""<textarea [^>]*name="(?<name>[^"]*)"[^>]*>(?<text>[^<]*)</textarea>""", RegexOptions.ExplicitCapture)]
    private static partial Regex Area();
}
