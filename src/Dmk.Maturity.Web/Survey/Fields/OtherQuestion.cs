using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>A further question that a mistake depends on, beside the one at which it stands.</summary>
/// <param name="Variable">That a link to it leads to: of a grid or a sum the row or part that matters.</param>
/// <param name="Section">On whose page it stands.</param>
public sealed record OtherQuestion(string Variable, Text Asked, string Section);
