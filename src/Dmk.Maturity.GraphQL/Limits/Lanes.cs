using System.Threading.RateLimiting;

namespace Dmk.Maturity.GraphQL;

/// <summary>Who may be worked for at the same time: companies, those who work with results, and everybody else each have a queue of their
/// own, so that nobody waits behind strangers.</summary>
/// <remarks>Strangers get all processors but one, and so do those who work with results: a company finds one free. Among strangers each
/// network waits in a queue of its own, and the first of each wait in a common one, so that one network's many requests stand behind
/// another's first.</remarks>
internal sealed class Lanes : IDisposable
{
    private readonly ConcurrencyLimiter _companies;
    private readonly ConcurrencyLimiter _staff;
    private readonly ConcurrencyLimiter _strangers;
    private readonly PartitionedRateLimiter<string> _networks;

    public Lanes(GraphQLLimits limits)
    {
        var others = Math.Max(1, limits.Processors - 1);
        _companies = Lane(4 * limits.Processors, limits.WaitingCompanies);
        _staff = Lane(others, limits.WaitingStaff);
        _strangers = Lane(others, limits.WaitingStrangers);
        _networks = PartitionedRateLimiter.Create<string, string>(network =>
            RateLimitPartition.GetConcurrencyLimiter(network, _ => Options(others, limits.WaitingInNetwork))
        );
    }

    /// <summary>Waits for its turn.</summary>
    /// <returns>To be disposed of when the work is done; null where too many wait already.</returns>
    public async ValueTask<IDisposable?> Enter(Caller caller, CancellationToken cancellation) =>
        caller.Kind switch
        {
            Readers.Company => Taken(await _companies.AcquireAsync(1, cancellation)),
            Readers.Public => await EnterFrom(caller.Network, cancellation),
            _ => Taken(await _staff.AcquireAsync(1, cancellation)),
        };

    public void Dispose()
    {
        _companies.Dispose();
        _staff.Dispose();
        _networks.Dispose();
        _strangers.Dispose();
    }

    private async ValueTask<IDisposable?> EnterFrom(string network, CancellationToken cancellation)
    {
        var first = Taken(await _networks.AcquireAsync(network, 1, cancellation));
        if (first is null)
        {
            return null;
        }

        try
        {
            if (Taken(await _strangers.AcquireAsync(1, cancellation)) is { } second)
            {
                return new Both(first, second);
            }
        }
        catch
        {
            first.Dispose();
            throw;
        }

        first.Dispose();
        return null;
    }

    private static RateLimitLease? Taken(RateLimitLease lease)
    {
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        return null;
    }

    private static ConcurrencyLimiter Lane(int atOnce, int waiting) => new(Options(atOnce, waiting));

    private static ConcurrencyLimiterOptions Options(int atOnce, int waiting) =>
        new()
        {
            PermitLimit = atOnce,
            QueueLimit = waiting,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        };

    /// <summary>The first of a network, and one of all.</summary>
    private sealed class Both(IDisposable first, IDisposable second) : IDisposable
    {
        public void Dispose()
        {
            second.Dispose();
            first.Dispose();
        }
    }
}
