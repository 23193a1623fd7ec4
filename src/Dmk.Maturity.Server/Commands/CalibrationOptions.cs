using System.CommandLine;
using System.CommandLine.Parsing;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>How <c>estimate</c> is told of totals that its weights are to meet.</summary>
internal sealed class CalibrationOptions
{
    private readonly Option<string?> _postStratify = Settings.Text(
        "--poststratify",
        "A CSV file of totals: the columns of the margin, and total.",
        "FILE"
    );
    private readonly Option<string?> _rake = Settings.Text(
        "--rake",
        "CSV files of totals, one for each margin, parted by commas.",
        "FILE[,FILE]"
    );
    private readonly Option<string?> _calibrate = Settings.Text(
        "--calibrate",
        "A CSV file of totals: variable, category (empty for a sum), total.",
        "FILE"
    );
    private readonly Option<DistanceChoice> _distance = Settings.Choice(
        "--distance",
        "How far weights may go in --calibrate.",
        DistanceChoice.Linear,
        Settings.Hyphened
    );
    private readonly Option<string?> _bounds = Settings.Text("--bounds", "Of the factors on the weights, as in 0.5,2.", "L,U");

    /// <summary>One of them at most is given.</summary>
    public IReadOnlyList<Option> Kinds => [_postStratify, _rake, _calibrate];

    public void AddTo(Command command)
    {
        Option[] all = [_postStratify, _rake, _calibrate, _distance, _bounds];
        Array.ForEach(all, command.Options.Add);
        _bounds.Validators.Add(given => NumberPair.Check(given, "--bounds", "0.5,2"));
        command.Validators.Add(given =>
        {
            if (Kinds.Count(one => given.GetResult(one) is not null) > 1)
            {
                given.AddError("Weights are calibrated once: give one of --poststratify, --rake and --calibrate.");
            }

            EstimateMistakes.Needs(given, _distance, _calibrate);
            EstimateMistakes.Needs(given, _bounds, _calibrate);
            CheckBounds(given);
        });
    }

    /// <summary>Null where weights stay as they are.</summary>
    /// <exception cref="DataException">A file of totals is at fault.</exception>
    public CalibrationRequest? Request(ParseResult parsed)
    {
        if (parsed.GetValue(_postStratify) is { } whole)
        {
            return new([CalibrationTotals.ReadMargin(() => ReadableFile.Open(whole), Path.GetFileName(whole))], CalibrationDistance.Linear);
        }

        if (parsed.GetValue(_rake) is { } margins)
        {
            return new CalibrationRequest(
                [
                    .. Settings
                        .Listed(margins)
                        .Select(file => CalibrationTotals.ReadMargin(() => ReadableFile.Open(file), Path.GetFileName(file))),
                ],
                CalibrationDistance.Raking
            ).Agreeing();
        }

        return parsed.GetValue(_calibrate) is { } totals
            ? new(
                CalibrationTotals.ReadTotals(() => ReadableFile.Open(totals), Path.GetFileName(totals)),
                Distance(parsed.GetValue(_distance), NumberPair.Of(parsed.GetValue(_bounds)))
            )
            : null;
    }

    /// <summary>Factors of 1 leave weights as they are, and some distances have no sense without bounds.</summary>
    private void CheckBounds(CommandResult given)
    {
        var text = given.GetValue(_bounds);
        if (NumberPair.Of(text) is { } bounds && !(bounds.From < 1 && bounds.To > 1))
        {
            given.AddError("--bounds lie on both sides of 1, as in 0.5,2.");
        }

        if (text is null && given.GetValue(_distance) is not (DistanceChoice.Linear or DistanceChoice.Raking))
        {
            given.AddError("This --distance takes --bounds, as in 0.5,2.");
        }
    }

    private static CalibrationDistance Distance(DistanceChoice choice, (double From, double To)? bounds)
    {
        return (choice, bounds) switch
        {
            (DistanceChoice.Linear, null) => CalibrationDistance.Linear,
            (DistanceChoice.Raking, null) => CalibrationDistance.Raking,
            (DistanceChoice.Linear or DistanceChoice.ClippedLinear, { } within) => CalibrationDistance.ClippedLinear(
                within.From,
                within.To
            ),
            (DistanceChoice.Raking or DistanceChoice.ClippedRaking, { } within) => CalibrationDistance.ClippedRaking(
                within.From,
                within.To
            ),
            (DistanceChoice.Logit, { } within) => CalibrationDistance.Logit(within.From, within.To),
            (DistanceChoice.Logit or DistanceChoice.ClippedLinear or DistanceChoice.ClippedRaking, null) or _ =>
                throw new System.Diagnostics.UnreachableException(),
        };
    }
}
