using Microsoft.AspNetCore.Builder;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A whole server in this process on a new data folder, for tests that only ask.</summary>
public sealed class EmptyServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication _server = null!;

    public Uri Address => new(_server.Urls.Single());

    public IServiceProvider Services => _server.Services;

    internal string Data => _folder.Of("data");

    public async ValueTask InitializeAsync()
    {
        _server = DmkServer.Build(new ServerSettings(Data, Repository.Questionnaires, "http://127.0.0.1:0") { Commands = CommandLine.Run });
        await _server.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(CancellationToken.None);
        await _server.DisposeAsync();
        _folder.Dispose();
    }
}
