using System.Text;
using CsCheck;

namespace Dmk.Maturity.Questionnaires.Tests;

public class CodeSearchTests
{
    private static readonly Classification[] _editions =
    [
        .. new[] { "wz2008-classes", "wz2025-classes" }.Select(id => RepositoryFiles.Classifications.Find(id)!),
    ];

    /// <summary>Without everyday names, so that their growing list changes nothing here.</summary>
    private static readonly Classification[] _titles =
    [
        .. _editions.Select(one => new Classification(one.Id, one.Title, one.Source, one.Edition, one.Entries)
        {
            Languages = one.Languages,
        }),
    ];

    private static readonly Gen<(Classification Edition, ClassificationEntry Entry)> _entry = Gen.Int[0, 1]
        .SelectMany(edition =>
            Gen.Int[0, _editions[edition].Entries.Count - 1].Select(at => (_editions[edition], _editions[edition].Entries[at]))
        );

    private static readonly Gen<Classification> _edition = Gen.Int[0, 1].Select(at => _editions[at]);

    public static TheoryData<string, string, string> Cases { get; } =
    [
        .. CasesOf(
            File.ReadAllLines(
                Path.Combine(RepositoryFiles.Root, "tests", "Dmk.Maturity.Questionnaires.Tests", "Searching", "searches.cases")
            )
        ),
    ];

    public static TheoryData<string> Editions { get; } = [.. _editions.Select(edition => edition.Id)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void What_people_type_finds_what_the_titles_have(string typed, string in2008, string in2025)
    {
        Assert.Equal($"{typed} => {in2008} | {in2025}", $"{typed} => {Codes(_titles[0], typed, 3)} | {Codes(_titles[1], typed, 3)}");
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_code_finds_itself_first_however_it_is_written(string edition)
    {
        var classification = Edition(edition);
        var search = CodeSearch.Over(classification);
        foreach (var code in classification.Entries.Select(entry => entry.Code))
        {
            string[] written =
            [
                code,
                $" {code} ",
                code.Replace(".", "", StringComparison.Ordinal),
                code.Replace('.', ' '),
                Small(code),
                $"WZ {code}",
                $"\u202d{code}\u202c",
                string.Join('\u200b', code.ToCharArray()),
            ];
            Assert.All(written, typed => Assert.Equal(code, search.Find(typed, 1).Single().Code));
        }
    }

    [Fact]
    public void A_line_copied_from_the_classification_finds_its_code_first() =>
        _entry.Sample(one => CodeSearch.Over(one.Edition).Find($"{one.Entry.Code} {one.Entry.Label.De}", 1).Single() == one.Entry);

    [Theory]
    [MemberData(nameof(Editions))]
    public void Every_title_finds_its_entry_first(string edition)
    {
        var classification = Edition(edition);
        var search = CodeSearch.Over(classification);
        foreach (var same in classification.Entries.GroupBy(entry => Words(entry.Label.De)))
        {
            var hit = search.Find(same.First().Label.De, 1).Single();
            Assert.Contains(
                classification.Entries.Where(entry => entry == hit || entry.Parent == hit.Code),
                entry => Words(entry.Label.De) == same.Key
            );
        }
    }

    [Theory]
    [MemberData(nameof(Editions))]
    public void The_beginning_of_a_number_finds_the_codes_that_begin_with_it_and_no_others(string edition)
    {
        var classification = Edition(edition);
        var search = CodeSearch.Over(classification);
        foreach (var code in classification.Entries.Select(entry => entry.Code).Where(code => char.IsDigit(code[0])))
        {
            var hits = search.Find(code, classification.Entries.Count).Select(hit => hit.Code).ToList();
            Assert.Equal(code, hits[0]);
            Assert.All(hits.Skip(1), hit => Assert.True(classification.IsBelow(hit, code), $"{hit} is not below {code}."));
            Assert.Equal(classification.Entries.Count(entry => classification.IsBelow(entry.Code, code)), hits.Count - 1);
        }
    }

    [Fact]
    public void Capitals_and_the_spelling_of_umlauts_do_not_matter() =>
        Gen.Select(_entry, Gen.Int[1, 4])
            .Sample(
                (one, words) =>
                {
                    var edition = one.Edition;
                    var typed = string.Join(' ', one.Entry.Label.De.Split(' ').Take(words));
                    var hits = Codes(edition, typed, 10);
                    string[] others =
                    [
                        typed.ToUpperInvariant(),
                        Small(typed),
                        typed.Normalize(NormalizationForm.FormD),
                        typed.Replace("ß", "ss", StringComparison.Ordinal),
                        Spelled(typed, "ae", "oe", "ue"),
                        Spelled(typed, "a", "o", "u"),
                        $"  {typed.Replace(" ", "   ", StringComparison.Ordinal)} ",
                    ];
                    return Array.TrueForAll(others, other => Codes(edition, other, 10) == hits);
                }
            );

    [Fact]
    public void The_limit_is_kept_and_a_smaller_one_only_cuts() =>
        Gen.Select(_entry, Gen.Int[0, 30])
            .Sample(
                (one, limit) =>
                {
                    var typed = one.Entry.Label.De.Split(' ')[0];
                    var search = CodeSearch.Over(one.Edition);
                    var all = search.Find(typed, int.MaxValue);
                    return search.Find(typed, limit).SequenceEqual(all.Take(limit)) && all.Distinct().Count() == all.Count;
                }
            );

    [Fact]
    public void Words_of_a_title_find_it_in_any_order() =>
        Gen.Select(_entry, Gen.Int)
            .Sample(
                (one, seed) =>
                {
                    var words = WordsToType(one.Entry);
                    new Random(seed).Shuffle(words);
                    return IsFoundBy(one.Edition, one.Entry, words);
                }
            );

    [Theory]
    [MemberData(nameof(Editions))]
    public void The_words_of_every_title_find_it_backwards(string edition)
    {
        var classification = Edition(edition);

        Assert.All(classification.Entries, entry => Assert.True(IsFoundBy(classification, entry, [.. WordsToType(entry).Reverse()])));
    }

    /// <summary>Its title has "nichtelektrischen" as one word and that of the class "nicht elektrischen" as two.</summary>
    [Fact]
    public void A_class_stands_for_its_only_subclass_also_where_that_has_another_title()
    {
        var hits = CodeSearch.Over(_editions[0]).Find("Haushaltsgeräten nichtelektrischen von Herstellung", int.MaxValue);

        Assert.Equal("27.52", hits[0].Code);
        Assert.DoesNotContain("27.52.0", hits.Select(hit => hit.Code));
    }

    [Fact]
    public void Anything_may_be_typed() =>
        Gen.Select(
                _edition,
                Gen.OneOf(Gen.String, Gen.Char["\ud83d\u0000\u200b\u0301 .-0123aäßÄ\u1e9e\ufb01\u0130"].Array[0, 300].Select(string.Concat))
            )
            .Sample((edition, typed) => CodeSearch.Over(edition).Find(typed, 5).Count <= 5);

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("...")]
    [InlineData("-")]
    [InlineData("\ud83d")]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("'; DROP TABLE answers; --")]
    [InlineData("xyzzy")]
    [InlineData("999999")]
    [InlineData("漢字")]
    public void What_no_title_and_no_number_has_finds_nothing(string typed) =>
        Assert.All(_titles, edition => Assert.Empty(CodeSearch.Over(edition).Find(typed, 10)));

