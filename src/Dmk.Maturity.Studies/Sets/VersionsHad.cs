namespace Dmk.Maturity.Studies;

/// <summary>What a company that has a node under one of two versions has of it.</summary>
internal enum VersionsHad
{
    /// <summary>The same score under both, whatever its answers are.</summary>
    Alike,

    /// <summary>A score under the newer one, and another or none under the older.</summary>
    Unlike,

    /// <summary>A score under the older one alone.</summary>
    OlderAlone,
}
