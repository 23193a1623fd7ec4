using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text.Json;
using Dmk.Maturity.Simulation;

namespace Dmk.Maturity.Server;

/// <summary>Sends GraphQL requests to a server on this machine, and goes on trying for a while when that server is being
/// restarted.</summary>
internal sealed class GraphQLClient : IDisposable
{
    private static readonly TimeSpan _pause = TimeSpan.FromMilliseconds(250);
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
    };

    private readonly SocketsHttpHandler _connections;
    private readonly HttpClient _http;
    private readonly OperationTimes _times;
    private readonly TimeSpan _patience;

    /// <param name="site">The server's address without a path.</param>
    /// <param name="connections">Kept open at most.</param>
    /// <param name="patience">How long a request is sent again while the server cannot be reached.</param>
    public GraphQLClient(Uri site, int connections, TimeSpan patience, OperationTimes times)
    {
        (_times, _patience) = (times, patience);
        _connections = new SocketsHttpHandler
        {
            MaxConnectionsPerServer = connections,
            UseCookies = false,
            AllowAutoRedirect = false,
        };
        _http = new HttpClient(_connections) { BaseAddress = new Uri(site, "/graphql"), Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>The field of the root that the operation asks for.</summary>
    /// <exception cref="RefusedException">The server answered with an error, or did not answer in time.</exception>
    public async Task<JsonElement> Ask(string operation, string document, object variables, string? token, CancellationToken cancellation)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { query = document, variables }, _json);
        var since = Stopwatch.GetTimestamp();
        while (true)
        {
            try
            {
                var sent = Stopwatch.GetTimestamp();
                var answer = await Send(body, token, cancellation);
                _times.Took(operation, Stopwatch.GetElapsedTime(sent));
                return Data(answer, operation);
            }
            catch (Exception exception) when (IsOutage(exception) && !cancellation.IsCancellationRequested)
            {
                _times.Failed("unreachable", exception.Message);
                if (Stopwatch.GetElapsedTime(since) > _patience)
                {
                    throw new RefusedException("unreachable", $"{_http.BaseAddress} does not answer: {exception.Message}");
                }

                await Task.Delay(_pause, cancellation);
            }
        }
    }

    public void Dispose()
    {
        _http.Dispose();
        _connections.Dispose();
    }

    private async Task<JsonElement> Send(byte[] body, string? token, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, (Uri?)null) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
        request.Headers.Accept.Add(new("application/graphql-response+json"));
        if (token is not null)
        {
            request.Headers.Authorization = new("Bearer", token);
        }

        using var response = await _http.SendAsync(request, cancellation);
        var answer = await response.Content.ReadAsByteArrayAsync(cancellation);
        return response.Content.Headers.ContentType?.MediaType is "application/graphql-response+json" or "application/json"
            ? JsonDocument.Parse(answer).RootElement
            : throw new RefusedException(
                $"http{(int)response.StatusCode}",
                $"{_http.BaseAddress} answered {(int)response.StatusCode} and no GraphQL."
            );
    }

    private static JsonElement Data(JsonElement answer, string operation)
    {
        if (answer.TryGetProperty("errors", out var errors) && errors.GetArrayLength() > 0)
        {
            var first = errors[0];
            var code =
                first.TryGetProperty("extensions", out var extensions) && extensions.TryGetProperty("code", out var named)
                    ? named.GetString()
                    : null;
            throw new RefusedException(code ?? "error", $"{operation}: {first.GetProperty("message").GetString()}");
        }

        return answer.GetProperty("data").GetProperty(operation);
    }

    /// <summary>Nobody there, cut off in the middle, no answer in time, or too much to do: every operation may be sent again.</summary>
    private static bool IsOutage(Exception exception) =>
        exception is HttpRequestException or IOException or TaskCanceledException or RefusedException { Code: "BUSY" or "TIMED_OUT" };
}
