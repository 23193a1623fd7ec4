using System.Text;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

[Name("DefinitionFile"), Description("A file made of what an author wrote, the same that the command writes.")]
internal sealed record DefinitionFileView(
    [property: Description("A name for it.")] string Name,
    [property: Description("As in Content-Type.")] string MediaType,
    [property: Description("The language of its texts; null where it has all of them.")] Language? Language,
    [property: Description("Its content.")] string Text
)
{
    /// <summary>Characters of one file; the pilot study's codebook has 100,000.</summary>
    private const int MostCharacters = 4_000_000;

    /// <exception cref="Refusal">It is too large to be sent.</exception>
    internal static DefinitionFileView Of(string name, string mediaType, Language? language, byte[] content)
    {
        var text = Encoding.UTF8.GetString(content).TrimStart('\uFEFF');
        return text.Length <= MostCharacters
            ? new(name, mediaType, language, text)
            : throw Refusal.TooMuch(
                "FILE_TOO_LARGE",
                $"The file would have {text.Length} characters; {MostCharacters} can be sent. Use the command on the questionnaire's file.",
                text.Length,
                MostCharacters
            );
    }
}
