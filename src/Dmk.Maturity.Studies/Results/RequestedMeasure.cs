using System.Diagnostics;
using System.Globalization;
using Dmk.Maturity.Indices;

namespace Dmk.Maturity.Studies;

/// <summary>Finds out what a request wants to have estimated.</summary>
public static class RequestedMeasure
{
    /// <summary>Whoever names larger ones means no weights.</summary>
    private const double LargestWeight = 1e6;

    /// <exception cref="ResultRequestException">No such level or dimension, or a measure that this index or node does not have.</exception>
    /// <exception cref="NotPermittedException">Finer figures per person employed than are told, of somebody who does not see live
    /// figures.</exception>
    internal static NodeMeasure Of(ResultRequest request, IndexModel model, IndexNode node) =>
        request.Quantile is { } probability
            ? Quantile(request, probability)
            : request.Estimand switch
            {
                Estimand.PerEnterprise => PerEnterprise(request, model, node),
                Estimand.PerPersonEmployed => PerPerson(request, node),
                _ => throw new UnreachableException(),
            };

    private static NodeMeasure.Quantile Quantile(ResultRequest request, double probability) =>
        request.Audience.Sight != Sight.Live
            ? throw new NotPermittedException(
                "A quantile is the score of a single company, or lies between those of two: quantiles are for operators. Others see means, "
                    + "and shares of companies at a level (shareAt)."
            )
        : probability is not (> 0 and < 1)
            ? throw new ResultRequestException(
                "MEASURE_UNKNOWN",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"A quantile is of a share between 0 and 1, both excluded, as 0.5 for the median, not of {probability}."
                )
            )
        : request.ShareAt is not null || request.Weights.Count > 0 || request.Estimand != Estimand.PerEnterprise
            ? throw new ResultRequestException(
                "MEASURE_UNKNOWN",
                "A quantile is of the scores as they are, of companies that each count alike: ask for it, or for a level, other weights or "
                    + "a figure per person employed, not for both."
            )
        : new NodeMeasure.Quantile(probability);

    private static NodeMeasure.PerPerson PerPerson(ResultRequest request, IndexNode node) =>
        request.Study.Design.PersonsEmployed is null
            ? throw new ResultRequestException(
                "MEASURE_UNKNOWN",
                $"The study {request.Study.Id} does not declare how many persons companies employ (estimands: personsEmployed), so that "
                    + "it has no figures per person."
            )
        : request.ShareAt is not null || request.Weights.Count > 0
            ? throw new ResultRequestException(
                "MEASURE_UNKNOWN",
                "Shares of companies and tried weights are per enterprise: ask for them or for the mean per person employed, not for both."
            )
        : request.Audience.Sight != Sight.Live
        && (
            request.By.Count + request.Filter.Count > 1
            || node.Depth > NodeFamily.Headline
            || (request.Where ?? request.Condition) is not null
        )
            ? throw new NotPermittedException(
                "Per person employed, readers other than operators see an index and its dimensions, in total and by one variable: large "
                    + "companies weigh much in such figures, and in finer tables, of further nodes and under conditions they would tell of "
                    + "single ones. Ask for one variable in 'by' and for the index or a dimension, or per enterprise."
            )
        : new NodeMeasure.PerPerson();

    private static NodeMeasure PerEnterprise(ResultRequest request, IndexModel model, IndexNode node) =>
        (request.ShareAt, request.Weights) switch
        {
            (null, []) => NodeMeasure.OfScores,
            ({ } level, []) => new NodeMeasure.ShareAt(LevelOf(model, level)),
            (null, var weights) => OtherWeights(model, node, weights),
            _ => throw new ResultRequestException(
                "MEASURE_UNKNOWN",
                "Shares of companies at a level are those of the index as it is: ask for other weights or for a level, not for both."
            ),
        };

    /// <summary>An index under the weights of its model, with those that the request names instead: to be tried like any other.</summary>
    /// <param name="draws">Weightings around it.</param>
    /// <exception cref="ResultRequestException">The index has no weights to try, or too many weightings are asked for.</exception>
    public static RequestedTable Declared(ResultRequest request, int draws)
    {
        var found = (request with { By = [request.Study.Design.Land.Id], Filter = [], ShareAt = null, Weights = [] }).Find();
        return draws is >= 1 and <= WeightSensitivity.Most
            ? found with
            {
                Measure = OtherWeights(found.Model, found.Node, request.Weights),
            }
            : throw new ResultRequestException(
                "DRAWS_REFUSED",
                string.Create(CultureInfo.InvariantCulture, $"Between 1 and {WeightSensitivity.Most} weightings are tried, not {draws}.")
            );
    }

    private static Level LevelOf(IndexModel model, string id) =>
        model.Levels.FirstOrDefault(level => level.Id == id)
        ?? throw new ResultRequestException(
            "LEVEL_UNKNOWN",
            $"The index {model.Id} has no level '{id}'. It has {string.Join(", ", model.Levels.Select(level => level.Id))}."
        );

    private static NodeMeasure.OtherWeights OtherWeights(IndexModel model, IndexNode node, IReadOnlyList<NodeWeight> weights)
    {
        if (node.Index != 0 || !model.IsWeightedMean || StudyMoments.LayoutOf(model).Crossed.Count == 0)
        {
            throw new ResultRequestException(
                "WEIGHTS_REFUSED",
                node.Index != 0
                    ? $"Other weights can be tried for the index itself, not for its node '{node.Id}'."
                    : $"The index {model.Id} is no weighted mean of its dimensions: other weights cannot be tried without scoring anew."
            );
        }

        IndexNode[] dimensions = [.. model.Nodes.Where(one => one.Parent == 0)];
        var tried = dimensions.Select(one => one.Weight).ToArray();
        foreach (var (id, weight) in weights)
        {
            var place = Array.FindIndex(dimensions, one => one.Id == id);
            if (place < 0)
            {
                throw new ResultRequestException(
                    "NODE_UNKNOWN",
                    $"The index {model.Id} has no dimension '{id}'. It has {string.Join(", ", dimensions.Select(one => one.Id))}."
                );
            }

            if (weights.Count(one => one.Node == id) > 1)
            {
                throw new ResultRequestException("WEIGHTS_REFUSED", $"The dimension '{id}' has two weights. Name each once.");
            }

            tried[place] = weight is >= 0 and <= LargestWeight
                ? weight
                : throw new ResultRequestException(
                    "WEIGHTS_REFUSED",
                    string.Create(CultureInfo.InvariantCulture, $"The weight {weight} of '{id}' is not between 0 and {LargestWeight}.")
                );
        }

        return tried.Any(weight => weight > 0)
            ? new NodeMeasure.OtherWeights(tried)
            : throw new ResultRequestException("WEIGHTS_REFUSED", "At least one dimension needs a weight above 0.");
    }
}
