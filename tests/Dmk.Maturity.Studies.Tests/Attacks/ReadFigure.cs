using Dmk.Maturity.Statistics;
using Dmk.Maturity.Trials;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>A figure as it was read.</summary>
internal sealed record ReadFigure(CellStatus Status)
{
    public bool IsGiven { get; private init; }

    public long Respondents { get; private init; }

    public Between Mean { get; private init; }

    public Between StandardError { get; private init; }

    public Between Population { get; private init; }

    public Between Effective { get; private init; }

    public bool IsEmpty => Status is CellStatus.NoRespondents or CellStatus.StructuralZero;

    /// <summary>Mean times population.</summary>
    public Between Sum => Mean * Population;

    /// <param name="rounded">1 where the numbers are, 0 where they are given in full.</param>
    public static ReadFigure Of(PublishedFigure figure, int rounded) =>
        figure.Estimate is { } estimate ? Of(figure.Status, estimate, rounded) : new(figure.Status);

    private static ReadFigure Of(CellStatus status, Estimate estimate, double rounded) =>
        new(status)
        {
            IsGiven = true,
            Respondents = estimate.Respondents,
            Mean = Between.Around(estimate.Value, (rounded * 0.05) + 1e-10),
            StandardError = Between.Around(estimate.StandardError, (rounded * 0.05) + 1e-10),
            Population = Between.Around(estimate.Population, (rounded * HalfOfThird(estimate.Population)) + 1e-9),
            Effective = Between.Around(estimate.EffectiveRespondents, (rounded * 0.5) + 1e-9),
        };

    /// <summary>Half of a unit of the third digit.</summary>
    private static double HalfOfThird(double value) => value < 1000 ? 0.5 : Math.Pow(10, Math.Floor(Math.Log10(value)) - 2) / 2;
}
