using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>What the library understands and no company can be asked yet. This list may only shrink.</summary>
public static class FaceGaps
{
    /// <summary>In the order of the questionnaire.</summary>
    public static IEnumerable<FaceGap> Of(Questionnaire questionnaire) =>
        questionnaire
            .Sections.SelectMany(section => section.Questions)
            .Where(question => question.Prefill is FrameField.Persons)
            .Select(question => new FaceGap(question.Id, "a number of persons that the frame gives", "Ask without prefill."));
}
