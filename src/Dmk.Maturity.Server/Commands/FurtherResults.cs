using System.CommandLine;
using System.Text;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Statistics;
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
        return Reading(
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
        return Reading(
            new(),
            new FolderCommand("sensitivity", "How the ranks of the Länder hang on the weights of the index; CSV.") { draws },
            async (parsed, results, request, cancellation) =>
                SensitivityCsv.Of(await results.Sensitivity(request, parsed.GetValue(draws), cancellation))
        );
    }

    public static Command SmallAreas()
    {
        var by = new Option<string>("--by")
        {
            Description = "The other variable beside the Land, one that the frame knows.",
            DefaultValueFactory = _ => "sector",
            HelpName = "ID",
        };
        return Reading(
            new(),
            new FolderCommand("small-areas", "Cells of the Länder from a model, beside their direct figures; CSV.") { by },
            async (parsed, results, request, cancellation) => AreasCsv.Of(await results.Areas(request, parsed.GetValue(by)!, cancellation))
        );
    }

    private static FolderCommand Reading(
        ResultOptions options,
        FolderCommand command,
        Func<ParseResult, StudyResults, ResultRequest, CancellationToken, Task<byte[]>> read
    )
    {
        options
            .On(command)
            .SetAction(
                (parsed, cancellation) =>
                    FolderWork.Run(
                        parsed,
                        options.Server(parsed),
                        async services =>
                        {
                            var request = await options.Request(parsed, services, cancellation);
                            try
                            {
                                var file = await read(parsed, services.GetRequiredService<StudyResults>(), request, cancellation);
                                await parsed.InvocationConfiguration.Output.WriteAsync(Encoding.UTF8.GetString(file));
                            }
                            catch (Exception exception)
                                when (exception is ResultRequestException or NotPermittedException or NoDonorException)
                            {
                                throw new FaultException(exception.Message, exception);
                            }

                            return ExitCode.Good;
                        },
                        cancellation
                    )
            );
        return command;
    }
}
