namespace Dmk.Maturity.Storage;

/// <summary>From where on an operator's watch is told. Read from the configuration section <c>Store</c>.</summary>
public sealed class StoreLimits
{
    /// <summary>Free on the disk of the data folder; with less, the server is not ready, though it still stores.</summary>
    public long LowSpaceInMegabytes { get; set; } = 256;

    /// <summary>A database of at most as many is looked through before the server starts; a larger one while it answers. Some second for
    /// each 200 MB.</summary>
    public long CheckAtStartInMegabytes { get; set; } = 500;

    /// <summary>How often both databases are looked through while nobody waits for the disk; less often where that takes more than a
    /// fiftieth of the time.</summary>
    public TimeSpan CheckEvery { get; set; } = TimeSpan.FromMinutes(2);
}
