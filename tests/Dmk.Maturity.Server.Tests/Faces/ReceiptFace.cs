using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Web;

namespace Dmk.Maturity.Server.Tests;

/// <summary>What a company reads of its own answers behind the receipt; a note is no answer and does not stand there.</summary>
internal static class ReceiptFace
{
    public static async Task<bool> Has(AskedKind kind)
    {
        var text = Rendered.Text(
            await Rendered.Html<AnswerList>(
                new()
                {
                    ["Showing"] = new Showing(Interview.Of(kind.Questionnaire, kind.Answers), 1),
                    ["Section"] = kind.Questionnaire.Sections[0],
                    ["Language"] = Language.German,
                }
            )
        );
        return text.Contains(AskedKind.Asked, StringComparison.Ordinal) == kind.Said.Count > 0
            && kind.Reads.All(words => text.Contains(words, StringComparison.Ordinal));
    }
}
