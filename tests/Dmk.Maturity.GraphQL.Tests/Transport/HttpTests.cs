using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>GraphQL over HTTP, as the specification says it: methods, media types, statuses, and what is wrong with a request.</summary>
public sealed class HttpTests(Platform platform)
{
    private const string Json = "application/json";
    private const string GraphQLResponse = "application/graphql-response+json";

    private static readonly string _typeName = System.Text.Json.JsonSerializer.Serialize(new { query = "{ __typename }" });

    public static TheoryData<string, string> Bodies() => CaseFile.Read("Transport", "bodies.cases");

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task A_body_is_answered_with_its_status_and_code(string expected, string body)
    {
        var answer = await platform.Post(new StringContent(body == "(nothing)" ? "" : body, Encoding.UTF8, Json), GraphQLResponse);
        Assert.Equal(expected, $"{(int)answer.Status} {answer.Code ?? "-"}");
    }

    [Fact]
    public async Task A_byte_order_mark_is_passed_over() =>
        Assert.Equal(HttpStatusCode.OK, (await platform.Post(new StringContent('\uFEFF' + _typeName, Encoding.UTF8, Json), Json)).Status);

    [Theory]
    [InlineData("{ __typename", "SYNTAX_ERROR")]
    [InlineData("{ nothing }", "VALIDATION_FAILED")]
    [InlineData("{ response { status } }", "UNAUTHENTICATED")]
    public async Task Under_application_json_a_well_formed_request_is_answered_with_200(string query, string code)
    {
        var answer = await platform.Query(query, accept: Json);
        Assert.Equal((code, HttpStatusCode.OK), (answer.Code, answer.Status));
    }

