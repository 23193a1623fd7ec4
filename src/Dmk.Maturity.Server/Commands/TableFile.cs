using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>A data file that a person named, read with a line now and then of how far it is where that takes long.</summary>
internal static class TableFile
{
    /// <param name="wanted">Its columns.</param>
    /// <exception cref="FaultException">There is no such file.</exception>
    /// <exception cref="DataException">What is wrong with it.</exception>
    public static async Task<DataFile> Read(
        string path,
        IReadOnlyList<WantedColumn> wanted,
        TextWriter errors,
        CancellationToken cancellation
    )
    {
        DataFile? data = null;
        await ProgressLine.ShowWhenSlow(
            errors,
            "Rows read, in percent",
            progress =>
            {
                using var stream = ReadableFile.Open(path);
                data = DataFile.Read(() => stream, Path.GetFileName(path), wanted, new Share(stream, progress), cancellation);
                return Task.CompletedTask;
            }
        );
        return data!;
    }

    /// <summary>What is wrong with rows that have been read: the file is named, as it is for its columns.</summary>
    public static FaultException Fault(string path, DataException fault) =>
        new(
            string.Join(Environment.NewLine, fault.Message.Split(Environment.NewLine).Select(line => $"{Path.GetFileName(path)}: {line}")),
            fault
        );

    /// <summary>How much of the file has been read.</summary>
    private sealed class Share(Stream stream, IProgress<(int Done, int Of)> progress) : IProgress<long>
    {
        public void Report(long value) => progress.Report(((int)(100 * stream.Position / Math.Max(1, stream.Length)), 100));
    }
}
