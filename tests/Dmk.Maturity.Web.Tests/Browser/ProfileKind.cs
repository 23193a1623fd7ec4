using Microsoft.Playwright;

namespace Dmk.Maturity.Web.Tests;

/// <summary>What is settled for a browser profile when it is opened.</summary>
/// <param name="Address">Of the site, before every path.</param>
/// <param name="Width">Of the window, in pixels.</param>
internal sealed record ProfileKind(string Address, string Language, int Width, bool JavaScript, ForcedColors Colours);
