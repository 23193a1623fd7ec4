namespace Dmk.Maturity.Grains.Tests;

/// <summary>An empty data folder that goes when its test goes.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("dmk-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
