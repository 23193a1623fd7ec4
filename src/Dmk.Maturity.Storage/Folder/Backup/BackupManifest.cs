using System.Text.Json;
using System.Text.Json.Serialization;

namespace Dmk.Maturity.Storage;

/// <summary>A file in a backup.</summary>
/// <param name="Name">Its path in the data folder, with slashes.</param>
/// <param name="Sha256">Of its bytes, lower-case hexadecimal.</param>
public sealed record BackupPart(string Name, long Bytes, string Sha256);

/// <summary>How many submissions of a Land and study are in a backup.</summary>
public sealed record BackedUpSubmissions(string Land, string Study, long Count);

/// <summary>What a backup says about itself.</summary>
public sealed record BackupManifest
{
    public const string Name = "manifest.json";

    public const string Known = "dmk-maturity backup 1";

    public required string Format { get; init; }

    /// <summary>The version of the program that made it.</summary>
    public required string Program { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Id of the data folder.</summary>
    public required string Folder { get; init; }

    /// <summary>Number of the folder's last opening.</summary>
    public required long Opening { get; init; }

    /// <summary>In the order of Länder and studies.</summary>
    public required IReadOnlyList<BackedUpSubmissions> Submissions { get; init; }

    /// <summary>In the order in which they stand in the file.</summary>
    public required IReadOnlyList<BackupPart> Parts { get; init; }

    internal byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, Json.Options);

    /// <returns>Null where it cannot be read, or something is missing in it.</returns>
    internal static BackupManifest? Read(byte[] text)
    {
        try
        {
            var read = JsonSerializer.Deserialize<BackupManifest>(text, Json.Options);
            return
                read is { Format: not null, Folder: not null, Submissions: not null, Parts: not null }
                && !read.Parts.Any(part => part?.Name is null || part.Sha256 is null)
                && !read.Submissions.Contains(null)
                ? read
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>The format that a manifest names, even one that is not known; null where it names none.</returns>
    internal static string? FormatOf(byte[] text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return
                document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("format", out var format)
                && format.ValueKind == JsonValueKind.String
                ? format.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static class Json
    {
        public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
        {
            WriteIndented = true,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        };
    }
}
