using System.Net;
using System.Text.Json;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>An answer over HTTP: its status, its headers and its JSON.</summary>
internal sealed record Answered(HttpStatusCode Status, HttpResponseMessage Message, JsonElement Json)
{
    /// <summary>The code of the first error; null where there is none.</summary>
    public string? Code =>
        Json.TryGetProperty("errors", out var errors) ? errors[0].GetProperty("extensions").GetProperty("code").GetString() : null;

    public JsonElement Error => Json.GetProperty("errors")[0];

    /// <summary>The data; fails with the errors where there is none.</summary>
    public JsonElement Data
    {
        get
        {
            Assert.False(Json.TryGetProperty("errors", out var errors), errors.ToString());
            return Json.GetProperty("data");
        }
    }

    public static async Task<Answered> Of(HttpResponseMessage message)
    {
        var text = await message.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answered(message.StatusCode, message, text.StartsWith('{') ? JsonDocument.Parse(text).RootElement : default);
    }
}
