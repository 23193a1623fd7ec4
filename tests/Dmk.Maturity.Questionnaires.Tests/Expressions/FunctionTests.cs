using System.Text.RegularExpressions;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>The table of functions against what else names them.</summary>
public sealed class FunctionTests
{
    [Fact]
    public void Functions_stand_in_the_order_of_the_alphabet() =>
        Assert.Equal(Functions.Names.Order(StringComparer.Ordinal), Functions.Names);

    [Fact]
    public void Every_function_is_shown_by_a_feature_file() => Assert.Empty(NotShown(Functions.Names));

    [Fact]
    public void A_function_that_no_file_shows_is_noticed() => Assert.Equal(["mode"], NotShown(["sum", "mode"]));

    [Fact]
    public void A_function_over_items_only_says_what_to_write_instead() =>
        Assert.All(Functions.All, function => Assert.Equal(function.Values is null, function.InsteadOfValues.Length > 0));

    [Fact]
    public void A_function_evaluates_something() =>
        Assert.All(Functions.All, function => Assert.True(function.Values is not null || function.Items is not null, function.Name));

    private static IEnumerable<string> NotShown(IEnumerable<string> functions)
    {
        var called = DefinitionFiles
            .Features.SelectMany(file => DefinitionFiles.Text(file).Split('\n'))
            .Where(line => !line.StartsWith('#'))
            .SelectMany(line => Regex.Matches(line, @"[a-z_]+(?=\()").Select(match => match.Value));
        return functions.Except(called, StringComparer.Ordinal);
    }
}
