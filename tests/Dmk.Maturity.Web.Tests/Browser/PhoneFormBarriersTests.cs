namespace Dmk.Maturity.Web.Tests;

/// <summary>On a phone, in German.</summary>
public sealed class PhoneFormBarriersTests(Chromium chromium, LiveSite site) : FormBarriersTests(chromium, site, "de", 390);
