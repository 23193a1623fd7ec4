using System.Collections.Concurrent;

namespace Dmk.Maturity.Server;

/// <summary>How long requests took, by operation, as their sender saw it; and which errors came, by code.</summary>
internal sealed class OperationTimes
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<double>> _milliseconds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, (int Count, string Example)> _errors = new(StringComparer.Ordinal);

    public void Took(string operation, TimeSpan time) => _milliseconds.GetOrAdd(operation, _ => []).Add(time.TotalMilliseconds);

    /// <param name="message">The first one of a code stands in the report as its example.</param>
    public void Failed(string code, string message) =>
        _errors.AddOrUpdate(code, (1, message), (_, before) => (before.Count + 1, before.Example));

    public IReadOnlyList<ErrorSummary> Errors() =>
        [
            .. _errors
                .OrderBy(error => error.Key, StringComparer.Ordinal)
                .Select(error => new ErrorSummary(error.Key, error.Value.Count, error.Value.Example)),
        ];

    public IReadOnlyList<OperationSummary> Summaries() =>
        [
            .. _milliseconds
                .OrderBy(operation => operation.Key, StringComparer.Ordinal)
                .Select(operation => OperationSummary.Of(operation.Key, operation.Value)),
        ];
}

/// <summary>How often an error came.</summary>
internal sealed record ErrorSummary(string Code, int Count, string Example);

/// <summary>One line of the report, in milliseconds.</summary>
internal sealed record OperationSummary(string Operation, int Count, double P50, double P95, double P99, double Longest)
{
    public static OperationSummary Of(string operation, IEnumerable<double> milliseconds)
    {
        double[] sorted = [.. milliseconds.Order()];
        return new(operation, sorted.Length, Quantile(sorted, 0.5), Quantile(sorted, 0.95), Quantile(sorted, 0.99), sorted[^1]);
    }

    /// <summary>The smallest time that at least this share of requests did not exceed.</summary>
    private static double Quantile(double[] sorted, double share) => sorted[Math.Max(0, (int)Math.Ceiling(share * sorted.Length) - 1)];
}
