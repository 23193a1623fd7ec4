using CsCheck;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>_codes that people type: forgiving about form, strict about content.</summary>
public sealed class AccessCodeTests
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private static readonly Gen<string> _codes = Gen.Char[Alphabet]
        .Array[16]
        .Select(letters => $"{new string(letters)}{AccessCode.Check(letters)}");

    [Fact]
    public void A_fresh_code_is_right_and_shown_in_groups()
    {
        var code = AccessCode.Generate();
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]$", code);
        Assert.Equal(code.Replace("-", "", StringComparison.Ordinal), AccessCode.Normalise(code));
    }

    [Fact]
    public void Fresh_codes_differ() => Assert.Equal(1000, Enumerable.Range(0, 1000).Select(_ => AccessCode.Generate()).Distinct().Count());

    [Fact]
    public void Every_single_wrong_letter_is_noticed() =>
        _codes.Sample(
            code =>
                Enumerable
                    .Range(0, code.Length)
                    .All(place =>
                        Alphabet
                            .Where(letter => letter != code[place])
                            .All(letter =>
                                AccessCode.Normalise(string.Concat(code.AsSpan(0, place), [letter], code.AsSpan(place + 1))) is null
                            )
                    ),
            iter: 50
        );

    [Fact]
    public void Every_swap_of_two_letters_is_noticed() =>
        _codes.Sample(
            code =>
                (
                    from first in Enumerable.Range(0, code.Length)
                    from second in Enumerable.Range(0, code.Length)
                    where code[first] != code[second]
                    select Swapped(code, first, second)
                ).All(swapped => AccessCode.Normalise(swapped) is null),
            iter: 50
        );

    [Theory]
    [InlineData("o", "0")]
    [InlineData("O", "0")]
    [InlineData("i", "1")]
    [InlineData("I", "1")]
    [InlineData("l", "1")]
    [InlineData("L", "1")]
    public void Letters_that_look_alike_are_read_as_meant(string typed, string meant)
    {
        var code = "0123456789ABCDE1";
        code += AccessCode.Check(code);
        Assert.Equal(code, AccessCode.Normalise(code.Replace(meant, typed, StringComparison.Ordinal)));
    }

    [Fact]
    public void Case_blanks_and_hyphens_do_not_matter() =>
        _codes.Sample(code =>
        {
            var typed = " " + string.Join("–", code.ToUpperInvariant().Chunk(3).Select(group => new string(group))) + "\t\u00a0-";
            return AccessCode.Normalise(typed) == code && AccessCode.Normalise(Lower(typed)) == code;
        });

    [Theory]
    [InlineData("\u202d{0}\u202c")]
    [InlineData("\ufeff{0}\u200b")]
    [InlineData("„{0}“,")]
    [InlineData("\"{0}\";")]
    [InlineData("'{0}'")]
    [InlineData("[ {0} ]")]
    [InlineData("«{0}»")]
    [InlineData("<({0})>.")]
    public void What_stands_around_a_code_does_not_matter(string around) =>
        _codes.Sample(code => AccessCode.Normalise(around.Replace("{0}", AccessCode.Show(code), StringComparison.Ordinal)) == code);

    [Theory]
    [InlineData("Zugangscode: {0}")]
    [InlineData("Code: {0}")]
    [InlineData("Ihr Code lautet {0}, bitte aufbewahren.")]
    [InlineData("access code\n{0}\n(valid until 31.12.)")]
    public void Words_beside_a_code_do_not_matter(string around) =>
        _codes.Sample(code =>
            AccessCode.Normalise(around.Replace("{0}", AccessCode.Show(code), StringComparison.Ordinal)) == code
            && AccessCode.Normalise(around.Replace("{0}", Lower(code), StringComparison.Ordinal)) == code
        );

    [Fact]
    public void Of_two_codes_none_is_taken() =>
        _codes.Sample(code => AccessCode.Normalise($"{AccessCode.Show(code)} oder {AccessCode.Generate()}") is null);

    [Theory]
    [InlineData("/")]
    [InlineData(":")]
    [InlineData(" / ")]
    [InlineData("|")]
    [InlineData(",")]
    [InlineData("\u2015")]
    [InlineData("\u00b7")]
    [InlineData("\t")]
    [InlineData("\u0000")]
    [InlineData("\u001f")]
    [InlineData("\u3000")]
    public void Marks_between_groups_do_not_matter(string mark) =>
        _codes.Sample(code => AccessCode.Normalise(AccessCode.Show(code).Replace("-", mark, StringComparison.Ordinal)) == code);

    [Fact]
    public void Full_width_and_other_forms_of_letters_are_read_as_the_letters() =>
        _codes.Sample(code =>
        {
            var wide = string.Concat(AccessCode.Show(code).Select(letter => (char)(letter + '\uff01' - '!')));
            var bold = string.Concat(
                code.Select(letter => char.ConvertFromUtf32(char.IsAsciiDigit(letter) ? 0x1d7ce + letter - '0' : 0x1d400 + letter - 'A'))
            );
            return AccessCode.Normalise(wide) == code && AccessCode.Normalise(Lower(wide)) == code && AccessCode.Normalise(bold) == code;
        });

    [Theory]
    [InlineData("U", "U")]
    [InlineData("u", "u")]
    [InlineData("Ä", "Ä")]
    [InlineData("A\u0308", "Ä")]
    [InlineData("*", "*")]
    [InlineData("ß", "ß")]
    [InlineData("?", "?")]
    [InlineData("\ud83d\ude00", "\ud83d\ude00")]
    public void A_character_that_no_code_has_is_named(string typed, string named) =>
        _codes.Sample(code =>
            TypedCode.Read(AccessCode.Show(code).Insert(6, typed).Remove(6 + typed.Length, 1)) == new TypedCode.Foreign(named)
        );

    [Theory]
    [InlineData("-")]
    [InlineData("\u200b")]
    [InlineData(" \u0000 ")]
    [InlineData("...")]
    public void Marks_alone_are_no_code_entered(string typed) => Assert.Equal(new TypedCode.WrongLength(0), TypedCode.Read(typed));

    [Fact]
    public void No_input_throws() => Gen.String.Sample(typed => TypedCode.Read(typed) is not null);

    [Theory]
    [InlineData('\u200b')]
    [InlineData('\u00ad')]
    [InlineData('\ufeff')]
    [InlineData('\u200e')]
    [InlineData('\u2060')]
    public void Invisible_characters_in_a_code_do_not_matter(char invisible) =>
        _codes.Sample(code => AccessCode.Normalise(string.Join(invisible, code.ToCharArray())) == code);

    [Theory]
    [InlineData("")]
    [InlineData("ABCD")]
    [InlineData("UUUU-UUUU-UUUU-UUUU-U")]
    [InlineData("0000-0000-0000-0000-0-0")]
    [InlineData("äöüß-äöüß-äöüß-äöüß-ä")]
    public void What_cannot_be_a_code_is_none(string typed) => Assert.Null(AccessCode.Normalise(typed));

    [Fact]
    public void A_very_long_text_is_none() => Assert.Null(AccessCode.Normalise(new string('0', 1_000_000)));

    private static string Lower(string code) => string.Concat(code.Select(char.ToLowerInvariant));

    private static string Swapped(string code, int first, int second)
    {
        var letters = code.ToCharArray();
        (letters[first], letters[second]) = (letters[second], letters[first]);
        return new string(letters);
    }
}
