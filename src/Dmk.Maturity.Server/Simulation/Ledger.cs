using System.Text.Json;
using Dmk.Maturity.Simulation;

namespace Dmk.Maturity.Server;

/// <summary>What the server has acknowledged, one JSON line for each submission, written as soon as it is known: the yardstick when the
/// server is killed.</summary>
internal sealed class Ledger : IDisposable
{
    private readonly StreamWriter? _lines;
    private readonly Lock _gate = new();

    private Ledger(StreamWriter? lines) => _lines = lines;

    /// <param name="path">Null keeps no ledger.</param>
    /// <exception cref="FaultException">The file cannot be written.</exception>
    public static Ledger Open(string? path)
    {
        try
        {
            return new(path is null ? null : new StreamWriter(path, append: true) { AutoFlush = true });
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new FaultException($"The ledger {path} cannot be written: {exception.Message}", exception);
        }
    }

    public void Acknowledged(string unitId, SubmissionReceipt receipt)
    {
        var line = JsonSerializer.Serialize(
            new
            {
                unit = unitId,
                receipt = receipt.Number,
                hash = receipt.Hash,
            }
        );
        lock (_gate)
        {
            _lines?.WriteLine(line);
        }
    }

    public void Dispose() => _lines?.Dispose();
}
