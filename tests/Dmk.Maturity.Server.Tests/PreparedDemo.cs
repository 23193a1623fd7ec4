using Dmk.Maturity.Server.Tests;

[assembly: AssemblyFixture(typeof(PreparedDemo))]

namespace Dmk.Maturity.Server.Tests;

/// <summary>One demonstration that is set up once, of which tests get copies.</summary>
public sealed class PreparedDemo : IDisposable
{
    /// <summary>Small, and more than 150 of them have not answered.</summary>
    public const int Sample = 400;

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<string>> _data;

    public PreparedDemo() => _data = new(SetUp);

    public void Dispose() => _folder.Dispose();

    /// <summary>Puts a data folder there whose demonstration is complete, as if a server had been stopped.</summary>
    internal async Task CopyTo(string data)
    {
        var source = await _data.Value;
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(data, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private async Task<string> SetUp()
    {
        var data = _folder.Of("data");

        // Only a stopped server has all of its database in the files.
        await using (await DemoServer.Start(data, Sample)) { }

        return data;
    }
}
