using System.Globalization;
using System.Text;

namespace Dmk.Maturity.Trials;

/// <summary>An HTTP request before it is written down, whatever stands in it.</summary>
internal sealed class HttpDraft
{
    public string Method { get; set; } = "GET";

    /// <summary>One character a byte.</summary>
    public string Target { get; set; } = "/";

    public string Version { get; set; } = "HTTP/1.1";

    public string? Host { get; set; } = "127.0.0.1";

    /// <summary>Lines without their end.</summary>
    public List<string> Headers { get; } = [];

    public byte[] Body { get; set; } = [];

    /// <summary>How the end of the body is told.</summary>
    public Framing Ends { get; set; }

    public bool IsWhole => Ends is Framing.Length or Framing.Chunked or Framing.TooShort;

    public byte[] Written(Chance chance)
    {
        using var bytes = new MemoryStream();
        var head = new StringBuilder($"{Method} {Target} {Version}\r\n");
        if (Host is not null)
        {
            head.Append(CultureInfo.InvariantCulture, $"Host: {Host}\r\n");
        }

        Headers.ForEach(header => head.Append(header).Append("\r\n"));
        head.Append(LengthLine()).Append("\r\n");
        bytes.Write(Encoding.Latin1.GetBytes(head.ToString()));
        if (Ends is Framing.Chunked or Framing.BrokenChunks)
        {
            Chunks(bytes, chance);
        }
        else
        {
            bytes.Write(Body);
        }

        return bytes.ToArray();
    }

    private string LengthLine() =>
        Ends switch
        {
            Framing.Length => Body.Length > 0 || Method is "POST" or "PUT" ? Of(Body.Length) : "",
            Framing.TooLong => Of(Body.Length + 7),
            Framing.TooShort => Of(Body.Length / 2),
            Framing.Both => Of(Body.Length) + "Transfer-Encoding: chunked\r\n",
            Framing.Chunked or Framing.BrokenChunks => "Transfer-Encoding: chunked\r\n",
            Framing.Twice => Of(Body.Length) + Of(Body.Length + 1),
            _ => throw new InvalidOperationException($"{Ends} is no end of a body."),
        };

    private static string Of(int length) => string.Create(CultureInfo.InvariantCulture, $"Content-Length: {length}\r\n");

    private void Chunks(MemoryStream bytes, Chance chance)
    {
        for (var at = 0; at < Body.Length; )
        {
            var size = Math.Min(Body.Length - at, 1 + chance.Below(5_000));
            var told =
                Ends == Framing.BrokenChunks && chance.OneIn(2)
                    ? chance.Of(["-1", "zz", "ffffffffffffffff", "0x4", "", "5;"])
                    : $"{size:x}";
            bytes.Write(Encoding.ASCII.GetBytes(told + (Ends == Framing.BrokenChunks && chance.OneIn(3) ? "\n" : "\r\n")));
            bytes.Write(Body, at, size);
            bytes.Write("\r\n"u8);
            at += size;
        }

        bytes.Write(Ends == Framing.BrokenChunks && chance.OneIn(2) ? "0\r\nX"u8 : "0\r\n\r\n"u8);
    }

    internal enum Framing
    {
        Length,
        Chunked,
        TooShort,
        TooLong,
        BrokenChunks,
        Both,
        Twice,
    }
}
