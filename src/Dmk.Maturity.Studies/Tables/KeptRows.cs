using System.Runtime.InteropServices;

namespace Dmk.Maturity.Studies;

/// <summary>Reads and writes rows of plain values as they lie in memory, after their number.</summary>
internal static class KeptRows
{
    public static void Write<T>(BinaryWriter writer, ReadOnlySpan<T> rows)
        where T : unmanaged
    {
        writer.Write(rows.Length);
        writer.Write(MemoryMarshal.AsBytes(rows));
    }

    /// <exception cref="EndOfStreamException">There is less than the number says.</exception>
    /// <exception cref="InvalidDataException">The number is none.</exception>
    public static T[] Read<T>(BinaryReader reader)
        where T : unmanaged
    {
        var count = reader.ReadInt32();
        var size = (long)count * Marshal.SizeOf<T>();
        if (count < 0 || size > reader.BaseStream.Length - reader.BaseStream.Position)
        {
            throw new InvalidDataException($"{count} rows are more than there are.");
        }

        var rows = new T[count];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(rows.AsSpan()));
        return rows;
    }
}
