namespace Dmk.Maturity.Grains;

/// <summary>Whether a token opens anything.</summary>
public enum TokenState
{
    Valid,

    /// <summary>Its time has run out.</summary>
    Expired,

    /// <summary>Somebody has ended it, before its time or after.</summary>
    Revoked,
}
