using System.CommandLine;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;

namespace Dmk.Maturity.Server;

/// <summary><c>verify</c>: looks through everything that a data folder or a backup holds, and changes nothing.</summary>
internal static class VerifyCommand
{
    public static Command Create()
    {
        var file = new Argument<string?>("FILE")
        {
            Description = "A backup; without it the data folder is looked through.",
            Arity = ArgumentArity.ZeroOrOne,
        };
        var (data, questionnaires) = (Settings.Data(), Settings.Questionnaires());
        var command = new Command(
            "verify",
            "Compares what a data folder or a backup holds: pages, sources, numbers, receipts, scores, sums, names. Reads only, while the "
                + "server runs or not."
        )
        {
            file,
            data,
            questionnaires,
        };
        command.SetAction(
            async (parsed, cancellation) =>
            {
                var output = parsed.InvocationConfiguration.Output;
                var folder = parsed.GetValue(questionnaires)!;
                if (parsed.GetValue(file) is not { } backup)
                {
                    return await Run(parsed.GetValue(data)!, folder, output, cancellation);
                }

                ReadableFile.Check(backup);
                using var unpacked = UnpackedBackup.Of(backup, new Silent(), cancellation);
                return await Run(unpacked.Location, folder, output, cancellation);
            }
        );
        return command;
    }

    private static async Task<int> Run(string data, string questionnaires, TextWriter output, CancellationToken cancellation)
    {
        var classifications = QuestionnaireFile.ReadClassifications(questionnaires);
        using var folder = FolderReading.Open(data);
        var verification = new FolderVerification(folder, classifications, output.WriteLine);
        (long Submissions, long Faults) result = default;
        await ProgressLine.Show(
            output,
            "Submissions verified",
            async progress => result = await verification.Run(new Large(progress), cancellation)
        );
        output.WriteLine(
            result.Faults == 0
                ? $"{result.Submissions} submissions verified with their answers, receipts, scores and sums: no fault."
                : $"{Counted.Of(result.Faults, "fault")}."
        );
        return result.Faults == 0 ? ExitCode.Good : ExitCode.Fault;
    }

    /// <summary>Shows progress where it takes a while.</summary>
    private sealed class Large(IProgress<(int Done, int Of)> shown) : IProgress<(int Done, int Of)>
    {
        private const int From = 10_000;

        public void Report((int Done, int Of) value)
        {
            if (value.Of >= From)
            {
                shown.Report(value);
            }
        }
    }

    private sealed class Silent : IProgress<(long Done, long Of)>
    {
        public void Report((long Done, long Of) value) { }
    }
}
