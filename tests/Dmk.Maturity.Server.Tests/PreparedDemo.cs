using Dmk.Maturity.Server.Tests;

[assembly: AssemblyFixture(typeof(PreparedDemo))]

namespace Dmk.Maturity.Server.Tests;

/// <summary>Two demonstrations, a small and a large one, each set up once when a test first asks for it; tests get copies.</summary>
public sealed class PreparedDemo : IDisposable
{
    /// <summary>Small, and more than 150 of them have not answered.</summary>
    public const int Sample = 400;

    /// <summary>Enough for three respondents in some stratum of every Land and sector.</summary>
    public const int LargeSample = 2_500;

    private readonly TemporaryFolder _folder = new();
    private readonly Lazy<Task<string>> _small;
    private readonly Lazy<Task<string>> _large;

    public PreparedDemo() => (_small, _large) = (new(() => SetUp("small", Sample)), new(() => SetUp("large", LargeSample)));

    public void Dispose() => _folder.Dispose();

    /// <summary>Puts a data folder there whose demonstration is complete, as if a server had been stopped.</summary>
    internal async Task CopyTo(string data) => Copy(await _small.Value, data);

    /// <summary>As <see cref="CopyTo"/>, with an earlier wave and figures for every Land.</summary>
    internal async Task CopyLargeTo(string data) => Copy(await _large.Value, data);

    private static void Copy(string source, string data)
    {
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(data, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private async Task<string> SetUp(string name, int sample)
    {
        var data = _folder.Of(name);

        // Only a stopped server has all of its database in the files.
        await using (await DemoServer.Start(data, sample)) { }

        return data;
    }
}
