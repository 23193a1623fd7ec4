namespace Dmk.Maturity.Questionnaires;

/// <summary>Which part of a version number must grow at least.</summary>
public enum VersionStep
{
    /// <summary>The content is the same, to the letter.</summary>
    None,

    /// <summary>Only texts, or what no reader sees.</summary>
    Patch,

    /// <summary>More than texts, and the series goes on.</summary>
    Minor,

    /// <summary>A break in the series. Index models name the major version that they score, so that none scores answers it was not made
    /// for.</summary>
    Major,
}
