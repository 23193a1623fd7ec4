namespace Dmk.Maturity.Web.Tests;

/// <summary>On a desk, in English.</summary>
public sealed class DesktopFormBarriersTests(Chromium chromium, LiveSite site) : FormBarriersTests(chromium, site, "en", 1280);
