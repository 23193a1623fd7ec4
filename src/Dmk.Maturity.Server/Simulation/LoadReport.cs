using System.Globalization;
using System.Text.Json;

namespace Dmk.Maturity.Server;

/// <summary>What a load run found.</summary>
/// <param name="Submitted">Companies with a receipt.</param>
/// <param name="Wanted">Companies that were to get one; 0 where nothing was to be submitted.</param>
internal sealed record LoadReport(
    int Submitted,
    int Wanted,
    TimeSpan Time,
    IReadOnlyList<OperationSummary> Operations,
    IReadOnlyList<ErrorSummary> Errors
)
{
    private static readonly JsonSerializerOptions _json = new(JsonSerializerDefaults.Web);

    public void Write(TextWriter output, OutputFormat format)
    {
        if (format == OutputFormat.Json)
        {
            output.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        Submitted,
                        Seconds = Time.TotalSeconds,
                        PerSecond = Rate,
                        Operations = Operations.Select(line => new
                        {
                            line.Operation,
                            line.Count,
                            PerSecond = PerSecond(line.Count),
                            line.P50,
                            line.P95,
                            line.P99,
                            line.Longest,
                        }),
                        Errors,
                    },
                    _json
                )
            );
            return;
        }

        if (Wanted > 0)
        {
            var ofAll = Submitted < Wanted ? FormattableString.Invariant($" of {Wanted}") : "";
            output.WriteLine(
                FormattableString.Invariant($"{Submitted}{ofAll} submitted in {Time.TotalSeconds:0.0} s, {Rate:0.0} a second")
            );
        }

        output.WriteLine("milliseconds        count a second      p50      p95      p99  longest");
        foreach (var line in Operations)
        {
            output.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{line.Operation, -16} {line.Count, 8} {PerSecond(line.Count), 8:0.0} {line.P50, 8:0.0} {line.P95, 8:0.0} "
                        + $"{line.P99, 8:0.0} {line.Longest, 8:0.0}"
                )
            );
        }

        foreach (var error in Errors)
        {
            output.WriteLine(FormattableString.Invariant($"error {error.Code}: {error.Count}, for example {error.Example}"));
        }
    }

    private double Rate => PerSecond(Submitted);

    private double PerSecond(int count) => count / Math.Max(1e-3, Time.TotalSeconds);
}
