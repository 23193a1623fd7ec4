using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Dmk.Maturity.Web;

/// <summary>A style sheet or script of the pages, served from the assembly under an address that changes with its content.</summary>
public sealed class PageFile
{
    private readonly byte[] _content;
    private readonly Lazy<byte[]> _brotli;
    private readonly Lazy<byte[]> _gzip;

    private readonly string _type;

    private PageFile(string name, string type)
    {
        _type = type;
        _content = Resource(name);
        _brotli = new(() => Compressed(stream => new BrotliStream(stream, CompressionLevel.Optimal)));
        _gzip = new(() => Compressed(stream => new GZipStream(stream, CompressionLevel.Optimal)));
        var hash = Convert.ToHexStringLower(SHA256.HashData(_content))[..12];
        Address = $"/assets/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}";
    }

    /// <summary>KERN-UX as it comes.</summary>
    public static PageFile Kern { get; } = new("kern.css", "text/css");

    /// <summary>What the pages add to it.</summary>
    public static PageFile Own { get; } = new("dmk.css", "text/css");

    /// <summary>The script that adds up the parts of a sum while they are typed.</summary>
    public static PageFile Totals { get; } = new("totals.js", "text/javascript");

    public string Address { get; }

    public static void MapAll(IEndpointRouteBuilder endpoints)
    {
        foreach (var file in new[] { Kern, Own, Totals })
        {
            endpoints.MapGet(file.Address, file.Serve).ExcludeFromDescription();
        }
    }

    private IResult Serve(HttpContext http)
    {
        var accepted = http.Request.Headers.AcceptEncoding;
        var (encoding, bytes) =
            Accepts(accepted, "br") ? ("br", _brotli.Value)
            : Accepts(accepted, "gzip") ? ("gzip", _gzip.Value)
            : ("", _content);
        if (encoding.Length > 0)
        {
            http.Response.Headers.ContentEncoding = encoding;
        }

        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        http.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
        http.Response.Headers.XContentTypeOptions = "nosniff";
        return Results.Bytes(bytes, $"{_type}; charset=utf-8");
    }

    private static bool Accepts(StringValues header, string encoding) =>
        header.Any(value =>
            value is not null && value.Split(',').Any(part => part.Trim().Equals(encoding, StringComparison.OrdinalIgnoreCase))
        );

    private byte[] Compressed(Func<Stream, Stream> compression)
    {
        using var output = new MemoryStream();
        using (var stream = compression(output))
        {
            stream.Write(_content);
        }

        return output.ToArray();
    }

    private static byte[] Resource(string name)
    {
        using var stream =
            typeof(PageFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly was built without the file {name}.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
