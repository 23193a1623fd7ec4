namespace Dmk.Maturity.Studies.Tests;

/// <summary>A company of a study under attack.</summary>
/// <param name="Stratum">Where the frame has it.</param>
/// <param name="Cell">Where it says that it stands.</param>
/// <param name="Answers">The five numbers, 0 to 100; NaN where it has none.</param>
internal sealed record AttackedCompany(ReportingCell Stratum, ReportingCell Cell, double[] Answers)
{
    /// <summary>Per node of the model; NaN is missing.</summary>
    public double[] Scores { get; } = ScoresOf(Answers);

    public CompanyGroup Group(IReadOnlyList<int> history) => new(Stratum, Cell, ScorePattern.Of([Scores]), history, 1);

    private static double[] ScoresOf(double[] answers) =>
        [
            .. AttackedSurvey
                .Factors([.. answers.Select(answer => !double.IsNaN(answer))])
                .Select(factors =>
                    factors is null ? double.NaN : factors.Zip(answers, (factor, answer) => factor == 0 ? 0 : factor * answer).Sum()
                ),
        ];
}
