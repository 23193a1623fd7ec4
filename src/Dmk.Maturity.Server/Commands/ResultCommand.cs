using System.CommandLine;
using System.Globalization;
using System.Text;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>result table</c>: the same tables that pages and GraphQL show.</summary>
internal static class ResultCommand
{
    public static Command Table()
    {
        var id = StudyCommands.StudyId();
        var index = new Option<string?>("--index") { Description = "An index of the study; its first one by default.", HelpName = "ID" };
        var node = new Option<string>("--node")
        {
            Description = "A dimension or an indicator; total is the index itself.",
            DefaultValueFactory = _ => ResultRequest.WholeIndex,
            HelpName = "ID",
        };
        var by = new Option<string>("--by")
        {
            Description = "Reporting variables, parted by commas, as in land,sector; the total alone by default.",
            DefaultValueFactory = _ => "",
            HelpName = "IDS",
        };
        var where = new Option<string[]>("--where") { Description = "Only companies under a code, as in land=SN.", HelpName = "ID=CODE" };
        var role = Settings.Choice("--role", "As whom: an economist sees the shown state, an operator every submission.", Role.Economist);
        var language = Settings.Choice("--language", "Of the names.", Language.English);
        var format = Settings.Choice("--format", "How the table is written.", ResultFormat.Table);
        var (data, questionnaires) = (Settings.Data(), Settings.Questionnaires());
        where.Validators.Add(given =>
        {
            foreach (var token in given.Tokens.Where(token => token.Value.Split('=', 2) is not [{ Length: > 0 }, { Length: > 0 }]))
            {
                given.AddError($"--where takes a variable and a code, as in land=SN, not '{token.Value}'.");
            }
        });
        var command = new FolderCommand("table", "A table of an index, past disclosure control.")
        {
            id,
            index,
            node,
            by,
            where,
            role,
            language,
            format,
            data,
            questionnaires,
        };
        command.SetAction(
            (parsed, cancellation) =>
                FolderWork.Run(
                    parsed,
                    new ServerSettings(parsed.GetValue(data)!, parsed.GetValue(questionnaires)!),
                    async services =>
                    {
                        var request = new ResultRequest
                        {
                            Study = await FolderWork.Study(services, parsed.GetValue(id)!, cancellation),
                            Index = parsed.GetValue(index),
                            Node = parsed.GetValue(node)!,
                            By = parsed.GetValue(by)!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                            Filter = [.. (parsed.GetValue(where) ?? []).Select(Part)],
                            Audience = new(parsed.GetValue(role), null, "command line"),
                        };
                        await Write(
                            services.GetRequiredService<StudyResults>(),
                            request,
                            parsed.GetValue(format),
                            parsed.GetValue(language),
                            parsed.InvocationConfiguration.Output,
                            cancellation
                        );
                        return ExitCode.Good;
                    },
                    cancellation
                )
        );
        return command;
    }

    private static VariableCode Part(string written) =>
        written.Split('=') is [var variable, var code] ? new(variable, code) : new(written, "");

    private static async Task Write(
        StudyResults results,
        ResultRequest request,
        ResultFormat format,
        Language language,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        try
        {
            var result = await results.Table(request, cancellation);
            await output.WriteAsync(
                format switch
                {
                    ResultFormat.Csv => Encoding.UTF8.GetString(TableCsv.Of(result, language)),
                    ResultFormat.Json => TableJson.Of(result, language) + Environment.NewLine,
                    ResultFormat.Table => Plain(result, language),
                    _ => throw new System.Diagnostics.UnreachableException(),
                }
            );
        }
        catch (Exception exception) when (exception is ResultRequestException or NotPermittedException or NoDonorException)
        {
            throw new FaultException(exception.Message, exception);
        }
    }

    private static string Plain(Result.Table result, Language language)
    {
        var lines = new StringBuilder();
        if (result.Study.Synthetic)
        {
            lines.AppendLine("All companies and all their answers are SYNTHETIC.");
        }

        var basis = result.Figures.Basis;
        lines.AppendLine(
            string.Create(CultureInfo.InvariantCulture, $"Made from {basis.Companies} of {basis.Answered} companies that have answered.")
        );
        var cells = result.Figures.Cells.Append(result.Figures.Total).ToArray();
        var names = cells.Select(cell => string.Join(", ", result.Figures.NamesOf(cell, language))).ToArray();
        var width = names.Max(name => name.Length);
        foreach (var (cell, name) in cells.Zip(names))
        {
            lines.AppendLine(
                cell.Figure.Estimate is { } estimate
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name.PadRight(width)}  {estimate.Value, 6:0.0}  [{estimate.Lower, 6:0.0}, "
                            + $"{estimate.Upper, 6:0.0}]  n {estimate.Respondents, 6}  {cell.Figure.Status}"
                    )
                : cell.Figure.Bound is { } bound
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name.PadRight(width)}          [{bound.Lower, 6:0.0}, {bound.Upper, 6:0.0}]  {cell.Figure.Status}"
                    )
                : $"{name.PadRight(width)}  {cell.Figure.Status}"
            );
        }

        return lines.ToString();
    }
}
