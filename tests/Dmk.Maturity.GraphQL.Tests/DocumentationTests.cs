using System.Text.Json;
using System.Text.RegularExpressions;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>What README and the documentation say to ask can be asked.</summary>
public sealed partial class DocumentationTests(Platform platform)
{
    public static TheoryData<string, string> Queries()
    {
        var queries = new TheoryData<string, string>();
        var files = Directory.EnumerateFiles(RepositoryFile.At("docs"), "*.md", SearchOption.AllDirectories);
        foreach (var file in files.Prepend(RepositoryFile.At("README.md")))
        {
            var text = File.ReadAllText(file);
            foreach (var query in Quoted().Matches(text).Select(match => JsonSerializer.Deserialize<string>(match.Groups[1].Value)!))
            {
                queries.Add(Path.GetFileName(file), query);
            }

            foreach (var query in Fenced().Matches(text).Select(match => match.Groups[1].Value))
            {
                queries.Add(Path.GetFileName(file), query);
            }
        }

        return queries;
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public async Task A_query_that_is_written_down_is_valid(string file, string query)
    {
        var answer = await platform.Query(query, token: await platform.Token(Role.Operator));
        Assert.False(answer.Code is "SYNTAX_ERROR" or "VALIDATION_FAILED", $"{file}: {answer.Json}");
    }

    [Fact]
    public void README_shows_a_query() => Assert.NotEmpty(Queries());

    [GeneratedRegex(
        """
            "query"\s*:\s*("(?:\\.|[^"\\])*")
            """
    )]
    private static partial Regex Quoted();

    [GeneratedRegex("```graphql\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fenced();
}
