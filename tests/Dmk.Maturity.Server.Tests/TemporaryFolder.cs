namespace Dmk.Maturity.Server.Tests;

/// <summary>A folder that goes when the test is over.</summary>
internal sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("dmk-server-");

    public string Location => _folder.FullName;

    public string Of(string name) => Path.Combine(Location, name);

    public void Dispose() => _folder.Delete(recursive: true);
}
