using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Simulation;

namespace Dmk.Maturity.Server.Tests;

/// <summary>Made-up companies: whatever they say, the questionnaire takes, and among many every kind of answer occurs.</summary>
internal static class DrawFace
{
    private const int Companies = 300;

    private static readonly SyntheticCompany[] _companies =
    [
        .. Enumerable
            .Range(0, Companies)
            .Select(number =>
                SyntheticCompany.Of(
                    $"unit-{number}",
                    new("SN", "construction", "S1"),
                    new FramePlaces(SizeClasses.Of(AskedKind.Classifications), []),
                    seed: 7
                )
            ),
    ];

    public static bool Has(AskedKind kind)
    {
        var drawn = _companies.Select(company => FilledForm.Of(company, kind.Questionnaire).Answers).ToArray();
        Assert.All(drawn, answers => Assert.Empty(Interview.Of(kind.Questionnaire, answers).Problems));
        Assert.All(drawn.SelectMany(answers => answers.All), one => Assert.Null(kind.Questionnaire.Validate(one.Key, one.Value)));
        var kinds = drawn.SelectMany(answers => answers.All).Select(one => one.Value.GetType()).ToHashSet();
        return kind.Said.Count > 0 ? kind.Said.Values.All(answer => kinds.Contains(answer.GetType())) : kinds.Count == 0;
    }
}
