using System.CommandLine;
using System.Globalization;
using System.Text;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>result profile | sensitivity | small-areas</c>: the same results as GraphQL's,
/// as CSV unless another format is asked for.</summary>
internal static class FurtherResults
{
    public static Command Profile()
    {
        var of = new Option<string>("--of")
        {
            Description = "The part that is looked at, as in land=SN.",
            HelpName = "ID=CODE",
            Required = true,
        };
        of.Validators.Add(given =>
        {
            if (given.Tokens is not [var only] || only.Value.Split('=', 2) is not [{ Length: > 0 }, { Length: > 0 }])
            {
                given.AddError("--of takes a variable and a code, as in land=SN.");
            }
        });
        return ResultReading.InFormats(
            new ResultOptions(ResultFormat.Csv),
            new FolderCommand("profile", "Where a Land, a sector or a size class is ahead or behind, beside Germany.") { of },
            async (parsed, results, request, cancellation) =>
            {
                var parts = parsed.GetValue(of)!.Split('=', 2);
                return await results.Profile(request, new(parts[0], parts[1]), cancellation);
            },
            new(ProfileCsv.Of, ProfileJson.Of, Plain)
        );
    }

    public static Command Sensitivity()
    {
        var draws = new Option<int>("--draws")
        {
            Description = "Weightings to try.",
            DefaultValueFactory = _ => WeightSensitivity.Usual,
            HelpName = "N",
        };
        var weights = TriedWeights.Option();
        return ResultReading.InFormats(
            new ResultOptions(ResultFormat.Csv),
            new FolderCommand("sensitivity", "How the ranks of the Länder hang on the weights of the index.") { draws, weights },
            async (parsed, results, request, cancellation) =>
            {
                var tried = request with { Weights = TriedWeights.Of(parsed.GetValue(weights)) };
                var sensitivity = await results.Sensitivity(tried, parsed.GetValue(draws), cancellation);
                if (LeftOut(sensitivity.Figures) is { } note)
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(note);
                }

                return sensitivity;
            },
            new((result, _) => SensitivityCsv.Of(result), SensitivityJson.Of, Plain)
        );
    }

    /// <returns>What ranks leave out; null where they are of all Länder.</returns>
    internal static string? LeftOut(WeightSensitivity figures) =>
        figures switch
        {
            { Laender: [] } =>
                "No Land has a rank here: too few companies have answered for other weights of the index to be shown by Land.",
            { Unranked: [] } => null,
            _ => $"Ranks are among {figures.Laender.Count} of {figures.Laender.Count + figures.Unranked.Count} Länder. Of the others "
                + $"({string.Join(", ", figures.Unranked)}) figures under other weights would tell of few companies and are withheld.",
        };

    public static Command SmallAreas()
    {
        var by = new Option<string>("--by")
        {
            Description = "The other variable beside the Land, one that the frame knows.",
            DefaultValueFactory = _ => "sector",
            HelpName = "ID",
        };
        return ResultReading.InFormats(
            new ResultOptions(ResultFormat.Csv),
            new FolderCommand("small-areas", "Cells of the Länder from a model, beside their direct figures.") { by },
            (parsed, results, request, cancellation) => results.Areas(request, parsed.GetValue(by)!, cancellation),
            new((result, _) => AreasCsv.Of(result), AreasJson.Of, Plain)
        );
    }

    private static void Plain(StringBuilder lines, Result.OfProfile result, Language language)
    {
        var width = result.Figures.Nodes.Max(node => node.Node.Title.In(language).Length);
        lines.AppendLine(CultureInfo.InvariantCulture, $"{"".PadRight(width)}  estimate  Germany  difference");
        foreach (var node in result.Figures.Nodes)
        {
            var name = node.Node.Title.In(language).PadRight(width);
            lines.AppendLine(
                $"{name}  {Points(node.Part), 8}  {Points(node.Germany), 7}  {Number(node.Difference?.Value, "+0.0;-0.0;0.0"), 10}  "
                    + StatusWords.Of(node.Part.Figure.Status).In(language)
            );
        }
    }

    private static void Plain(StringBuilder lines, Result.Sensitivity result, Language language)
    {
        var land = result.Study.Design.Land;
        lines.AppendLine(
            CultureInfo.InvariantCulture,
            $"Ranks under {result.Figures.Draws} weightings: declared, median, from, to, same %."
        );
        string[] names = [.. result.Figures.Laender.Select(one => land.LabelOf(one.Land).In(language))];
        var width = names.Select(name => name.Length).DefaultIfEmpty().Max();
        foreach (var (one, name) in result.Figures.Laender.Zip(names))
        {
            lines.AppendLine(
                CultureInfo.InvariantCulture,
                $"{name.PadRight(width)}  {one.Declared, 3}  {one.Median, 5:0.#}  {one.From, 5:0.#}  {one.To, 5:0.#}  "
                    + $"{100 * one.Same, 5:0.0}"
            );
        }
    }

    private static void Plain(StringBuilder lines, Result.Areas result, Language language)
    {
        string[] names = [.. result.Figures.Cells.Select(cell => string.Join(", ", result.Figures.Table.NamesOf(cell.Direct, language)))];
        var width = names.Max(name => name.Length);
        lines.AppendLine(CultureInfo.InvariantCulture, $"{"".PadRight(width)}  direct  modelled  error");
        foreach (var (cell, name) in result.Figures.Cells.Zip(names))
        {
            lines.AppendLine(
                CultureInfo.InvariantCulture,
                $"{name.PadRight(width)}  {Points(cell.Direct), 6}  {Number(cell.Modelled, "0.0"), 8}  "
                    + $"{Number(cell.RootMeanSquaredError, "0.0"), 5}  {StatusWords.Of(cell.Direct.Figure.Status).In(language)}"
            );
        }
    }

    /// <returns>Empty where it is withheld.</returns>
    private static string Points(IndexCell cell) => Number(cell.Figure.Estimate?.Value, "0.0");

    private static string Number(double? value, string format) =>
        value is { } number && double.IsFinite(number) ? number.ToString(format, CultureInfo.InvariantCulture) : "";
}
