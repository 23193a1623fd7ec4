using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Dmk.Maturity.GraphQL.Tests;

namespace Dmk.Maturity.Trials;

/// <summary>One GraphQL request that is made to cost.</summary>
/// <param name="Role">Whose token is sent; nobody's where empty.</param>
internal sealed record CostlyRequest(string Name, string Role, byte[] Body)
{
    private const string Cell =
        "codes { variable code name } estimate standardError confidenceInterval { lower upper level } respondents effectiveRespondents "
        + "coefficientOfVariation designEffect degreesOfFreedom population status statusText level { id title }";

    private const string Everything =
        "id version hash title intro sections { id title intro routing questions { id type text help routing unit options { code label } "
        + "rows { id label } reasonsForNotAnswering variables { id label } } } checks { id level must message }";

    /// <summary>Refused ones, and such as are answered, without a token.</summary>
    public static IReadOnlyList<CostlyRequest> OfStrangers { get; } =
    [
        .. HostileDocuments
            .All.Concat(HostileDocuments.WithinLimits)
            .Concat(HostileDocuments.Variables)
            .Select(one => new CostlyRequest(one.Name, "", Json(one.Query, one.Variables))),
        .. Open(""),
    ];

    /// <summary>What somebody of this role may ask, as much of it as is allowed.</summary>
    public static IReadOnlyList<CostlyRequest> Of(string role) =>
        role switch
        {
            "" => OfStrangers,
            "company" =>
            [
                .. Open(role),
                Ask(
                    "a response with everything",
                    role,
                    $"{{ response {{ revision status answers {{ variable code codes number text date missing }} receipt {{ "
                        + $"number hash }} sections {{ id title questions {{ id asked }} }} questionnaire {{ {Everything} }} }} }}"
                ),
                Ask(
                    "a response checked",
                    role,
                    "{ checkResponse { __typename problems { __typename } hardChecks { id } softChecks { id } } }"
                ),
                Ask("thirty responses checked", role, Aliased(30, "checkResponse { __typename }")),
                Ask(
                    "a thousand answers",
                    role,
                    "mutation($a: [AnswerInput!]!) { saveAnswers(baseRevision: 0, answers: $a) { result problems { code message } } }",
                    Answers(1_000)
                ),
            ],
            _ => [.. Open(role), .. Tables(role)],
        };

    public HttpRequestMessage Message(string? token)
    {
        var content = new ByteArrayContent(Body);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        var message = new HttpRequestMessage(HttpMethod.Post, new Uri("/graphql", UriKind.Relative)) { Content = content };
        message.Headers.Authorization = token is null ? null : new("Bearer", token);
        return message;
    }

    /// <summary>Tables of every shape, of as many nodes as the cost allows.</summary>
    public static IEnumerable<CostlyRequest> Tables(string role)
    {
        foreach (
            var by in (string[])
                [
                    "",
                    "\"land\"",
                    "\"sector\"",
                    "\"land\", \"sector\"",
                    "\"sector\", \"size\"",
                    "\"land\", \"size\"",
                    "\"land\", \"sector\", \"size\"",
                ]
        )
        {
            foreach (var times in (int[])[1, 5, 15, 30])
            {
                yield return Ask(
                    $"{times} tables by [{by}] with everything",
                    role,
                    $"{{ study(id: \"pilot-2027\") {{ "
                        + $"{Aliases(times, $"indexTable(by: [{by}]) {{ total {{ {Cell} }} cells {{ {Cell} }} }}")} }} }}"
                );
                yield return Ask(
                    $"{times} tables by [{by}] as files",
                    role,
                    $"{{ study(id: \"pilot-2027\") {{ {Aliases(times, $"indexTable(by: [{by}]) {{ csv {{ text }} }}")} }} }}"
                );
            }
        }
    }

    private static IEnumerable<CostlyRequest> Open(string role) =>
        [
            Ask("all questionnaires with everything", role, $"{{ questionnaires {{ {Everything} }} }}"),
            Ask(
                "one questionnaire thirty times",
                role,
                $"{{ {Aliases(30, $"questionnaire(id: \"pilotstudie-wirtschaft\") {{ {Everything} }}")} }}"
            ),
            Ask("ten questionnaires", role, $"{{ {Aliases(4, $"questionnaire(id: \"pilotstudie-wirtschaft\") {{ {Everything} }}")} }}"),
            Ask(
                "all studies with everything",
                role,
                "{ studies { id title phase questionnaire { id sections { id questions { id } } } indices { id levels { id } "
                    + "nodes { id title weight parent } } reportingVariables { id codes { code name } } tables } }"
            ),
            Ask(
                "the whole schema",
                role,
                "{ __schema { types { kind name description fields { name description args { name description type { kind "
                    + "name ofType { kind name ofType { kind name } } } defaultValue } type { kind name ofType { kind name "
                    + "ofType { kind name ofType { name } } } } } inputFields { name type { name } } enumValues { name "
                    + "description } possibleTypes { name } } directives { name args { name } } } }"
            ),
            Ask(
                "the schema in circles",
                role,
                "{ __schema { types { fields { type { fields { type { fields { name type { name } } } } } } } } }"
            ),
            Ask(
                "the schema in wider circles",
                role,
                "{ __schema { types { fields { type { fields { type { fields { type { fields { type { fields { name } } } } } } } } } } } }"
            ),
        ];

    private static CostlyRequest Ask(string name, string role, string query, string variables = "{}") =>
        new(name, role, Json(query, variables));

    private static byte[] Json(string query, string variables) =>
        Encoding.UTF8.GetBytes($$"""{"query":{{JsonSerializer.Serialize(query)}},"variables":{{variables}}}""");

    private static string Answers(int count) =>
        JsonSerializer.Serialize(new { a = Enumerable.Range(0, count).Select(number => new { variable = $"v{number}", number = "1" }) });

    private static string Aliased(int times, string field) => $"{{ {Aliases(times, field)} }}";

    private static string Aliases(int times, string field) =>
        string.Join(' ', Enumerable.Range(0, times).Select(number => $"a{number}: {field}"));
}
