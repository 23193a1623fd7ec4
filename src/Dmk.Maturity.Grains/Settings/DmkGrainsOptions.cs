namespace Dmk.Maturity.Grains;

/// <summary>What the grains need to be told.</summary>
public sealed class DmkGrainsOptions
{
    /// <summary>The folder of the questionnaires; the classifications lie in it.</summary>
    public string Questionnaires { get; set; } = "questionnaires";

    internal string ClassificationsFolder => Path.Combine(Questionnaires, "classifications");
}
