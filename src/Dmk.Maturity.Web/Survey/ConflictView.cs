using System.Globalization;
using System.Text;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>Answers that were changed in two places at a time, both values, and which of them the person has chosen so far.</summary>
/// <param name="Revision">That the choice is made against.</param>
/// <param name="Changes">All that the person's page was to save, those without a conflict among them.</param>
/// <param name="KeptAsStored">Variables of which the stored value was chosen.</param>
/// <param name="Go">What was pressed on the page that met the conflict.</param>
public sealed record ConflictView(
    Visit Visit,
    Section Section,
    IReadOnlyList<Conflict> Conflicts,
    IReadOnlyDictionary<string, Answer> Changes,
    IReadOnlySet<string> KeptAsStored,
    long Revision,
    string Go
)
{
    /// <summary>Of the field that carries when a variable was stored: before its id.</summary>
    public const string StoredAt = "stored-at!";

    /// <summary>What is to be saved as it is chosen now.</summary>
    public Dictionary<string, Answer> Changed =>
        Changes.Where(change => !KeptAsStored.Contains(change.Key)).ToDictionary(StringComparer.Ordinal);

    /// <summary>The changes as a form carries them; cleared variables stand apart, because answers cannot say that.</summary>
    public string ChangesText => Encoding.UTF8.GetString(AnswersJson.Write(Answers.Of(Changes)));

    public string Cleared => string.Join(' ', Changes.Where(change => change.Value == Answer.Unanswered).Select(change => change.Key));

    public static ConflictView Of(
        Visit visit,
        Section section,
        IReadOnlyList<Conflict> conflicts,
        IReadOnlyDictionary<string, Answer> changes,
        string go
    ) => new(visit, section, conflicts, changes, new HashSet<string>(), visit.State.Revision, go);

    /// <returns>Null when the fields that we put into the form are missing or broken.</returns>
    public static ConflictView? Posted(Visit visit, Section section, IFormCollection form)
    {
        if (
            !long.TryParse(form["revision!"], NumberStyles.None, CultureInfo.InvariantCulture, out var revision)
            || ChangesIn(form) is not { } changes
        )
        {
            return null;
        }

        var conflicts =
            from field in form
            where field.Key.StartsWith(StoredAt, StringComparison.Ordinal)
            let variable = field.Key[StoredAt.Length..]
            where changes.ContainsKey(variable) && visit.Questionnaire.Variable(variable) is not null
            let at = DateTimeOffset.TryParse(field.Value, CultureInfo.InvariantCulture, out var read) ? read : DateTimeOffset.UnixEpoch
            select new Conflict(variable, visit.State.Answers[variable], changes[variable], at);
        var kept = changes.Keys.Where(variable => form[variable] == "stored").ToHashSet(StringComparer.Ordinal);
        return new(visit, section, [.. conflicts], changes, kept, revision, form["then!"].ToString());
    }

    private static Dictionary<string, Answer>? ChangesIn(IFormCollection form)
    {
        try
        {
            var changes = AnswersJson.Read(Encoding.UTF8.GetBytes(form["changes!"].ToString())).All.ToDictionary(StringComparer.Ordinal);
            foreach (var cleared in form["cleared!"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                changes[cleared] = Answer.Unanswered;
            }

            return changes;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
