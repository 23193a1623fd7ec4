using System.Globalization;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary>What is to be done next to bring a study into the field, in the words of commands.</summary>
internal static class NextStep
{
    /// <summary>Where there is no study at all.</summary>
    public const string Publish = "Next: study publish PATH, where PATH is a folder with study.yaml.";

    public static void Write(FieldState state, TextWriter output)
    {
        if (state.Next is { } next)
        {
            output.WriteLine($"Next: {next}");
        }
        else if (state.Study.Phase == Studies.StudyPhase.InField)
        {
            output.WriteLine($"Next: {InField(state)}");
        }
    }

    /// <exception cref="FaultException">Nobody has been drawn whom the study could ask; the message names the next command.</exception>
    public static void RefuseUndrawn(FieldState state)
    {
        if (state.Companies == 0)
        {
            throw new FaultException($"{state.Study.Id} has no sample yet: nobody is drawn whom it could ask. Next: {state.Next}");
        }
    }

    private static string InField(FieldState state) =>
        state.IsComplete ? $"study close {state.Study.Id}, as all companies have submitted"
        : state.LacksLetters ? $"invitations export --study {state.Study.Id} --out FILE, and serve"
        : $"serve, until the companies have answered; study close {state.Study.Id} ends it";

    /// <summary>Frame and sample, as far as there are any.</summary>
    public static void WriteFrame(FieldState state, TextWriter output)
    {
        var culture = CultureInfo.InvariantCulture;
        var strata = Counted.Of(state.Study.Frame.Count, "stratum", "strata");
        output.WriteLine(
            state.FrameFile is { } frame
                ? string.Create(
                    culture,
                    $"frame: {Counted.Companies(frame.Companies)} in {strata}, from {frame.File} on {frame.At:yyyy-MM-dd HH:mm} UTC"
                )
                : $"frame: {Counted.Companies(state.InFrame)} in {strata}"
        );
        if (state.Draw is { } draw)
        {
            output.WriteLine(
                string.Create(
                    culture,
                    $"sample: {Counted.Companies(draw.Drawn)}, {draw.Method}, seed {draw.Seed}, from {draw.File} on "
                        + $"{draw.At:yyyy-MM-dd HH:mm} UTC"
                )
            );
            output.WriteLine($"allocation: {draw.Hash}");
        }
    }
}
