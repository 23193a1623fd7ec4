using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Dmk.Maturity.Web;

/// <summary>The body of a posted form, read whatever a stranger has put into it.</summary>
internal static class PostedForm
{
    private const string UrlEncoded = "application/x-www-form-urlencoded";

    /// <summary>Bytes of a form of answers.</summary>
    public const long MostOfAnswers = 1 << 20;

    /// <summary>Bytes of the form that takes a code: it keeps what was typed into a section when the session ended.</summary>
    public const long MostOfTheEntrance = 256 << 10;

    /// <summary>Bytes of a form with a code, a token or a few choices.</summary>
    public const long MostOfAnEntry = 32 << 10;

    /// <summary>Within which a whole form has to come: the largest takes it at half a megabit a second.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(16);

    /// <summary>Of a body that is too large: so many bytes are read and thrown away, because a browser shows no answer before it has sent
    /// everything.</summary>
    private const long MostThrownAway = 8 << 20;

    /// <summary>No form of ours is as large unless somebody writes pages of text into it; what is larger is read after one another, so that
    /// many of them take one processor at most.</summary>
    private const int Large = 64 << 10;

    private static readonly SemaphoreSlim _large = new(1, 1);

    /// <summary>Reads the form, so that it is there from then on.</summary>
    /// <remarks>No control character makes a page unreadable. The framework refuses one of them, U+0000, where it is escaped; as U+0001
    /// it is dropped where all the others are.</remarks>
    /// <param name="most">Bytes that this form may have.</param>
    public static async Task Read(HttpContext http, long most)
    {
        await RefuseTooLarge(http, most);
        var body = await Received(http);
        if (body.Length <= Large)
        {
            await Take(http, body);
            return;
        }

        // Not while it is on its way: one slow sender would keep all others waiting.
        await _large.WaitAsync(http.RequestAborted);
        try
        {
            await Take(http, body);
        }
        finally
        {
            _large.Release();
        }
    }

    /// <summary>As large as the server lets a request be, and the framework would hold it whole as well.</summary>
    private static async Task<MemoryStream> Received(HttpContext http)
    {
        var body = new MemoryStream();
        http.Response.RegisterForDispose(body);
        await Copied(http, body);
        body.Position = 0;
        http.Request.Body = body;
        return body;
    }

    /// <exception cref="BadHttpRequestException">It does not come in time.</exception>
    private static async Task Copied(HttpContext http, Stream to)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(http.RequestAborted);
        late.CancelAfter(_patience);
        try
        {
            await http.Request.Body.CopyToAsync(to, late.Token);
        }
        catch (OperationCanceledException exception) when (!http.RequestAborted.IsCancellationRequested)
        {
            // The rest is not waited for, so the connection cannot serve another request.
            http.Response.Headers.Connection = "close";
            throw new BadHttpRequestException("The form did not come in time.", StatusCodes.Status408RequestTimeout, exception);
        }
    }

    private static async Task Take(HttpContext http, MemoryStream body)
    {
        if (http.Request.ContentType?.StartsWith(UrlEncoded, StringComparison.OrdinalIgnoreCase) == true)
        {
            WithoutNull(body.GetBuffer().AsSpan(0, (int)body.Length));
        }

        await http.Request.ReadFormAsync(http.RequestAborted);
    }

    private static async Task RefuseTooLarge(HttpContext http, long most)
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { IsReadOnly: false } size)
        {
            return;
        }

        if (http.Request.ContentLength is not { } length || length <= most)
        {
            // Of one that does not say its length.
            size.MaxRequestBodySize = most;
            return;
        }

        if (length <= MostThrownAway)
        {
            size.MaxRequestBodySize = MostThrownAway;
            await Copied(http, Stream.Null);
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
