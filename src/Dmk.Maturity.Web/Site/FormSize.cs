namespace Dmk.Maturity.Web;

/// <summary>Marks an endpoint whose form has another largest size than its kind.</summary>
/// <param name="Bytes">At most.</param>
internal sealed record FormSize(long Bytes);
