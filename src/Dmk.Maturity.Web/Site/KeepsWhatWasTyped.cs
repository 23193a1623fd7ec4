namespace Dmk.Maturity.Web;

/// <summary>Marks endpoints that lose nothing where a form had expired, instead of refusing it: what was typed comes back, and who wants to
/// leave leaves.</summary>
internal sealed class KeepsWhatWasTyped;
