using System.Globalization;
using System.Text;
using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>A section's form as a browser sent it.</summary>
/// <param name="Questions">Those that the form showed and that there still are, whatever section they are in now; the answers to all others
/// stay as they are.</param>
/// <param name="Before">The answers that the form was filled with.</param>
/// <param name="Go">The button pressed: next, back, overview, home, leave or language.</param>
/// <param name="Seen">Problems and hints that the person has seen and passes for now.</param>
/// <param name="From">The page that the person came from to correct something, see <see cref="CameFrom"/>.</param>
/// <param name="Fields">All of it as it was sent, but for the button and the token: another page carries it so.</param>
public sealed record PostedSection(
    IReadOnlyList<Question> Questions,
    FieldValues Values,
    Answers Before,
    long Revision,
    string Go,
    IReadOnlySet<string> Seen,
    string From,
    IReadOnlyList<KeyValuePair<string, string>> Fields
)
{
    /// <summary>Whether the form showed questions that the questionnaire no longer has.</summary>
    public bool HasLost { get; private init; }

    /// <summary>Questions of the items of rosters that the form showed, as in <c>sites[k3f9x2].persons</c>.</summary>
    public IReadOnlyList<string> Inner { get; private init; } = [];

    /// <summary>Variables of its questions that had no field, as their rows or options were not offered: they stay as they are.</summary>
    public IReadOnlySet<string> Hidden { get; private init; } = new HashSet<string>();

    /// <summary>The item that the person is to be asked about whether it is to go, or null.</summary>
    public string? Removing => Go.StartsWith(FieldNames.Remove, StringComparison.Ordinal) ? Go[FieldNames.Remove.Length..] : null;

    /// <summary>The variable whose codes are to be searched: by its button, or because other words stand in its field than those whose
    /// hits were shown.</summary>
    /// <returns>Null where nothing is searched.</returns>
    public string? Searched =>
        Go.StartsWith(FieldNames.SearchFor, StringComparison.Ordinal) ? Go[FieldNames.SearchFor.Length..]
        : Go is "" or "next" or "language" or SentSection.Here ? Values.OpenSearches.FirstOrDefault()
        : null;

    /// <returns>Null when the fields that we put into every form are missing or broken.</returns>
    public static PostedSection? Read(Questionnaire questionnaire, IFormCollection form)
    {
        if (!long.TryParse(form["revision!"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision))
        {
            return null;
        }

        var sent = form["shown!"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var shown = sent.Where(id => !id.Contains('[', StringComparison.Ordinal)).ToHashSet(StringComparer.Ordinal);
        var questions = questionnaire
            .Sections.SelectMany(section => section.Questions)
            .Where(question => shown.Contains(question.Id))
            .ToList();
        try
        {
            var before = AnswersJson.Read(Encoding.UTF8.GetBytes(form["before!"].ToString()));
            return new(
                questions,
                FieldValues.Posted(form),
                before,
                revision,
                form["go!"].ToString(),
                form["seen!"].ToString().Split(' ').ToHashSet(StringComparer.Ordinal),
                form["from!"].ToString(),
                [
                    .. from field in form
                    where field.Key is not "go!" and not FormGuard.TokenField
                    from value in field.Value
                    select KeyValuePair.Create(field.Key, value),
                ]
            )
            {
                Hidden = form["hidden!"].ToString().Split(' ').ToHashSet(StringComparer.Ordinal),
                HasLost = questions.Count < shown.Count,
                Inner = [.. sent.Where(id => id.Contains('[', StringComparison.Ordinal)).Distinct(StringComparer.Ordinal)],
            };
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
