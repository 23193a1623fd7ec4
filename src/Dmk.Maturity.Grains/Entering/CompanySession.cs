namespace Dmk.Maturity.Grains;

/// <summary>A company that has entered its code.</summary>
/// <param name="Response">Key of its response, Land / response id.</param>
/// <param name="Handle">Names the response in addresses: opaque, always the same one, and worth nothing without the session.</param>
public sealed record CompanySession(string Response, string Handle, string StudyId, DateTimeOffset Expires);
