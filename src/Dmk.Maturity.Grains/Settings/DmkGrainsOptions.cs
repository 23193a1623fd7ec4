namespace Dmk.Maturity.Grains;

/// <summary>What the grains need to be told.</summary>
public sealed class DmkGrainsOptions
{
    /// <summary>The folder of the questionnaires.</summary>
    public string Questionnaires { get; set; } = "questionnaires";

    /// <summary>The folder of the classifications; null where it lies in that of the questionnaires.</summary>
    public string? Classifications { get; set; }

    /// <summary>Partitions of fewer submissions do not keep their columns in a file: reading them again takes less than a second.</summary>
    public int KeepColumnsFrom { get; set; } = 1000;

    /// <summary>How long a reader waits for what readers see to be decided anew, before the last state is shown instead, or he is told
    /// that it is being decided: less than a request may take.</summary>
    public TimeSpan Patience { get; set; } = TimeSpan.FromSeconds(5);

    internal string ClassificationsFolder => Classifications ?? Path.Combine(Questionnaires, "classifications");
}
