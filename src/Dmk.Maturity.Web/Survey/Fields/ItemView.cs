namespace Dmk.Maturity.Web;

/// <summary>An item of a roster as a page shows it.</summary>
/// <param name="Id">As in <c>sites[k3f9x2]</c>.</param>
/// <param name="Label">With its place in the list, as in "2. Hamburg".</param>
/// <param name="Questions">Those that are asked for it.</param>
public sealed record ItemView(string Id, string Label, IReadOnlyList<QuestionView> Questions);
