namespace Dmk.Maturity.Questionnaires.Tests;

public class TypingErrorsTests
{
    [Theory]
    [InlineData("reinigung", "reinigung", 0)]
    [InlineData("reinigugn", "reinigung", 1)]
    [InlineData("reinigng", "reinigung", 1)]
    [InlineData("reiinigung", "reinigung", 1)]
    [InlineData("reimigung", "reinigung", 1)]
    [InlineData("rienigugn", "reinigung", 2)]
    [InlineData("elektrikr", "elektroniker", 3)]
    [InlineData("ca", "abc", 3)]
    [InlineData("", "abc", 3)]
    public void Errors_are_letters_too_many_missing_replaced_or_exchanged(string typed, string word, int errors)
    {
        Assert.Equal(errors, TypingErrors.Between(typed, word, 3));
        Assert.Equal(errors, TypingErrors.Between(word, typed, 3));
    }

    [Theory]
    [InlineData(3, 0)]
    [InlineData(4, 1)]
    [InlineData(7, 1)]
    [InlineData(8, 2)]
    [InlineData(40, 2)]
    [InlineData(10_000, 0)]
    public void Short_words_have_no_errors_and_long_ones_two(int letters, int allowed) =>
        Assert.Equal(allowed, TypingErrors.Allowed(letters));
}
