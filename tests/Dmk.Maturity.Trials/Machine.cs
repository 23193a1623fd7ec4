using System.Globalization;
using System.Runtime.InteropServices;

namespace Dmk.Maturity.Trials;

/// <summary>On what a trial was made, so that its figures can be read.</summary>
internal static class Machine
{
    /// <summary>One sentence for a report.</summary>
    public static string Sentence(DateTimeOffset now) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"Made on {now:yyyy-MM-dd} on {Environment.ProcessorCount} processors with {Gigabytes():0} GB of memory, {System()}"
        );

#if DEBUG
    private const string Configuration = "Debug";
#else
    private const string Configuration = "Release";
#endif

    private static string System() =>
        $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.RuntimeIdentifier}, {Configuration}; the one that asks runs on "
        + "the same machine.";

    private static double Gigabytes() => GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
}
