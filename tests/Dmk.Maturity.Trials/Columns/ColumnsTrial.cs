using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Trials;

/// <summary>How many bytes a response takes in the columns of partitions: the pilot study with its three index models.</summary>
internal sealed class ColumnsTrial(int responses, int seed)
{
    private const string Study = "pilotstudie-wirtschaft";

    public static Command Command()
    {
        var responses = TrialSettings.Number("--responses", "In all Länder together.", 1_000_000);
        var seed = TrialSettings.Number("--seed", "Of companies and answers.", 2027);
        var command = new Command("columns", "Fills the columns of partitions and measures their memory; one core, no server.")
        {
            responses,
            seed,
        };
        command.SetAction(parsed =>
        {
            var trial = new ColumnsTrial(parsed.GetValue(responses), parsed.GetValue(seed));
            parsed.InvocationConfiguration.Output.WriteLine(trial.Run());
        });
        return command;
    }

    public string Run()
    {
        var folder = Path.Combine(Place.Root, "questionnaires");
        var classifications = Classifications.Read(Path.Combine(folder, "classifications")).Value!;
        var questionnaire = Questionnaire.Read(Path.Combine(folder, Study, "questionnaire.yaml"), classifications).Value!;
        var design = StudyDesign.Read(Path.Combine(folder, Study, "study.yaml"), classifications).Value!;
        IndexModel[] models =
        [
            .. new[] { Study, "eurostat-dii", "edih-dma" }.Select(name =>
                IndexModel.Read(Path.Combine(folder, name, "index.yaml"), questionnaire).Value!
            ),
        ];
        var answers = new MixedAnswers(classifications, questionnaire, seed);
        var random = new Random(seed);
        var frame = Frame(design);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var partitions = new Dictionary<string, ResponseColumns>(StringComparer.Ordinal);
        var began = Stopwatch.GetTimestamp();
        for (var response = 0; response < responses; response++)
        {
            var stratum = frame[random.Next(frame.Length)];
            var interview = Interview.Of(questionnaire, answers.Next(random));
            var moved = random.Next(20) == 0 ? frame[random.Next(frame.Length)] : stratum;
            if (!partitions.TryGetValue(stratum.Land, out var columns))
            {
                partitions.Add(stratum.Land, columns = new([.. models.Select(model => model.Nodes.Count)], design.Kept.Count));
            }

            columns.Add(
                stratum,
                moved,
                questionnaire.Version,
                [.. models.Select(model => model.Score(interview))],
                design.KeptOf(interview)
            );
        }

        var took = Stopwatch.GetElapsedTime(began);
        var bytes = GC.GetTotalMemory(forceFullCollection: true) - before;
        var nodes = models.Sum(model => model.Nodes.Count);
        var widths = partitions
            .Values.SelectMany(columns => columns.ColumnsOfWidth)
            .GroupBy(width => width.Key, width => width.Value)
            .OrderBy(width => width.Key)
            .Select(width => $"{(double)width.Sum() / partitions.Count:0.0} of {width.Key} bytes");
        GC.KeepAlive(partitions);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{responses} responses in {partitions.Count} partitions, {models.Length} models with {nodes} nodes: "
                + $"{(double)bytes / responses:0.0} bytes per response ({bytes / 1_000_000} MB). "
                + $"Columns of a partition: {string.Join(", ", widths)}. Made, scored and added in {took.TotalSeconds:0} s."
        );
    }

    /// <summary>Every stratum that the study can have.</summary>
    private static ReportingCell[] Frame(StudyDesign design) =>
        [
            .. from land in design.Variables[0].Classification.Entries
            from sector in design.Variables[1].Classification.Entries
            from size in design.Variables[2].Classification.Entries
            select ReportingCell.Of(land.Code, sector.Code, size.Code),
        ];
}
