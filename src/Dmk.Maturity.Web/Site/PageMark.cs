namespace Dmk.Maturity.Web.Site;

/// <summary>Marks endpoints that answer with a page for people.</summary>
internal sealed class PageMark;
