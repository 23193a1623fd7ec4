using System.Buffers.Binary;

namespace Dmk.Maturity.Storage;

/// <summary>The scores of one submission under one index model.</summary>
public sealed class StoredScores
{
    public required string Land { get; init; }

    public required string Study { get; init; }

    public required long Sequence { get; init; }

    /// <summary><see cref="PublishedIndexModel.Number"/>.</summary>
    public required int IndexModel { get; init; }

    /// <summary>One double per node, little endian; NaN is missing.</summary>
    public required byte[] Values { get; init; }

    /// <summary>SHA-256 over the text of the model that made them; null where they were stored before it was kept.</summary>
    public byte[]? ModelHash { get; init; }

    public static byte[] Write(ReadOnlySpan<double> scores)
    {
        var bytes = new byte[scores.Length * sizeof(double)];
        for (var node = 0; node < scores.Length; node++)
        {
            BinaryPrimitives.WriteDoubleLittleEndian(bytes.AsSpan(node * sizeof(double)), scores[node]);
        }

        return bytes;
    }

    public static double[] Read(ReadOnlySpan<byte> bytes)
    {
        var scores = new double[bytes.Length / sizeof(double)];
        for (var node = 0; node < scores.Length; node++)
        {
            scores[node] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[(node * sizeof(double))..]);
        }

        return scores;
    }
}
