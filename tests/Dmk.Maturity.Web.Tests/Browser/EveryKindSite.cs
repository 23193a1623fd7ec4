namespace Dmk.Maturity.Web.Tests;

/// <summary>The site with the questionnaire of every kind, for tests that each are a company of their own there.</summary>
public sealed class EveryKindSite() : LiveSite(EveryKind.Questionnaire, EveryKind.Index, EveryKind.Study);
