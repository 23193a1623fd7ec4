namespace Dmk.Maturity.Studies;

/// <summary>The waves before a study, as study files name them.</summary>
public static class EarlierWaves
{
    /// <param name="asked">Ids of studies; null for the wave before.</param>
    /// <param name="studies">All there are.</param>
    /// <returns>The first in time first.</returns>
    /// <exception cref="ResultRequestException">The study names no wave before it, or an asked one is none; the message says what there
    /// is.</exception>
    public static IReadOnlyList<Study> Of(Study study, IReadOnlyList<string>? asked, IReadOnlyList<Study> studies)
    {
        var chain = new List<Study>();
        for (var at = Before(study, studies); at is not null && at != study && !chain.Contains(at); at = Before(at, studies))
        {
            chain.Add(at);
        }

        if (chain.Count == 0)
        {
            throw new ResultRequestException(
                "WAVE_UNKNOWN",
                study.Design.PreviousWave is { } named
                    ? $"The study {study.Id} names {named} as the wave before it, and that is not here."
                    : $"The study {study.Id} names no wave before it (previousWave in its file)."
            );
        }

        string[] wanted = [.. (asked ?? [chain[0].Id]).Where(id => id != study.Id)];
        var there = $"The waves before {study.Id} are {string.Join(", ", chain.Select(wave => wave.Id))}";
        if (wanted.Length == 0)
        {
            throw new ResultRequestException("WAVE_UNKNOWN", $"{there}: name one of them, or none for the last one.");
        }

        if (wanted.FirstOrDefault(id => !chain.Exists(wave => wave.Id == id)) is { } unknown)
        {
            throw new ResultRequestException("WAVE_UNKNOWN", $"{there}; '{unknown}' is not among them.");
        }

        return [.. chain.Where(wave => wanted.Contains(wave.Id)).Reverse()];
    }

    private static Study? Before(Study study, IReadOnlyList<Study> studies) =>
        study.Design.PreviousWave is { } named ? studies.FirstOrDefault(one => one.Id == named) : null;
}
