namespace Dmk.Maturity.Web;

/// <summary>Marks endpoints that bring a form back as it was typed where it had expired, instead of refusing it.</summary>
internal sealed class KeepsWhatWasTyped;
