using System.Globalization;
using System.Text;

namespace Dmk.Maturity.Storage;

/// <summary>Where the files of a backup stand in it. Reads headers of 512 bytes and what they lead to, and nothing that a stranger could
/// have put there: no links, folders, long names, extended headers.</summary>
/// <remarks>A plain tar archive (POSIX.1-1988), which the usual programs read, too. Not read by System.Formats.Tar, which takes extended
/// headers of any size into memory.</remarks>
internal sealed class BackupArchive
{
    private const int Block = 512;
    private const int MostEntries = BackupNames.MostFormKeys + 10;
    private readonly Dictionary<string, (long Offset, long Bytes)> _entries = [];
    private readonly Stream _stream;
    private readonly string _file;

    private BackupArchive(Stream stream, string file) => (_stream, _file) = (stream, file);

    public IEnumerable<string> Names => _entries.Keys;

    /// <exception cref="DataFolderException">It is no backup, is cut off or damaged, or holds what no backup does.</exception>
    public static BackupArchive Read(Stream stream, string file)
    {
        var archive = new BackupArchive(stream, file);
        archive.ReadHeaders();
        return archive;
    }

    public long Bytes(string name) => _entries[name].Bytes;

    /// <summary>The content of one file; read it before another is asked for.</summary>
    public Stream Content(string name)
    {
        var (offset, bytes) = _entries[name];
        _stream.Position = offset;
        return new Section(_stream, bytes);
    }

    public byte[] All(string name)
    {
        using var content = Content(name);
        var all = new byte[Bytes(name)];
        content.ReadExactly(all);
        return all;
    }

    private void ReadHeaders()
    {
        var header = new byte[Block];
        for (long at = 0; ; )
        {
            _stream.Position = at;
            if (_stream.ReadAtLeast(header, Block, throwOnEndOfStream: false) < Block)
            {
                throw at == 0 ? BackupRefusal.NoBackup(_file) : BackupRefusal.CutOff(_file);
            }

            at += Block;
            if (!header.AsSpan().ContainsAnyExcept((byte)0))
            {
                CheckEnd(at);
                return;
            }

            at = Enter(header, at);
        }
    }

    /// <returns>Where the next header stands.</returns>
    private long Enter(byte[] header, long at)
    {
        if (!IsHeader(header))
        {
            throw _entries.Count == 0 ? BackupRefusal.NoBackup(_file) : BackupRefusal.Damaged(_file, "a header in it cannot be right");
        }

        var name = Text(header.AsSpan(0, 100));
        if (header[156] is not ((byte)'0' or 0))
        {
            throw BackupRefusal.Foreign(_file, "a link, a folder or another special entry");
        }

        var most = BackupNames.MostBytes(name);
        if (most == 0 || Text(header.AsSpan(345, 155)).Length > 0 && header[262] == '\0')
        {
            throw BackupRefusal.Foreign(_file, "a file of another name");
        }

        if (Size(header) is not { } bytes || bytes > most)
        {
            throw BackupRefusal.Foreign(_file, $"a {name} of an impossible size");
        }

        if (_entries.Count == MostEntries || !_entries.TryAdd(name, (at, bytes)))
        {
            throw BackupRefusal.Foreign(_file, "a file twice");
        }

        if (bytes > _stream.Length - at)
        {
            throw BackupRefusal.CutOff(_file);
        }

        return at + ((bytes + Block - 1) / Block * Block);
    }

    /// <summary>Two empty blocks, and nothing after them.</summary>
    private void CheckEnd(long at)
    {
        var last = new byte[Block];
        if (_entries.Count == 0)
        {
            throw BackupRefusal.NoBackup(_file);
        }

        if (_stream.Length - at < Block || _stream.ReadAtLeast(last, Block, throwOnEndOfStream: false) < Block)
        {
            throw BackupRefusal.CutOff(_file);
        }

        if (_stream.Length > at + Block || last.AsSpan().ContainsAnyExcept((byte)0))
        {
            throw BackupRefusal.Damaged(_file, "something stands after its end");
        }
    }

    /// <summary>By the sum of its bytes, where those of the sum itself count as blanks.</summary>
    private static bool IsHeader(byte[] header)
    {
        var sum = 0;
        for (var place = 0; place < Block; place++)
        {
            sum += place is >= 148 and < 156 ? ' ' : header[place];
        }

        return header.AsSpan(257, 5).SequenceEqual("ustar"u8) && Octal(header.AsSpan(148, 8)) == sum;
    }

    /// <summary>Octal digits; from 8 GB on a binary number behind a byte of 128.</summary>
    private static long? Size(byte[] header)
    {
        var field = header.AsSpan(124, 12);
        if (field[0] != 128)
        {
            return Octal(field);
        }

        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(field[4..]);
        return number >= 0 && !field[1..4].ContainsAnyExcept((byte)0) ? number : null;
    }

    private static long? Octal(ReadOnlySpan<byte> field)
    {
        var digits = Text(field).Trim();
        long number = 0;
        foreach (var digit in digits)
        {
            if (digit is < '0' or > '7')
            {
                return null;
            }

            number = (number * 8) + (digit - '0');
        }

        return digits.Length is > 0 and < 13 ? number : null;
    }

    private static string Text(ReadOnlySpan<byte> field)
    {
        var end = field.IndexOf((byte)0);
        return Encoding.ASCII.GetString(end < 0 ? field : field[..end]);
    }

    /// <summary>A part of a stream, read forwards.</summary>
    private sealed class Section(Stream stream, long length) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length { get; } = length;

        public override long Position
        {
            get => Length - _left;
            set => throw new NotSupportedException(value.ToString(CultureInfo.InvariantCulture));
        }

        public override int Read(Span<byte> buffer)
        {
            var read = stream.Read(buffer[..(int)Math.Min(buffer.Length, _left)]);
            _left -= read;
            return read;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override void Flush() { }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
