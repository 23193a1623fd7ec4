namespace Dmk.Maturity.Web;

/// <summary>Whose form a request is about, once it is known; a feature of the request.</summary>
/// <param name="Visit">Null where nobody has entered a code, or the session has ended.</param>
internal sealed record FoundVisit(Visit? Visit);
