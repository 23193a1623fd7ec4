namespace Dmk.Maturity.Studies.Tests;

/// <summary>Attack 5: cells of which the score of every company follows from the figure alone.</summary>
internal static class AlikeAttack
{
    /// <summary>Points from which on a company's score is not known any more.</summary>
    private const double Known = 10;

    /// <summary>Without a standard error all have the mean; at an end of the scale, too.</summary>
    public static AttackResult AllTheSame(Reading reading) =>
        Run(reading, figure => figure.StandardError.High < 1e-6 || figure.Mean.Low <= 0 || figure.Mean.High >= 100 ? 0.5 : null);

    /// <summary>Where the mean is so near to an end of the scale that nobody can be far from it.</summary>
    public static AttackResult NearTheEnd(Reading reading) =>
        Run(
            reading,
            figure => Math.Min(figure.Mean.High, 100 - figure.Mean.Low) * figure.Effective.High is var room && room < Known ? room : null
        );

    /// <param name="room">How far from the mean or the end everybody can be at most; null where nothing is known.</param>
    private static AttackResult Run(Reading reading, Func<ReadFigure, double?> room)
    {
        var result = new AttackResult();
        foreach (var (node, by, key, figure) in reading.Figures.Where(one => one.Figure.IsGiven))
        {
            result.Attempts++;
            if (figure.Respondents > 1 && room(figure) is { } most)
            {
                result.Results++;
                result.Right += reading
                    .Behind(node, by, key)
                    .All(one => Math.Abs(one.Scores[node] - figure.Mean.Middle) <= most + figure.Mean.Half + 0.5)
                    ? 1
                    : 0;
            }
        }

        return result;
    }
}
