using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.GraphQL;

/// <summary>What a browser sees at the GraphQL address: what this is, and a query to copy. Without scripts.</summary>
internal static class WelcomePage
{
    private const string Style =
        "body{font-family:system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 "
        + "1rem;line-height:1.5}pre{background:#f2f2f2;padding:1rem;overflow:auto}";

    public static Task Write(HttpContext http)
    {
        http.Response.ContentType = ResponseType.Html.ContentType;
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy =
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        http.Response.Headers.CacheControl = "no-store";
        return http.Response.WriteAsync(Page, http.RequestAborted);
    }

    private static string Page =>
        $$"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>GraphQL: digital maturity of companies</title><style>{{Style}}</style></head>
            <body>
            <main>
            <h1>GraphQL: digital maturity of companies</h1>
            <p>This address is for programs. It takes GraphQL requests: companies answer their questionnaire here, and economists and ministries read the indices.</p>
            <h2>An example</h2>
            <pre>{{System.Net.WebUtility.HtmlEncode(Example)}}</pre>
            <p>Send it with curl, to the address of this page instead of the one written here:</p>
            <pre>{{System.Net.WebUtility.HtmlEncode(Curl)}}</pre>
            <p>Without a token, questionnaires, classifications and studies can be read. Tables of an index need the token of an economist, a ministry, an operator or an administrator:</p>
            <pre>{{System.Net.WebUtility.HtmlEncode(Table)}}</pre>
            <p>The whole schema, with a description of every type and field, can be asked for by introspection; GraphQL tools do so by themselves.</p>
            </main>
            </body>
            </html>
            """;

    private const string Example = "{ studies(language: EN) { id title wave phase indices { id version title } } }";

    private const string Table = """
        Authorization: Bearer TOKEN

        query Laender($study: ID!) {
          study(id: $study, language: EN) {
            indexTable(by: ["land"]) {
              cells { codes { code name } estimate standardError confidenceInterval { lower upper } respondents statusText }
            }
          }
        }
        """;

    /// <summary>With an address of nobody: that of the request is whatever its sender wrote.</summary>
    private static string Curl =>
        $$"""
            curl https://survey.example/graphql \
              -H 'Content-Type: application/json' \
              -d '{"query": "{{Example}}"}'
            """;
}
