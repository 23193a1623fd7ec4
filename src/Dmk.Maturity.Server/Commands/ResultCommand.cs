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
        var options = new ResultOptions();
        var by = new Option<string>("--by")
        {
            Description = "Reporting variables, parted by commas, as in land,sector; the total alone by default.",
            DefaultValueFactory = _ => "",
            HelpName = "IDS",
        };
        var where = new Option<string[]>("--where")
        {
            Description =
                "Only companies under a code, as in land=SN, or, for operators, of which a condition is true: \"ai_use == 'many'\".",
            HelpName = "ID=CODE",
        };
        var condition = new Option<string?>("--condition")
        {
            Description = "Only companies of which a condition is true that the study declares.",
            HelpName = "ID",
        };
        var shareAt = new Option<string?>("--share-at")
        {
            Description = "Shares of companies at this level, in percent.",
            HelpName = "LEVEL",
        };
        var quantile = new Option<double?>("--quantile")
        {
            Description = "The score that this share of the companies does not exceed, as 0.5 for the median; for operators.",
            HelpName = "NUMBER",
        };
        var weights = TriedWeights.Option();
        var estimand = Settings.Choice(
            "--estimand",
            "Whether each company counts alike or as often as it employs persons; to others than operators in total and by one variable.",
            Estimand.PerEnterprise,
            name => name == nameof(Estimand.PerPersonEmployed) ? "perPerson" : "perEnterprise"
        );
        where.Validators.Add(given =>
        {
            foreach (
                var token in given.Tokens.Where(token =>
                    !IsCondition(token.Value) && token.Value.Split('=', 2) is not [{ Length: > 0 }, { Length: > 0 }]
                )
            )
            {
                given.AddError($"--where takes a variable and a code, as in land=SN, or a condition, not '{token.Value}'.");
            }
        });
        var command = options.InFormats(
            options.On(
                new FolderCommand("table", "A table of an index, past disclosure control.")
                {
                    by,
                    where,
                    condition,
                    shareAt,
                    quantile,
                    weights,
                    estimand,
                }
            )
        );
        command.SetAction(
            (parsed, cancellation) =>
                FolderWork.Run(
                    parsed,
                    options.Server(parsed),
                    async services =>
                    {
                        var request = await options.Request(parsed, services, cancellation) with
                        {
                            By = parsed.GetValue(by)!.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries),
                            Filter = [.. (parsed.GetValue(where) ?? []).Where(one => !IsCondition(one)).Select(Part)],
                            Where = All([.. (parsed.GetValue(where) ?? []).Where(IsCondition)]),
                            Condition = parsed.GetValue(condition),
                            Estimand = parsed.GetValue(estimand),
                            ShareAt = parsed.GetValue(shareAt),
                            Quantile = parsed.GetValue(quantile),
                            Weights = TriedWeights.Of(parsed.GetValue(weights)),
                        };
                        await Write(
                            services.GetRequiredService<StudyResults>(),
                            request,
                            options.FormatOf(parsed),
                            options.LanguageOf(parsed),
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

    /// <summary>A code follows one sign of equality; everything with another sign, a bracket or a space is a condition.</summary>
    private static bool IsCondition(string written) =>
        written.Contains("==", StringComparison.Ordinal) || written.AsSpan().ContainsAny("!<>( ");

    private static string? All(string[] conditions) =>
        conditions.Length switch
        {
            0 => null,
            1 => conditions[0],
            _ => string.Join(" and ", conditions.Select(condition => $"({condition})")),
        };

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

        lines.AppendLine(CultureInfo.InvariantCulture, $"{result.Figures.Measure.Words.In(language)}.");
        var basis = result.Figures.Basis;
        lines.AppendLine(
            basis.IsUntold
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"How many companies these are is not told; {Counted.Of(basis.Answered, "has", "have")} answered."
                )
                : string.Create(
                    CultureInfo.InvariantCulture,
                    $"Made from {basis.Companies} of {Counted.Of(basis.Answered, "company that has", "companies that have")} answered."
                )
        );
        if (result.Data.Where is { } where)
        {
            lines.AppendLine(
                result.Data.Condition is { } declared
                    ? $"{declared.Title.In(language)}: only companies of which this is true: {where}"
                    : $"Only companies of which this is true: {where}"
            );
        }

        var cells = result.Figures.Cells.Append(result.Figures.Total).ToArray();
        var names = cells.Select(cell => string.Join(", ", result.Figures.NamesOf(cell, language))).ToArray();
        var width = names.Max(name => name.Length);
        foreach (var (cell, name) in cells.Zip(names))
        {
            var status = StatusWords.Of(cell.Figure.Status).In(language);
            lines.AppendLine(
                cell.Figure.Estimate is { } estimate
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name.PadRight(width)}  {estimate.Value, 6:0.0}  [{estimate.Lower, 6:0.0}, "
                            + $"{estimate.Upper, 6:0.0}]  n {estimate.Respondents, 6}  {status}"
                    )
                : cell.Figure.Bound is { } bound
                    ? string.Create(
                        CultureInfo.InvariantCulture,
                        $"{name.PadRight(width)}          [{bound.Lower, 6:0.0}, {bound.Upper, 6:0.0}]  {status}"
                    )
                : $"{name.PadRight(width)}  {status}"
            );
        }

        return lines.ToString();
    }
}
