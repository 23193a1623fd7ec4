using Dmk.Maturity.Storage;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Dmk.Maturity.Server;

/// <summary>Whether answers can be stored. <c>/health/live</c> asks only whether the process answers, <c>/health/ready</c> (and
/// <c>/health</c>) whether the store does, and says in one word what is wrong.</summary>
internal sealed class StoreHealth(StoreProbe probe) : IHealthCheck
{
    /// <summary>Answers for as long as the process does.</summary>
    public const string LivePath = "/health/live";

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        await probe.Ask(cancellationToken) is { } fault
            ? new HealthCheckResult(context.Registration.FailureStatus, fault.Reason)
            : HealthCheckResult.Healthy();

    public static void Map(IEndpointRouteBuilder server)
    {
        server.MapHealthChecks(LivePath, new() { Predicate = _ => false });
        server.MapHealthChecks("/health/ready", new() { ResponseWriter = Write });
        server.MapHealthChecks("/health", new() { ResponseWriter = Write });
    }

    private static Task Write(HttpContext http, HealthReport report)
    {
        http.Response.ContentType = "text/plain";
        return http.Response.WriteAsync(
            report.Entries.Values.Select(entry => entry.Description).FirstOrDefault(reason => reason is not null) ?? "Healthy",
            http.RequestAborted
        );
    }
}
