namespace Dmk.Maturity.Web;

/// <summary>Marks endpoints that answer with a page for people.</summary>
internal sealed class PageMark;
