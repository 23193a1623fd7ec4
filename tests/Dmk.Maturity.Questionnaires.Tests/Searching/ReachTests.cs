namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>The everyday names as they are shipped.</summary>
public class ReachTests
{
    private const int WordsPerClass = 2;

    public static TheoryData<string> Editions { get; } = ["wz2008-classes", "wz2025-classes"];

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_class_is_reached_by_two_words_that_its_title_does_not_have(string edition)
    {
        var classification = RepositoryFiles.Classifications.Find(edition)!;
        var words = classification
            .Words.SelectMany(word => word.Codes.Select(code => (word.Word, Class: ClassOf(code))))
            .ToLookup(one => one.Class, one => one.Word, StringComparer.Ordinal);
        var poor = classification
            .Entries.Where(entry => classification.LevelOf(entry) == 4)
            .Where(entry => words[entry.Code].Select(Folded).Distinct().Count(word => !HasWord(entry.Label.De, word)) < WordsPerClass)
            .Select(entry => entry.Code);

        Assert.Empty(poor);
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_word_finds_its_first_class(string edition)
    {
        var classification = RepositoryFiles.Classifications.Find(edition)!;
        var search = CodeSearch.OverClasses(classification);
        var lost = classification
            .Words.Where((_, at) => at % 7 == 0)
            .Where(word => !search.Find(word.Word, 5).Any(hit => ClassOf(hit.Code) == ClassOf(word.Codes[0])))
            .Select(word => $"{word.Word} {word.Codes[0]}");

        Assert.Empty(lost);
    }

    /// <summary>Whether a title has the word itself, or begins one of its words with it.</summary>
    private static bool HasWord(string title, string word) => $" {Folded(title)}".Contains($" {word}", StringComparison.Ordinal);

    private static string Folded(string text) => string.Join(' ', GermanSpelling.Words(GermanSpelling.Fold(text)));

    private static string ClassOf(string code) => code.Length > 5 ? code[..5] : code;
}
