using Dmk.Maturity.Indices.Tests;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>A simulated study with its scores, and its results as readers ask for them.</summary>
internal sealed class ComparedSurvey(int respondentsPerStratum, int seed)
{
    public static Audience Operator { get; } = new(Role.Operator, null, "operator");

    public SimulatedStudy Simulated { get; init; } =
        SimulatedStudy.Of(SmallStudy.Design, SmallSurvey.Model.Nodes.Count, respondentsPerStratum, seed);

    public Study Study =>
        new(
            SmallStudy.Design,
            StudyVersion.Of([SmallSurvey.Questionnaire], _ => [SmallSurvey.Model]),
            Simulated.Frame,
            Origin.Synthetic,
            StudyPhase.InField
        );

    public ResultRequest Request => new() { Study = Study, Audience = Operator };

    /// <summary>Live, with what a study keeps of its scores.</summary>
    public TableCache Cache()
    {
        var moments = new StudyMoments(StudyMoments.LayoutOf(SmallSurvey.Model));
        foreach (var respondent in Simulated.Respondents)
        {
            moments.At(respondent.Stratum, respondent.Cell).Add(respondent.Scores);
        }

        return TableCache.Live(Study, SmallSurvey.Model, moments, new(1, Sight.Live, DateTimeOffset.UnixEpoch, VersionMix.Nobody));
    }

    public IndexTable TableOf(ResultRequest request) => Cache().Table(request.Find(), request.Audience).Figures;

    public static Estimate Shown(IndexCell cell) => cell.Figure.Estimate!;
}
