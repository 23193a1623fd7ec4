using System.Globalization;
using System.Text.Json;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>study weights</c>: whom the respondents stand for, and whose weights move figures.</summary>
internal static class WeightsCommand
{
    public static FolderCommand Weights()
    {
        var (id, format) = (StudyCommands.StudyId(), Settings.Format());
        var command = new FolderCommand("weights", "How respondents are weighted: largest weights, estimated beside frame populations.")
        {
            id,
            format,
        };
        command.Does(
            async (parsed, services, cancellation) =>
            {
                var study = await FolderWork.Study(services, parsed.GetValue(id)!, cancellation);
                var weights = await Found(services.GetRequiredService<StudyResults>(), study, cancellation);
                var output = parsed.InvocationConfiguration.Output;
                if (parsed.GetValue(format) == OutputFormat.Json)
                {
                    output.WriteLine(JsonSerializer.Serialize(Json(weights)));
                }
                else
                {
                    Write(weights, output);
                }

                return ExitCode.Good;
            }
        );
        return command;
    }

    private static async Task<WeightDiagnostics> Found(StudyResults results, Study study, CancellationToken cancellation)
    {
        try
        {
            return (await results.Weights(study, new(Role.Operator, null, "command line"), cancellation)).Diagnostics;
        }
        catch (Exception exception) when (exception is ResultRequestException or NoDonorException)
        {
            throw new FaultException(exception.Message, exception);
        }
    }

    private static object Json(WeightDiagnostics weights) =>
        new
        {
            respondents = weights.Respondents,
            kishDesignEffect = weights.KishDesignEffect,
            smallestWeight = weights.Weights.Smallest,
            largestWeight = weights.Weights.Largest,
            smallestFactor = weights.Factors.Smallest,
            largestFactor = weights.Factors.Largest,
            domains = weights.Domains.Select(domain => new
            {
                variable = domain.Variable.Id,
                code = domain.Code,
                frame = domain.Frame,
                estimated = domain.Estimated,
                respondents = domain.Respondents,
            }),
            largest = weights.Largest.Select(one => new
            {
                drawn = one.Stratum.ToString(),
                now = one.Cell.ToString(),
                respondents = one.Respondents,
                weight = one.Weight,
                pull = one.Pull,
            }),
        };

    private static void Write(WeightDiagnostics weights, TextWriter output)
    {
        Line($"Respondents: {weights.Respondents}. Weights: {weights.Weights.Smallest:0.##} to {weights.Weights.Largest:0.##}.");
        Line($"Kish's design effect of the weights (1 + cv²): {weights.KishDesignEffect:0.###}.");
        Line($"Factors of trimming and calibration: {weights.Factors.Smallest:0.###} to {weights.Factors.Largest:0.###}.");
        output.WriteLine();
        Line($"{"", -24} {"frame", 10} {"estimated", 12} {"ratio", 7} {"respondents", 12}");
        foreach (var domain in weights.Domains)
        {
            var ratio = domain.Frame == 0 ? double.NaN : domain.Estimated / domain.Frame;
            var name = $"{domain.Variable} {domain.Code}";
            Line($"{name, -24} {domain.Frame, 10} {domain.Estimated, 12:0.0} {ratio, 7:0.000} {domain.Respondents, 12}");
        }

        output.WriteLine();
        output.WriteLine("Largest pulls: by how many points the index of a Land would move if one respondent scored as the Land does.");
        foreach (var one in weights.Largest)
        {
            Line($"{one.Stratum} -> {one.Cell}: {one.Respondents} x {one.Weight:0.##}, {one.Pull:0.###} points");
        }

        void Line(FormattableString line)
        {
            output.WriteLine(line.ToString(CultureInfo.InvariantCulture));
        }
    }
}
