using System.Diagnostics;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("FieldStatus"), Description("How far a study is on its way into the field.")]
internal sealed class FieldStatusView(FieldState state, StudyView study)
{
    [Description("The study: its phase, its strata with frame and sample, its progress by Land.")]
    public StudyView Study => study;

    [Description("How many stand in the frame.")]
    public int InFrame => checked((int)state.InFrame);

    [Description("How many are in the sample, however they came there.")]
    public int Sampled => checked((int)state.Companies);

    [Description("The frame as it was imported; null where none was.")]
    public ImportedFrameView? Frame => state.FrameFile is { } frame ? new(frame) : null;

    [Description("How the sample was drawn; null where none was.")]
    public DrawnSampleView? Sample => state.Draw is { } draw ? new(draw) : null;

    [Description("The mutation that comes next: importFrame, drawSample or openStudy; null once the study has been opened.")]
    public string? Next => NextOf(state);

    internal static string? NextOf(FieldState state) =>
        state.Study.Phase switch
        {
            StudyPhase.Draft when state.Study.Frame.Count == 0 => "importFrame",
            StudyPhase.Draft when state.Companies == 0 => "drawSample",
            StudyPhase.Draft => "openStudy",
            StudyPhase.InField or StudyPhase.Closed => null,
            _ => throw new UnreachableException(state.Study.Phase.ToString()),
        };
}

[Name("ImportedFrame"), Description("A frame as it was imported.")]
internal sealed class ImportedFrameView(ImportedFrame frame)
{
    [Description("Name of the file, without its folder.")]
    public string File => frame.File;

    [Description("SHA-256 over the file, lower-case hexadecimal.")]
    public string Hash => frame.Hash;

    [Description("Rows, one for each company.")]
    public int Units => checked((int)frame.Companies);

    [Description("When it was imported.")]
    public DateTimeOffset ImportedAt => frame.At;

    [Description("Who imported it.")]
    public string Actor => frame.Actor;
}

[Name("DrawnSample"), Description("How a sample was drawn.")]
internal sealed class DrawnSampleView(DrawnSample sample)
{
    [Description("Name of the file with the allocation, without its folder.")]
    public string File => sample.File;

    [Description("SHA-256 over the allocation, lower-case hexadecimal.")]
    public string Hash => sample.Hash;

    [Description("The text of the allocation.")]
    public string Allocation => sample.Source;

    [Description("proportional, equal, neyman, census or given.")]
    public string Method => sample.Method;

    [Description("The same frame, allocation and seed give the same sample.")]
    public int Seed => sample.Seed;

    [Description("How many were drawn.")]
    public int Sampled => checked((int)sample.Drawn);

    [Description("When it was drawn.")]
    public DateTimeOffset DrawnAt => sample.At;

    [Description("Who drew it.")]
    public string Actor => sample.Actor;
}
