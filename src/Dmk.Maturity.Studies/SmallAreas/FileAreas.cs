using System.Globalization;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>The model of the small areas of a data file (Fay and Herriot 1979).</summary>
/// <param name="Model">Of the areas, with a constant.</param>
/// <param name="Areas">In the order of the file.</param>
/// <param name="Groups">In the order in which they occur first; empty without benchmarking.</param>
public sealed record FileAreas(FayHerriot Model, IReadOnlyList<AreaRow> Areas, IReadOnlyList<AreaGroup> Groups)
{
    private const int MostNamed = 20;

    /// <summary>Beyond it a standardised residual does not fit the model.</summary>
    private const double FarResidual = 3;

    /// <summary>Akaike: -2 log-likelihood + 2 (coefficients + 1); the smaller is the better, among models of the same estimates.</summary>
    public double Aic => (-2 * Model.LogLikelihood) + (2 * (Model.Coefficients.Count + 1));

    /// <summary>Schwarz: as Akaike's, with log(direct areas) for 2.</summary>
    public double Bic => (-2 * Model.LogLikelihood) + (Math.Log(Model.DirectAreas) * (Model.Coefficients.Count + 1));

    /// <summary>What is no mistake and should be known, in sentences.</summary>
    public IEnumerable<string> Said
    {
        get
        {
            if (Named(one => one.Area.IsSynthetic) is { Length: > 0 } predicted)
            {
                yield return $"Predicted by the model alone, without an estimate and its standard error: {predicted}.";
            }

            if (Model.IsAtBoundary)
            {
                yield return "The variance between the areas is 0: every value is its synthetic one, and the mean squared errors are too "
                    + "small to be trusted.";
            }

            if (Named(one => Math.Abs(one.Area.StandardizedResidual) > FarResidual) is { Length: > 0 } far)
            {
                yield return $"These areas do not fit the model (standardised residual beyond 3): {far}.";
            }

            foreach (var group in Groups.Where(group => double.IsNaN(group.Target)))
            {
                yield return $"The group {group.Name} has no direct estimate with a population, so its areas are not adjusted.";
            }
        }
    }

