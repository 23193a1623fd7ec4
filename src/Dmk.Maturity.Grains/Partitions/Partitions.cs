using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>All partitions of a study.</summary>
internal static class Partitions
{
    /// <summary>Asks every Land of the study at once.</summary>
    /// <returns>By Land, in the order of the classification.</returns>
    /// <exception cref="PartitionMissingException">A Land does not answer; the message names it.</exception>
    public static async Task<IReadOnlyDictionary<string, T>> Ask<T>(
        IGrainFactory grains,
        Study study,
        Func<string, IPartitionGrain, Task<T>> question
    )
    {
        var answers = await Task.WhenAll(
            study.Laender.Select(land => Answer(land, question(land, grains.GetGrain<IPartitionGrain>(PartitionKey.Of(land, study)))))
        );
        return new OrderedDictionary<string, T>(study.Laender.Zip(answers, KeyValuePair.Create), StringComparer.Ordinal);
    }

    private static async Task<T> Answer<T>(string land, Task<T> answer)
    {
        try
        {
            return await answer;
        }
        catch (Exception exception) when (exception is TimeoutException or OrleansException)
        {
            // Asking again may help here. Everything else says itself what it is: a store that is damaged is not mended by waiting.
            throw new PartitionMissingException(
                $"The partition of {land} does not answer. No figures are shown without it; try again later.",
                exception
            );
        }
    }
}
