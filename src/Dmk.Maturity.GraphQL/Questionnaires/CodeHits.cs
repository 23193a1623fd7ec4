using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.GraphQL;

/// <summary>A search for codes, within its limits.</summary>
internal static class CodeHits
{
    /// <summary>In fields returned: a search looks at all words of a classification.</summary>
    public const int Cost = 100;

    private const int Most = 50;

    public static IEnumerable<ClassificationEntryView> Of(CodeSearch search, string query, int first, Language language)
    {
        if (first is < 1 or > Most)
        {
            throw new Refusal("INVALID_ARGUMENT", $"'first' is 1 to {Most}, not {first}.");
        }

        if (query.Length > CodeSearch.MaximumLength)
        {
            throw Refusal.TooMuch(
                "INVALID_ARGUMENT",
                $"'query' has at most {CodeSearch.MaximumLength} characters. Give the trade in a few words.",
                query.Length,
                CodeSearch.MaximumLength
            );
        }

        if (CodeSearch.IsBlank(query))
        {
            throw new Refusal("INVALID_ARGUMENT", "'query' is empty. Give the trade in a few words, or a number.");
        }

        return search.Find(query, first).Select(entry => new ClassificationEntryView(entry, search.Classification, language));
    }

    /// <summary>A search among codes of these levels; among classes where they are left out.</summary>
    /// <exception cref="Refusal">The classification has no such level.</exception>
    public static CodeSearch Over(Classification classification, IEnumerable<int>? asked)
    {
        if (asked is null)
        {
            return CodeSearch.OverClasses(classification);
        }

        var (wanted, levels) = (asked.ToHashSet(), classification.Levels());
        return wanted.Count > 0 && wanted.IsSubsetOf(levels)
            ? CodeSearch.Over(classification, wanted)
            : throw new Refusal(
                "INVALID_ARGUMENT",
                $"'levels' takes levels of {classification.Id}, which has {string.Join(", ", levels)}; leave it out for classes."
            );
    }
}
