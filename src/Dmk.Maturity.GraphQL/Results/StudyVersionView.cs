using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("StudyVersion"), Description("A version of its questionnaire that a study asks, or has asked.")]
internal sealed class StudyVersionView(StudyVersion version)
{
    [Description("Semantic version, as in 1.0.0.")]
    public string Version => version.Number;

    [Description("SHA-256 over the text of its file, lower-case hexadecimal.")]
    public string Hash => version.Questionnaire.Hash;

    [Description(
        "Whether a begun response of this version goes over to the newest. Otherwise it stays on this one, and is submitted with it."
    )]
    public bool DraftsCarryOn => version.DraftsCarryOn;
}
