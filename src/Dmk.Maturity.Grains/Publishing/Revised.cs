using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>A study after a further questionnaire version was published into it.</summary>
/// <param name="Diff">From the version that was the newest until then.</param>
public sealed record Revised(Study Study, QuestionnaireDiff Diff);
