using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>A versioned reference, as in <c>dmk-reifegrad@1.0.0</c>.</summary>
public readonly record struct VersionedId(string Id, string Version)
{
    public static VersionedId Of(IndexModel model) => new(model.Id, model.Version);

    /// <summary>Whether a name means it: its id, or its id and version.</summary>
    public bool IsNamed(string name) => name == Id || name == ToString();

    public override string ToString() => $"{Id}@{Version}";
}