    /// <exception cref="DataException">The file or what is wanted of it is at fault.</exception>
    public static FileAreas Of(SmallAreaRequest request, DataFile data)
    {
        ArgumentNullException.ThrowIfNull(request);
        ArgumentNullException.ThrowIfNull(data);
        var codes = Codes(request, data);
        var errors = StandardErrors(request, data);
        var areas = Enumerable.Range(0, data.Rows).Select(row => AreaOf(request, data, row, codes[row], errors[row])).ToArray();
        string[] names = [SmallAreaRequest.Constant, .. request.Covariates];
        if (areas.Count(area => area.IsDirect) is var direct && direct <= names.Length)
        {
            throw new DataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{direct} areas have an estimate and its standard error, and the model has {names.Length} coefficients "
                        + $"({string.Join(", ", names)}). It takes more areas than coefficients: leave out covariates."
                )
            );
        }

        var model = Fitted(areas, names, request.Method);
        var (groups, groupOf, values) = request.Benchmark is { } wanted ? Benchmark(model, data, wanted, request.Rule) : ([], null, null);
        return new(
            model,
            [
                .. model.Areas.Select(
                    (area, row) =>
                        new AreaRow(codes[row], area, errors[row], groupOf is null ? null : groups[groupOf[row]].Name, values?[row])
                ),
            ],
            groups
        );
    }

    private static FayHerriot Fitted(Area[] areas, string[] names, FayHerriotMethod method)
    {
        try
        {
            return FayHerriot.Fit(areas, names, method);
        }
        catch (Exception fault) when (fault is ArgumentException or InvalidOperationException)
        {
            throw new DataException(fault.Message, fault);
        }
    }

    private static IReadOnlyList<(string Column, string Value)>[] Codes(SmallAreaRequest request, DataFile data)
    {
        var columns = request.Area.Select(data.Categories).ToArray();
        var rows = new Dictionary<string, int>(StringComparer.Ordinal);
        var codes = new IReadOnlyList<(string, string)>[data.Rows];
        for (var row = 0; row < data.Rows; row++)
        {
            codes[row] =
            [
                .. columns.Select(column =>
                    (
                        column.Name,
                        column.NameOf(row) ?? throw new DataException($"Row {row + 2} has no {column.Name}, so its area is not known.")
                    )
                ),
            ];
            var name = NameOf(codes[row]);
            if (!rows.TryAdd(name, row))
            {
                throw new DataException($"Row {row + 2} is of the area {name}, as row {rows[name] + 2} is; each area has one row.");
            }
        }

        return codes;
    }

    /// <summary>NaN where the area has no estimate or no standard error.</summary>
    private static double[] StandardErrors(SmallAreaRequest request, DataFile data)
    {
        var (estimates, errors) = (data.Numbers(request.Estimate), data.Numbers(request.StandardError));
        var wrong = Array.FindIndex(errors, error => error <= 0);
        return wrong < 0
            ? [.. errors.Select((error, row) => double.IsNaN(estimates[row]) ? double.NaN : error)]
            : throw new DataException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Row {wrong + 2}: the standard error ({request.StandardError}) is {errors[wrong]}; standard errors are above 0. "
                        + $"Where it is not known, leave it empty: the area is predicted by the model."
                )
            );
    }

    private static Area AreaOf(
        SmallAreaRequest request,
        DataFile data,
        int row,
        IReadOnlyList<(string Column, string Value)> codes,
        double error
    ) =>
        new(
            NameOf(codes),
            data.Numbers(request.Estimate)[row],
            error * error,
            [
                1,
                .. request.Covariates.Select(name =>
                    data.Numbers(name)[row] is not double.NaN and var value
                        ? value
                        : throw new DataException(
                            $"Row {row + 2} has no {name}. A covariate is known of every area: fill it in, or leave out the row."
                        )
                ),
            ]
        );

    private static (IReadOnlyList<AreaGroup> Groups, int[] GroupOf, IReadOnlyList<double> Values) Benchmark(
        FayHerriot model,
        DataFile data,
        (string Group, string Population) wanted,
        BenchmarkRule rule
    )
    {
        var (names, populations) = (data.Categories(wanted.Group), data.Numbers(wanted.Population));
        for (var row = 0; row < data.Rows; row++)
        {
            _ = names.NameOf(row) ?? throw new DataException($"Row {row + 2} has no {wanted.Group}, so its group is not known.");
            if (!(populations[row] >= 0))
            {
                throw new DataException($"Row {row + 2} has no population ({wanted.Population}) of 0 or above.");
            }
        }

        // Only areas with a direct estimate make the direct total; the others are adjusted along with them.
        double[] weights = [.. model.Areas.Select((area, row) => area.IsSynthetic ? 0 : populations[row])];
        var (targets, means) = (new double[names.Names.Count], new double[names.Names.Count]);
        for (var group = 0; group < targets.Length; group++)
        {
            var own = Enumerable.Range(0, data.Rows).Where(row => names.Codes[row] == group && weights[row] > 0).ToArray();
            var whole = own.Sum(row => weights[row]);
            (targets[group], means[group]) = (
                own.Sum(row => weights[row] * model.Areas[row].Direct) / whole,
                own.Sum(row => weights[row] * model.Areas[row].Eblup) / whole
            );
            if (rule == BenchmarkRule.Ratio && means[group] <= 0)
            {
                throw new DataException(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The group {names.Names[group]} has the modelled mean {means[group]}, and a factor needs one above 0: choose "
                            + $"--benchmark-rule difference."
                    )
                );
            }
        }

        var found = Benchmarked.Of([.. model.Areas.Select(area => area.Eblup)], weights, names.Codes, targets, rule);
        return (
            [.. names.Names.Select((name, group) => new AreaGroup(name, targets[group], found.Adjustments[group]))],
            names.Codes,
            found.Values
        );
    }

    private static string NameOf(IReadOnlyList<(string Column, string Value)> codes) => string.Join('|', codes.Select(one => one.Value));

    private string Named(Func<AreaRow, bool> isMeant)
    {
        var meant = Areas.Where(isMeant).Select(one => one.Area.Name).ToArray();
        var more = meant.Length > MostNamed ? string.Create(CultureInfo.InvariantCulture, $" and {meant.Length - MostNamed} more") : "";
        return string.Join(", ", meant.Take(MostNamed)) + more;
    }
}
