using System.CommandLine;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>result profile | sensitivity | small-areas</c>: the same results as GraphQL's, as CSV.</summary>
internal static class FurtherResults
{
    public static Command Profile()
    {
        var options = new ResultOptions();
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
        return ResultReading.AsCsv(
            options,
            new FolderCommand("profile", "Where a Land, a sector or a size class is ahead or behind, beside Germany; CSV.") { of },
            async (parsed, results, request, cancellation) =>
            {
                var parts = parsed.GetValue(of)!.Split('=', 2);
                return ProfileCsv.Of(await results.Profile(request, new(parts[0], parts[1]), cancellation), options.LanguageOf(parsed));
            }
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
        return ResultReading.AsCsv(
            new(),
            new FolderCommand("sensitivity", "How the ranks of the Länder hang on the weights of the index; CSV.") { draws },
            async (parsed, results, request, cancellation) =>
            {
                var sensitivity = await results.Sensitivity(request, parsed.GetValue(draws), cancellation);
                if (LeftOut(sensitivity.Figures) is { } note)
                {
                    await parsed.InvocationConfiguration.Error.WriteLineAsync(note);
                }

                return SensitivityCsv.Of(sensitivity);
            }
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
        return ResultReading.AsCsv(
            new(),
            new FolderCommand("small-areas", "Cells of the Länder from a model, beside their direct figures; CSV.") { by },
            async (parsed, results, request, cancellation) => AreasCsv.Of(await results.Areas(request, parsed.GetValue(by)!, cancellation))
        );
    }
}
