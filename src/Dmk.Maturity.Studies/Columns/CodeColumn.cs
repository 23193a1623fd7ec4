using System.Diagnostics;
using System.Runtime.Intrinsics;

namespace Dmk.Maturity.Studies;

/// <summary>Whole numbers from 0, one per row: in one byte each while all are below 256, then in two, then in four.</summary>
internal sealed class CodeColumn
{
    private GrowingRows<byte> _ones;
    private GrowingRows<ushort> _twos;
    private GrowingRows<int> _fours;

    public int Count { get; private set; }

    /// <summary>Bytes per row: 1, 2 or 4.</summary>
    public int Width { get; private set; } = 1;

    public int this[int row] =>
        Width switch
        {
            1 => _ones[row],
            2 => _twos[row],
            _ => _fours[row],
        };

    /// <param name="code">0 and above.</param>
    public void Add(int code)
    {
        Debug.Assert(code >= 0, "Codes count from 0.");
        if (Width == 1 && code > byte.MaxValue)
        {
            (Width, _twos) = (2, Wider<byte, ushort>(_ones.All, one => one));
            _ones = default;
        }

        if (Width == 2 && code > ushort.MaxValue)
        {
            (Width, _fours) = (4, Wider<ushort, int>(_twos.All, two => two));
            _twos = default;
        }

        Count++;
        if (Width == 1)
        {
            _ones.Add((byte)code);
        }
        else if (Width == 2)
        {
            _twos.Add((ushort)code);
        }
        else
        {
            _fours.Add(code);
        }
    }

    public void Write(BinaryWriter writer)
    {
        writer.Write((byte)Width);
        if (Width == 1)
        {
            KeptRows.Write(writer, _ones.All);
        }
        else if (Width == 2)
        {
            KeptRows.Write(writer, _twos.All);
        }
        else
        {
            KeptRows.Write(writer, _fours.All);
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <param name="codes">All codes of it are below.</param>
    /// <exception cref="InvalidDataException">It was something else.</exception>
    public static CodeColumn Read(BinaryReader reader, int codes)
    {
        var column = new CodeColumn { Width = reader.ReadByte() };
        if (column.Width == 1)
        {
            column._ones = new(KeptRows.Read<byte>(reader));
            column.Count = column._ones.Count;
        }
        else if (column.Width == 2)
        {
            column._twos = new(KeptRows.Read<ushort>(reader));
            column.Count = column._twos.Count;
        }
        else if (column.Width == 4)
        {
            column._fours = new(KeptRows.Read<int>(reader));
            column.Count = column._fours.Count;
        }
        else
        {
            throw new InvalidDataException($"Codes have no width of {column.Width} bytes.");
        }

        return column.IsBelow(codes) ? column : throw new InvalidDataException($"A code is not among {codes}.");
    }

    /// <summary>Fills the codes from a row on.</summary>
    public void Read(int from, Span<int> codes)
    {
        if (Width == 1)
        {
            var ones = _ones.All.Slice(from, codes.Length);
            for (var row = 0; row < codes.Length; row++)
            {
                codes[row] = ones[row];
            }
        }
        else if (Width == 2)
        {
            var twos = _twos.All.Slice(from, codes.Length);
            for (var row = 0; row < codes.Length; row++)
            {
                codes[row] = twos[row];
            }
        }
        else
        {
            _fours.All.Slice(from, codes.Length).CopyTo(codes);
        }
    }

    /// <summary>Fills the codes of some rows.</summary>
    /// <param name="rows">Counted from <paramref name="from"/>.</param>
    public void Read(int from, ReadOnlySpan<int> rows, Span<int> codes)
    {
        codes = codes[..rows.Length];
        if (Width == 1)
        {
            var ones = _ones.All[from..];
            for (var i = 0; i < codes.Length; i++)
            {
                codes[i] = ones[rows[i]];
            }
        }
        else if (Width == 2)
        {
            var twos = _twos.All[from..];
            for (var i = 0; i < codes.Length; i++)
            {
                codes[i] = twos[rows[i]];
            }
        }
        else
        {
            var fours = _fours.All[from..];
            for (var i = 0; i < codes.Length; i++)
            {
                codes[i] = fours[rows[i]];
            }
        }
    }

    /// <summary>Fills the truths that a table has for the codes from a row on: sixteen at a time, where there are no more codes than
    /// that.</summary>
    /// <param name="table">By code.</param>
    public void MapTruths(int from, ReadOnlySpan<byte> table, Span<byte> truths)
    {
        if (Width > 1 || table.Length > Vector128<byte>.Count)
        {
            Map(from, table, truths);
            return;
        }

        Span<byte> padded = stackalloc byte[Vector128<byte>.Count];
        table.CopyTo(padded);
        var all = Vector128.Create<byte>(padded);
        var ones = _ones.All.Slice(from, truths.Length);
        var row = 0;
        for (; row <= truths.Length - Vector128<byte>.Count; row += Vector128<byte>.Count)
        {
            Vector128.Shuffle(all, Vector128.Create(ones[row..])).CopyTo(truths[row..]);
        }

        for (; row < truths.Length; row++)
        {
            truths[row] = table[ones[row]];
        }
    }

    /// <summary>Fills what a table has for the codes from a row on.</summary>
    /// <param name="table">By code.</param>
    public void Map<T>(int from, ReadOnlySpan<T> table, Span<T> mapped)
    {
        if (Width == 1)
        {
            var ones = _ones.All.Slice(from, mapped.Length);
            for (var row = 0; row < mapped.Length; row++)
            {
                mapped[row] = table[ones[row]];
            }
        }
        else if (Width == 2)
        {
            var twos = _twos.All.Slice(from, mapped.Length);
            for (var row = 0; row < mapped.Length; row++)
            {
                mapped[row] = table[twos[row]];
            }
        }
        else
        {
            var fours = _fours.All.Slice(from, mapped.Length);
            for (var row = 0; row < mapped.Length; row++)
            {
                mapped[row] = table[fours[row]];
            }
        }
    }

    private bool IsBelow(int codes) =>
        Width switch
        {
            1 => codes > byte.MaxValue || !_ones.All.ContainsAnyInRange((byte)codes, byte.MaxValue),
            2 => codes > ushort.MaxValue || !_twos.All.ContainsAnyInRange((ushort)codes, ushort.MaxValue),
            _ => !_fours.All.ContainsAnyExceptInRange(0, codes - 1),
        };

    private static GrowingRows<TWide> Wider<TNarrow, TWide>(ReadOnlySpan<TNarrow> narrow, Func<TNarrow, TWide> widened)
    {
        var wide = default(GrowingRows<TWide>);
        foreach (var code in narrow)
        {
            wide.Add(widened(code));
        }

        return wide;
    }
}
