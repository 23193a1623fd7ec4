using System.Net;
using Microsoft.AspNetCore.Connections;

namespace Dmk.Maturity.Grains;

/// <summary>Where a silo that is alone takes connections from others: nowhere. No port is opened, so that nobody on this machine can
/// speak to the grains past codes, tokens and roles.</summary>
internal sealed class ClosedDoors : IConnectionListenerFactory
{
#pragma warning disable CA2000 // Whoever binds it disposes of it.
    public ValueTask<IConnectionListener> BindAsync(EndPoint endpoint, CancellationToken cancellationToken = default) =>
        ValueTask.FromResult<IConnectionListener>(new Closed(endpoint));
#pragma warning restore CA2000

    /// <summary>Nobody ever comes; waiting for somebody ends when the silo does.</summary>
    private sealed class Closed(EndPoint endpoint) : IConnectionListener
    {
        private readonly TaskCompletionSource<ConnectionContext?> _nobody = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public EndPoint EndPoint => endpoint;

        public ValueTask<ConnectionContext?> AcceptAsync(CancellationToken cancellationToken = default) =>
            new(_nobody.Task.WaitAsync(cancellationToken));

        public ValueTask UnbindAsync(CancellationToken cancellationToken = default) => DisposeAsync();

        public ValueTask DisposeAsync()
        {
            _nobody.TrySetResult(null);
            return ValueTask.CompletedTask;
        }
    }
}
