using System.Globalization;
using System.Text;

namespace Dmk.Maturity.Trials;

/// <summary>One request of a fuzz, as it is sent.</summary>
/// <param name="Entrance">Of the server, in words of the report.</param>
/// <param name="IsWhole">Whether the server has all that it needs to answer.</param>
internal sealed record FuzzRequest(int Number, string Entrance, byte[] Bytes, bool IsWhole)
{
    private const int Shown = 400;

    /// <summary>Its answer has no body.</summary>
    public bool IsHead => Bytes.AsSpan().StartsWith("HEAD "u8);

    /// <summary>Its beginning, with escapes for what is not printable.</summary>
    public string Escaped()
    {
        var text = new StringBuilder();
        foreach (var one in Bytes.Take(Shown))
        {
            text.Append(
                one is >= 32 and < 127 and not (byte)'`' and not (byte)'|'
                    ? ((char)one).ToString()
                    : one switch
                    {
                        10 => "\\n",
                        13 => "\\r",
                        _ => string.Create(CultureInfo.InvariantCulture, $"\\x{one:x2}"),
                    }
            );
        }

        return Bytes.Length > Shown ? string.Create(CultureInfo.InvariantCulture, $"{text}... ({Bytes.Length} bytes)") : text.ToString();
    }
}
