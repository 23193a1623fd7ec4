namespace Dmk.Maturity.Questionnaires;

/// <summary>What the sampling frame knows about a company before it answers; a question can begin with it.</summary>
public enum FrameField
{
    /// <summary>Code of the classification <c>land</c>.</summary>
    Land,

    /// <summary>Code of the classification <c>sector</c>.</summary>
    Sector,

    /// <summary>Code of the classification <c>size-class</c>.</summary>
    Size,

    /// <summary>Persons employed, a whole number.</summary>
    Persons,

    /// <summary>Code of the WZ, of the edition that the frame is kept in.</summary>
    Wz,
}
