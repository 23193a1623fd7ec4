namespace Dmk.Maturity.Grains;

/// <summary>A company that has entered its code.</summary>
/// <param name="Response">Key of its response, Land / response id.</param>
public sealed record CompanySession(string Response, string StudyId, DateTimeOffset Expires);
