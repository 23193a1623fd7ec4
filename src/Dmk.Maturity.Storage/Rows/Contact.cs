namespace Dmk.Maturity.Storage;

/// <summary>The name behind a pseudonymous unit id, for the invitation letter.</summary>
public sealed class Contact
{
    public required string UnitId { get; init; }

    public required string Name { get; set; }

    /// <summary>For the letter; empty where the frame has none.</summary>
    public string Address { get; set; } = "";
}
