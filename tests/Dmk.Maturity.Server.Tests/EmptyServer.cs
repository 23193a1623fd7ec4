using Microsoft.AspNetCore.Builder;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A whole server in this process on a new data folder, for tests that only ask.</summary>
public sealed class EmptyServer : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private WebApplication _server = null!;

    public Uri Address => new(_server.Urls.Single());

    public IServiceProvider Services => _server.Services;

    public async ValueTask InitializeAsync()
    {
        _server = DmkServer.Build(new ServerSettings(_folder.Of("data"), Repository.Questionnaires, "http://127.0.0.1:0"));
        await _server.StartAsync(TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync(CancellationToken.None);
        await _server.DisposeAsync();
        _folder.Dispose();
    }
}
