using System.Globalization;
using System.Text;
using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>A section's form as a browser sent it.</summary>
/// <param name="Questions">Those that the form showed; the answers to all others stay as they are.</param>
/// <param name="Before">The answers that the form was filled with.</param>
/// <param name="Go">The button pressed: next, back, overview, home, leave or language.</param>
/// <param name="Seen">Problems and hints that the person has seen and passes for now.</param>
/// <param name="From">The page that the person came from to correct something, see <see cref="CameFrom"/>.</param>
public sealed record PostedSection(
    IReadOnlyList<Question> Questions,
    FieldValues Values,
    Answers Before,
    long Revision,
    string Go,
    IReadOnlySet<string> Seen,
    string From
)
{
    /// <returns>Null when the fields that we put into every form are missing or broken.</returns>
    public static PostedSection? Read(Section section, IFormCollection form)
    {
        if (!long.TryParse(form["revision!"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
        {
            return null;
        }

        var shown = form["shown!"].ToString().Split(' ').ToHashSet(StringComparer.Ordinal);
        try
        {
            var before = AnswersJson.Read(Encoding.UTF8.GetBytes(form["before!"].ToString()));
            return new(
                [.. section.Questions.Where(question => shown.Contains(question.Id))],
                FieldValues.Posted(form),
                before,
                revision,
                form["go!"].ToString(),
                form["seen!"].ToString().Split(' ').ToHashSet(StringComparer.Ordinal),
                form["from!"].ToString()
            );
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
