namespace Dmk.Maturity.Server;

/// <summary>What made-up companies do under load.</summary>
internal enum LoadMode
{
    /// <summary>From code to receipt, saving section by section.</summary>
    Journeys,

    /// <summary>From code to receipt with all answers in the one request that submits them.</summary>
    Submissions,

    /// <summary>They save section by section and submit nothing.</summary>
    Saves,
}
