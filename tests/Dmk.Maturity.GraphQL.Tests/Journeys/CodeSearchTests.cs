namespace Dmk.Maturity.GraphQL.Tests;

public sealed class CodeSearchTests(Platform platform)
{
    [Theory]
    [InlineData("wz2008", "Elektriker", "43.21")]
    [InlineData("wz2025-classes", "plumber", "43.22")]
    [InlineData("wz2025-classes", "WZ 62.10", "62.10")]
    [InlineData("land", "Bayern", "BY")]
    public async Task Everybody_finds_codes_by_everyday_words(string id, string query, string code)
    {
        var answer = await platform.Query(
            "query S($id: ID!, $query: String!) { classificationSearch(id: $id, query: $query, first: 5) { code label } }",
            new { id, query }
        );

        Assert.Equal(code, answer.Data.GetProperty("classificationSearch")[0].GetProperty("code").GetString());
    }

    [Fact]
    public async Task Only_the_levels_asked_for_are_found_and_nothing_is_an_empty_list()
    {
        var answer = await platform.Query(
            "{ deep: classificationSearch(id: \"wz2008\", query: \"Elektriker\", levels: [5], first: 1) { code } "
                + "none: classificationSearch(id: \"wz2008\", query: \"qqqqxxxx\") { code } }"
        );

        Assert.Equal("43.21.0", answer.Data.GetProperty("deep")[0].GetProperty("code").GetString());
        Assert.Equal(0, answer.Data.GetProperty("none").GetArrayLength());
    }

    [Theory]
    [InlineData("nothing", "Hotel", 5, "CLASSIFICATION_UNKNOWN")]
    [InlineData("wz2025", "Hotel", 0, "INVALID_ARGUMENT")]
    [InlineData("wz2025", "Hotel", 51, "INVALID_ARGUMENT")]
    [InlineData("wz2025", "", 5, "INVALID_ARGUMENT")]
    [InlineData("wz2025", " \u200b", 5, "INVALID_ARGUMENT")]
    public async Task What_is_beyond_the_limits_is_refused(string id, string query, int first, string code)
    {
        var answer = await platform.Query(
            "query S($id: ID!, $query: String!, $first: Int!) { classificationSearch(id: $id, query: $query, first: $first) { code } }",
            new
            {
                id,
                query,
                first,
            }
        );

        Assert.Equal(code, answer.Code);
    }

    [Theory]
    [InlineData("9")]
    [InlineData("4, 6")]
    [InlineData("0")]
    [InlineData("")]
    public async Task A_level_that_a_classification_does_not_have_is_refused(string levels)
    {
        var answer = await platform.Query($"{{ classificationSearch(id: \"wz2025\", query: \"Hotel\", levels: [{levels}]) {{ code }} }}");

        Assert.Equal("INVALID_ARGUMENT", answer.Code);
        Assert.Contains("which has 1, 2, 3, 4, 5;", answer.Json.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("wz2008", "43.22", "EN", "DE")]
    [InlineData("wz2008", "43.22", "DE", "DE")]
    [InlineData("land", "Bayern", "EN", "EN")]
    public async Task A_label_says_its_language(string id, string query, string asked, string given)
    {
        var answer = await platform.Query(
            $"{{ classificationSearch(id: \"{id}\", query: \"{query}\", language: {asked}) {{ labelLanguage }} }}"
        );

        Assert.Equal(given, answer.Data.GetProperty("classificationSearch")[0].GetProperty("labelLanguage").GetString());
    }

    [Fact]
    public async Task A_query_of_ten_thousand_letters_is_refused()
    {
        var answer = await platform.Query(
            "query S($query: String!) { classificationSearch(id: \"wz2025\", query: $query) { code } }",
            new { query = new string('a', 10_000) }
        );

        Assert.Equal("INVALID_ARGUMENT", answer.Code);
    }

    [Theory]
    [InlineData("uses_ai")]
    [InlineData("nothing")]
    public async Task A_company_searches_only_for_questions_that_are_code_searches(string question)
    {
        var answer = await platform.Query(
            "query S($question: ID!) { response { codeSearch(question: $question, query: \"Hotel\") { code } } }",
            new { question },
            await platform.Company(_ => true)
        );

        Assert.Equal("QUESTION_UNKNOWN", answer.Code);
    }
}