    [Theory]
    [InlineData("application/json", 200)]
    [InlineData("application/json; charset=utf-8", 200)]
    [InlineData("application/json; charset=UTF-8", 200)]
    [InlineData("application/json; charset=iso-8859-1", 415)]
    [InlineData("application/x-www-form-urlencoded", 415)]
    [InlineData("text/plain", 415)]
    public async Task A_body_is_JSON_in_UTF8(string contentType, int status)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(_typeName));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(contentType);
        Assert.Equal((HttpStatusCode)status, (await platform.Post(content, Json)).Status);
    }

    [Theory]
    [InlineData(null, Json)]
    [InlineData("*/*", Json)]
    [InlineData("application/*", Json)]
    [InlineData(Json, Json)]
    [InlineData(GraphQLResponse, GraphQLResponse)]
    [InlineData($"{GraphQLResponse}, {Json};q=0.9", GraphQLResponse)]
    [InlineData($"{Json};q=0.5, {GraphQLResponse};q=0.4", Json)]
    [InlineData("text/html, application/json;q=0.5", Json)]
    public async Task The_media_type_is_chosen_by_Accept(string? accept, string expected)
    {
        var answer = await platform.Post(Query("{ __typename }"), accept);
        Assert.Equal(HttpStatusCode.OK, answer.Status);
        Assert.Equal($"{expected}; charset=utf-8", answer.Message.Content.Headers.ContentType?.ToString());
    }

    [Theory]
    [InlineData("text/plain")]
    [InlineData("application/json;q=0")]
    [InlineData("application/json; charset=utf-16")]
    public async Task What_cannot_be_given_is_406(string accept)
    {
        var answer = await platform.Post(Query("{ __typename }"), accept);
        Assert.Equal(HttpStatusCode.NotAcceptable, answer.Status);
        Assert.Equal("NOT_ACCEPTABLE", answer.Code);
    }

    [Theory]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    public async Task Other_methods_are_405(string method)
    {
        var answer = await platform.Send(new HttpRequestMessage(new HttpMethod(method), Platform.Address));
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal("GET, POST", string.Join(", ", answer.Message.Content.Headers.Allow));
        Assert.Equal("METHOD_NOT_ALLOWED", answer.Code);
    }

    [Fact]
    public async Task GET_answers_queries()
    {
        var answer = await Get("query A { __typename } query B { b: __typename }", "&operationName=B&variables=%7B%7D");
        Assert.Equal("Query", answer.Data.GetProperty("b").GetString());
    }

    [Fact]
    public async Task GET_refuses_mutations()
    {
        var answer = await Get("mutation { leave }");
        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.Status);
        Assert.Equal("METHOD_NOT_ALLOWED", answer.Code);
        Assert.Equal("POST", string.Join(", ", answer.Message.Content.Headers.Allow));
    }

    [Theory]
    [InlineData("&query=%7Ba%7D", "INVALID_REQUEST")]
    [InlineData("&variables=%7B", "INVALID_JSON")]
    [InlineData("&variables=7", "INVALID_REQUEST")]
    public async Task A_wrong_address_is_400(string more, string code)
    {
        var answer = await Get("{ __typename }", more);
        Assert.Equal(HttpStatusCode.BadRequest, answer.Status);
        Assert.Equal(code, answer.Code);
    }

    [Fact]
    public async Task Invalid_UTF8_is_refused()
    {
        byte[] body = [.. "{\"query\":\"{ __typename "u8, 0xFF, .. " }\"}"u8];
        var content = new ByteArrayContent(body);
        content.Headers.ContentType = new MediaTypeHeaderValue(Json);
        Assert.Equal("INVALID_UTF8", (await platform.Post(content, Json)).Code);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_413()
    {
        var answer = await platform.Post(Query(new string(' ', 300_000)), Json);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.Status);
        Assert.Equal("TOO_LARGE", answer.Code);
    }

    [Fact]
    public async Task A_body_of_unknown_length_that_is_too_large_is_413()
    {
        using var endless = new MemoryStream(new byte[1_000_000]);
        var content = new StreamContent(endless);
        content.Headers.ContentType = new MediaTypeHeaderValue(Json);
        using var request = new HttpRequestMessage(HttpMethod.Post, Platform.Address) { Content = content };
        request.Headers.TransferEncodingChunked = true;
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await platform.Send(request)).Status);
        Assert.DoesNotContain(platform.Log.All, entry => entry.Exception is InvalidOperationException);
    }

    [Fact]
    public async Task JSON_that_nests_too_deeply_is_refused()
    {
        var body = """{"query":"{ __typename }","variables":{"a":""" + new string('[', 40) + new string(']', 40) + "}}";
        Assert.Equal("TOO_DEEP", (await platform.Post(new StringContent(body, Encoding.UTF8, Json), Json)).Code);
    }

    [Fact]
    public async Task A_browser_gets_a_page_without_scripts()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Platform.Address);
        request.Headers.Accept.ParseAdd("text/html,application/xhtml+xml,*/*;q=0.8");
        request.Headers.Host = "somebody.else";
        var answer = await platform.Send(request);
        var page = await answer.Message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal("text/html", answer.Message.Content.Headers.ContentType?.MediaType);
        Assert.Contains("curl https://survey.example/graphql", page, StringComparison.Ordinal);
        Assert.DoesNotContain("somebody.else", page, StringComparison.Ordinal);
        Assert.True(answer.Message.Headers.CacheControl?.NoStore);
        Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
        Assert.StartsWith(
            "default-src 'none'",
            answer.Message.Headers.GetValues("Content-Security-Policy").Single(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Answers_are_not_kept_by_caches_or_guessed_at_by_browsers()
    {
        var answer = await platform.Post(Query("{ __typename }"), Json);
        Assert.True(answer.Message.Headers.CacheControl is { NoStore: true, Private: true });
        Assert.Equal("nosniff", answer.Message.Headers.GetValues("X-Content-Type-Options").Single());
    }

    private static StringContent Query(string text) =>
        new(System.Text.Json.JsonSerializer.Serialize(new { query = text }), Encoding.UTF8, Json);

    private Task<Answered> Get(string query, string more = "") =>
        platform.Send(
            new HttpRequestMessage(
                HttpMethod.Get,
                new Uri($"{Platform.Address}?query={Uri.EscapeDataString(query)}{more}", UriKind.Relative)
            )
        );
}
