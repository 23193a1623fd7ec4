using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Dmk.Maturity.Studies;

/// <summary>A file with a frame as bytes, in whatever encoding and with whatever separator spreadsheets and registers write it.</summary>
/// <param name="Name">Without its folder.</param>
/// <param name="Open">From its beginning; called once for each reading.</param>
public sealed record FrameFile(string Name, Func<Stream> Open)
{
    private const int BlockSize = 1 << 16;

    private static readonly Encoding _western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly char[] _separators = [',', ';', '\t'];

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    public string Hash()
    {
        using var stream = Open();
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <summary>UTF-8, UTF-16 with its mark, else Windows-1252.</summary>
    public Encoding Encoding()
    {
        using var stream = Open();
        var block = ArrayPool<byte>.Shared.Rent(BlockSize);
        try
        {
            var read = stream.ReadAtLeast(block, 2, throwOnEndOfStream: false);
            if (read >= 2 && (block[0], block[1]) is (0xFF, 0xFE) or (0xFE, 0xFF))
            {
                return block[0] == 0xFF ? System.Text.Encoding.Unicode : System.Text.Encoding.BigEndianUnicode;
            }

            var decoder = new UTF8Encoding(false, throwOnInvalidBytes: true).GetDecoder();
            var characters = new char[BlockSize + 16];
            for (; read > 0; read = stream.Read(block))
            {
                decoder.GetChars(block.AsSpan(0, read), characters, flush: false);
            }

            decoder.GetChars([], characters, flush: true);
            return System.Text.Encoding.UTF8;
        }
        catch (DecoderFallbackException)
        {
            return _western;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(block);
        }
    }

    /// <summary>Whether an encoding was guessed, so that somebody should look at the umlauts.</summary>
    public static bool IsGuessed(Encoding encoding) => encoding == _western;

    /// <summary>The separator that stands most often in the first line.</summary>
    public char Separator(Encoding encoding)
    {
        using var reader = new StreamReader(Open(), encoding);
        var first = reader.ReadLine() ?? "";
        return _separators.MaxBy(separator => first.Count(letter => letter == separator));
    }
}
