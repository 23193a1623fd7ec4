using System.Text.Json;

namespace Dmk.Maturity.Server;

/// <summary>A file in the data folder that says: a demonstration, this large, and whether its companies have all answered.</summary>
/// <remarks>Written before the set-up begins, so that one that was interrupted is recognised and carried on.</remarks>
internal sealed record DemoMark(string StudyId, int Sample, int Seed, bool Complete)
{
    private const string FileName = "demo.json";

    /// <returns>Null when this is no demonstration.</returns>
    public static DemoMark? Read(string data)
    {
        var file = Path.Combine(data, FileName);
        try
        {
            return File.Exists(file) ? JsonSerializer.Deserialize<DemoMark>(File.ReadAllText(file)) : null;
        }
        catch (JsonException exception)
        {
            throw new FaultException($"{file} is damaged; start the demonstration on an empty data folder.", exception);
        }
    }

    /// <summary>All or nothing: a reader finds the old file or the new one.</summary>
    public void Write(string data)
    {
        var file = Path.Combine(data, FileName);
        File.WriteAllText(file + ".new", JsonSerializer.Serialize(this));
        File.Move(file + ".new", file, overwrite: true);
    }
}
