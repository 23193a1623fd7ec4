namespace Dmk.Maturity.Grains;

/// <summary>Counts failed entries per network, and tells one that fails in numbers to wait. Successful entries neither count nor
/// reset.</summary>
/// <remarks>Remembers a bounded number of networks; when there are more, the ones whose window began first are forgotten.
/// Windows are measured by the monotonic clock, which nobody sets.</remarks>
internal sealed class FailureThrottle(TimeProvider time)
{
    public const int Allowed = 20;

    private const int Networks = 50_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, (long Began, int Failures)> _failures = new(StringComparer.Ordinal);
    private readonly Queue<(string Network, long Began)> _byAge = [];

    public static TimeSpan Window { get; } = TimeSpan.FromMinutes(10);

    /// <returns>How long this network has to wait; zero when it may try.</returns>
    public TimeSpan Wait(string network)
    {
        lock (_lock)
        {
            Forget();
            return _failures.TryGetValue(network, out var known) && known.Failures >= Allowed
                ? Window - time.GetElapsedTime(known.Began)
                : TimeSpan.Zero;
        }
    }

    /// <returns>How long this network is asked to wait; zero while it may fail some more.</returns>
    public TimeSpan Failed(string network)
    {
        lock (_lock)
        {
            Forget();
            if (Wait(network) is var wait && wait > TimeSpan.Zero)
            {
                return wait;
            }

            if (_failures.TryGetValue(network, out var known))
            {
                _failures[network] = (known.Began, known.Failures + 1);
                return TimeSpan.Zero;
            }

            var now = time.GetTimestamp();
            _failures.Add(network, (now, 1));
            _byAge.Enqueue((network, now));
            return TimeSpan.Zero;
        }
    }

    private void Forget()
    {
        while (_byAge.TryPeek(out var oldest) && (_byAge.Count >= Networks || time.GetElapsedTime(oldest.Began) >= Window))
        {
            _byAge.Dequeue();
            _failures.Remove(oldest.Network);
        }
    }
}
