using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>How many companies are to be drawn of each stratum, as an allocation's file says it for a frame.</summary>
/// <param name="Method">By what rule.</param>
/// <param name="Strata">Those of the frame in their order, with what is to be drawn of each.</param>
/// <param name="Hash">SHA-256 over the text, lower-case hexadecimal.</param>
/// <param name="Source">The text.</param>
public sealed record SamplePlan(AllocationMethod Method, IReadOnlyList<FrameStratum> Strata, string Hash, string Source)
{
    /// <summary>Companies to draw in all.</summary>
    public long Drawn => Strata.Sum(stratum => stratum.Sampled);

    /// <summary>A method in one word, as in the file.</summary>
    public static string Word(AllocationMethod method) => Allocation.Word(method);

    /// <summary>Reads a file with an allocation against the frame that it is for.</summary>
    /// <param name="file">The name that problems show.</param>
    public static Parsed<SamplePlan> Parse(string yaml, string file, StudyDesign design, IReadOnlyList<FrameStratum> frame) =>
        AllocationReader.Parse(yaml, file, design, frame);
}