    [Fact]
    public void Only_the_levels_asked_for_are_found()
    {
        var search = CodeSearch.Over(_editions[0], [4]);

        Assert.Equal(["62.01", "62.02", "62.03", "62.09"], search.Find("62", 10).Select(hit => hit.Code));
        Assert.All(search.Find("Herstellung", 100), hit => Assert.Equal(4, _editions[0].LevelOf(hit)));
    }

    [Fact]
    public void A_number_that_a_spreadsheet_has_shortened_is_found() =>
        Assert.Equal("01.11", CodeSearch.Over(_editions[0]).Find("1.11", 1).Single().Code);

    [Fact]
    public void A_title_that_only_excludes_a_word_is_left_out_where_others_have_it()
    {
        var hits = CodeSearch.Over(_editions[0]).Find("Möbel", 100).Select(hit => hit.Code).ToList();

        Assert.Contains("31.01", hits);
        Assert.DoesNotContain("16", hits);
    }

    [Fact]
    public void A_classification_whose_codes_are_words_is_searched_as_well()
    {
        var search = CodeSearch.Over(RepositoryFiles.Classifications.Find("land")!);

        Assert.Equal("BY", search.Find("by", 1).Single().Code);
        Assert.Equal("BW", search.Find("Wuerttemberg", 1).Single().Code);
    }

    [Fact]
    public void A_negative_limit_is_a_mistake_of_the_caller() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => CodeSearch.Over(_editions[0]).Find("Hotel", -1));

    private static Classification Edition(string id) => Array.Find(_editions, edition => edition.Id == id)!;

    private static string[] WordsToType(ClassificationEntry entry) =>
        entry.Label.De.Split([' ', ',', '(', ')', ';'], StringSplitOptions.RemoveEmptyEntries);

    /// <summary>By its own code, or by that of the class that it is the only subclass of: these are one hit. More than can be typed finds
    /// nothing in particular.</summary>
    private static bool IsFoundBy(Classification edition, ClassificationEntry entry, string[] words)
    {
        var typed = string.Join(' ', words);
        return typed.Length > CodeSearch.MaximumLength
            || CodeSearch.Over(edition).Find(typed, int.MaxValue).Any(hit => hit == entry || (hit.Code == entry.Parent && IsOnly(entry)));

        bool IsOnly(ClassificationEntry subclass)
        {
            return edition.LevelOf(subclass) == 5 && edition.Entries.Count(other => other.Parent == subclass.Parent) == 1;
        }
    }

    private static string Codes(Classification edition, string typed, int limit) =>
        string.Join(' ', CodeSearch.Over(edition).Find(typed, limit).Select(hit => hit.Code)) is { Length: > 0 } codes ? codes : "-";

    private static string Words(string text) => string.Join(' ', GermanSpelling.Words(GermanSpelling.Fold(text)));

    private static string Small(string text) => string.Concat(text.Select(char.ToLowerInvariant));

    private static string Spelled(string text, string a, string o, string u) =>
        text.Replace("ä", a, StringComparison.Ordinal)
            .Replace("ö", o, StringComparison.Ordinal)
            .Replace("ü", u, StringComparison.Ordinal)
            .Replace("Ä", a, StringComparison.Ordinal)
            .Replace("Ö", o, StringComparison.Ordinal)
            .Replace("Ü", u, StringComparison.Ordinal);

    private static IEnumerable<(string, string, string)> CasesOf(string[] lines) =>
        from line in lines
        where line.Length > 0 && line[0] != '#'
        let parts = line.Split([" => ", " | "], StringSplitOptions.None)
        select (parts[0], parts[1], parts[2]);
}
