using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Simulation;

namespace Dmk.Maturity.Trials;

/// <summary>As many responses as are wanted, each put together of made-up companies: every section from another one of them, so that scores
/// of the whole index take nearly as many values as there are responses.</summary>
internal sealed class MixedAnswers
{
    private const int Companies = 4_000;

    private readonly IReadOnlyList<KeyValuePair<string, Answer>[][]> _sections;

    public MixedAnswers(Classifications classifications, Questionnaire questionnaire, int seed)
    {
        var population = SyntheticPopulation.Of(classifications, Companies);
        var forms = population
            .Sample.Select(unit => FilledForm.Of(SyntheticCompany.Of(unit.UnitId, unit.Stratum, population.Places, seed), questionnaire))
            .ToArray();
        _sections =
        [
            .. questionnaire.Sections.Select(section => forms.Select(form => form.Of(questionnaire, section).ToArray()).ToArray()),
        ];
    }

    public Answers Next(Random random) => Answers.Of(_sections.SelectMany(section => section[random.Next(section.Length)]));
}
