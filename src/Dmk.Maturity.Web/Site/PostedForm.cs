using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dmk.Maturity.Web;

/// <summary>The body of a posted form, read whatever a stranger has put into it.</summary>
internal static class PostedForm
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    /// <summary>Of a body that is too large: so many bytes are read and thrown away, because a browser shows no answer before it has sent
    /// everything.</summary>
    private const long MostThrownAway = 8 << 20;

    /// <summary>Reads the form, so that it is there from then on.</summary>
    /// <remarks>No control character makes a page unreadable. The framework refuses one of them, U+0000, where it is escaped; as U+0001
    /// it is dropped where all the others are.</remarks>
    public static async Task Read(HttpContext http)
    {
        var request = http.Request;
        await RefuseTooLarge(http);
        if (request.ContentType?.StartsWith(UrlEncoded, StringComparison.OrdinalIgnoreCase) == true)
        {
            // As large as the server lets a request be, and the framework would hold it whole as well.
            var body = new MemoryStream();
            http.Response.RegisterForDispose(body);
            await request.Body.CopyToAsync(body, http.RequestAborted);
            WithoutNull(body.GetBuffer().AsSpan(0, (int)body.Length));
            body.Position = 0;
            request.Body = body;
        }

        await request.ReadFormAsync(http.RequestAborted);
    }

    private static async Task RefuseTooLarge(HttpContext http)
    {
        if (
            http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { MaxRequestBodySize: { } most, IsReadOnly: false } size
            || http.Request.ContentLength is not { } length
            || length <= most
        )
        {
            return;
        }

        if (length <= MostThrownAway)
        {
            size.MaxRequestBodySize = MostThrownAway;
            await http.Request.Body.CopyToAsync(Stream.Null, http.RequestAborted);
        }

        throw new BadHttpRequestException("The form is too large.", StatusCodes.Status413PayloadTooLarge);
    }

    /// <summary>How a body that cannot be read is answered.</summary>
    /// <returns>Null for what is no mistake of the sender.</returns>
    public static int? StatusOf(Exception mistake) =>
        mistake switch
        {
            BadHttpRequestException refused => refused.StatusCode,
            // Larger, longer or of more fields than any page of ours sends, or of another form than its header says.
            InvalidDataException => StatusCodes.Status413PayloadTooLarge,
            // Characters in an encoding that is not to be had.
            NotSupportedException or ArgumentException => StatusCodes.Status415UnsupportedMediaType,
            // It ended before it was whole.
            IOException => StatusCodes.Status400BadRequest,
            _ => null,
        };

    private static void WithoutNull(Span<byte> body)
    {
        for (var escaped = body.IndexOf("%00"u8); escaped >= 0; escaped = body.IndexOf("%00"u8))
        {
            body[escaped + 2] = (byte)'1';
            body = body[escaped..];
        }
    }
}
