using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A condition on answers that a study declares, so that what is shown of those companies is decided once and readers other than
/// operators may see it.</summary>
/// <param name="Id">As readers ask for it.</param>
/// <param name="Title">Who they are, as in "Companies that buy cloud services".</param>
/// <param name="Where">The condition, in the language of questionnaires, on kept answers.</param>
/// <param name="Written">Where the study says so.</param>
public sealed record NamedCondition(string Id, Text Title, string Where, FilePosition Written);
