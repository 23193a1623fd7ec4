using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Web;

/// <summary>Takes posted forms only from our own pages, and only as forms of a sensible size.</summary>
public static class FormGuard
{
    public const string TokenField = "form-token";

    private static readonly object _expired = new();

    /// <summary>Whether the posted form is not known to be ours: what was typed may be shown again, and nothing may be stored.</summary>
    public static bool HasExpired(HttpContext http) => http.Items.ContainsKey(_expired);

    /// <summary>From here on the form counts as one that is not known to be ours.</summary>
    public static void Expire(HttpContext http) => http.Items[_expired] = true;

    /// <summary>Only a form that keeps answers holds what somebody may have written much of.</summary>
    private static long MostOf(HttpContext http) =>
        http.GetEndpoint()?.Metadata is not { } metadata ? PostedForm.MostOfAnEntry
        : metadata.GetMetadata<FormSize>() is { Bytes: var bytes } ? bytes
        : metadata.GetMetadata<KeepsWhatWasTyped>() is null ? PostedForm.MostOfAnEntry
        : PostedForm.MostOfAnswers;

    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (HttpMethods.IsPost(http.Request.Method))
        {
            if (!http.Request.HasFormContentType)
            {
                return ErrorPage.Result(http, StatusCodes.Status415UnsupportedMediaType);
            }

            try
            {
                // First: a form that is too large is not one that has expired.
                await PostedForm.Read(http, MostOf(http));
                await http.RequestServices.GetRequiredService<IAntiforgery>().ValidateRequestAsync(http);
            }
            catch (AntiforgeryValidationException) when (http.GetEndpoint()?.Metadata.GetMetadata<KeepsWhatWasTyped>() is not null)
            {
                http.Items[_expired] = true;
            }
            catch (AntiforgeryValidationException)
            {
                return ErrorPage.Result(http, StatusCodes.Status400BadRequest);
            }
            catch (Exception gone) when (gone is ConnectionResetException or OperationCanceledException)
            {
                // Nobody is left to answer, and the rest of the form is not to be waited for.
                http.Abort();
                return Results.Empty;
            }
            catch (Exception mistake) when (PostedForm.StatusOf(mistake) is { } status)
            {
                return ErrorPage.Unreadable(http, status);
            }
        }

        return await next(context);
    }
}
