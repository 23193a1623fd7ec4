using CsCheck;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>For any chain of revisions and any draft: none loses an answer, and each is on a version that it fits.</summary>
public sealed class MigrationLawTests
{
    /// <summary>Each can be made once; some let drafts go on, some do not, some are a break.</summary>
    private static readonly (string Find, string Put)[] _edits =
    [
        ("Do you use AI?", "Does your company use AI?"),
        ("max: 500000, missing: [refused]", "max: 700000, missing: [refused]"),
        ("min: 0, max: 100", "min: 0, max: 200"),
        ("min: 0, max: 100", "min: 0, max: 50"),
        ("          - { code: sales,", "          - { code: research, de: \"Forschung\", en: \"Research\" }\n          - { code: sales,"),
        (
            "          - { code: office, de: \"Büro\", en: \"Office\" }\n          - { code: sales, de: \"Verkauf\", en: \"Sales\" "
                + "}\n",
            "          - { code: sales, de: \"Verkauf\", en: \"Sales\" }\n          - { code: office, de: \"Büro\", en: \"Office\" }\n"
        ),
        ("en: \"Production\" }", "en: \"Production\", exclusive: true }"),
        ("decimals: 0", "decimals: 1"),
        ("max: 500000, missing: [refused]", "max: 500000"),
        ("        when: \"uses_ai != 'no'\"\n", ""),
        ("        when: \"uses_ai != 'no'\"\n", "        when: \"uses_ai == 'wide'\"\n"),
        (
            "      - { id: employed,",
            "      - { id: founded, type: integer, text: { de: \"Wann?\", en: \"When?\" } }\n      - { id: " + "employed,"
        ),
        (
            "checks:\n",
            "checks:\n  - { id: online_known, level: info, must: \"answered(online_share)\", message: { de: \"Fehlt.\", en: "
                + "\"Missing.\" } }\n"
        ),
        ("checks:\n", "checks:\n  - { id: few, level: hard, must: \"employed < 1000\", message: { de: \"Viele.\", en: \"Many.\" } }\n"),
    ];

    private static readonly string[] _fields = ["office", "sales", "production"];

    private static readonly Gen<IReadOnlyList<Questionnaire>> _chains = Gen.Int[0, _edits.Length - 1]
        .Array[1, 5]
        .Select(edits => (IReadOnlyList<Questionnaire>)Chain(edits));

    private static readonly Gen<Answers> _drafts =
        from employed in Gen.OneOf(
            Gen.Const(Answer.Unanswered),
            Gen.Const<Answer>(new Answer.Missing(MissingReason.Refused)),
            Gen.Int[0, 500_000].Select(number => (Answer)new Answer.Number(number))
        )
        from use in Gen.Int[0, 2].Select(draw => new[] { "no", "some", "wide" }[draw])
        from fields in Gen.Shuffle(_fields).Select(codes => codes[..2])
        from online in Gen.Int[0, 100]
        select Answers.Of([
            new("employed", employed),
            new("uses_ai", new Answer.Coded(use)),
            new("online_share", new Answer.Number(online)),
            new("ai_fields", new Answer.CodedSet([.. _fields.Where(fields.Contains)])),
        ]);

    [Fact]
    public void No_answer_is_lost_and_every_answer_stays_possible() =>
        Gen.Select(_chains, _drafts)
            .Sample(
                (chain, answers) =>
                {
                    var held = Draft(answers, Known([chain[0]]));
                    for (var versions = 1; versions <= chain.Count; versions++)
                    {
                        held = held.Under(Known([.. chain.Take(versions)]));
                        Assert.All(held.Answers.All, one => Assert.Null(held.Questionnaire.Validate(one.Key, one.Value)));
                        Assert.Equal(Plain(answers), Plain(held.Answers));
                        Assert.Equal(1, held.Revision);
                    }
                }
            );

    [Fact]
    public void A_draft_goes_over_exactly_when_every_step_lets_it() =>
        Gen.Select(_chains, _drafts)
            .Sample(
                (chain, answers) =>
                {
                    var moves = chain
                        .Zip(chain.Skip(1))
                        .All(step => QuestionnaireDiff.Of(step.First, step.Second).Drafts == DraftVerdict.CarryOn);
                    Assert.Equal(
                        moves ? chain[^1].Version : chain[0].Version,
                        Draft(answers, Known([chain[0]])).Under(Known(chain)).Version.Number
                    );
                }
            );

    [Fact]
    public void Going_over_twice_changes_nothing_more() =>
        Gen.Select(_chains, _drafts)
            .Sample(
                (chain, answers) =>
                {
                    var known = Known(chain);
                    var once = Draft(answers, Known([chain[0]])).Under(known);
                    Assert.Same(once, once.Under(known));
                }
            );

    /// <summary>Versions that each have one edit more, under the number that the edit demands.</summary>
    private static List<Questionnaire> Chain(int[] edits)
    {
        var chain = new List<Questionnaire> { SmallVersions.Read(Server.Small("questionnaire.yaml").ReplaceLineEndings("\n")) };
        foreach (var (find, put) in edits.Select(edit => _edits[edit]))
        {
            var yaml = chain[^1].Source.Replace(find, put, StringComparison.Ordinal);
            if (yaml == chain[^1].Source || Questionnaire.Parse(yaml, "edited", new([])).Value is not { } edited)
            {
                continue;
            }

            chain.Add(
                SmallVersions.Read(
                    yaml.Replace(
                        $"version: {chain[^1].Version}\n",
                        $"version: {QuestionnaireDiff.Of(chain[^1], edited).LeastVersion}\n",
                        StringComparison.Ordinal
                    )
                )
            );
        }

        return chain;
    }

    private static CatalogueStudy Known(IReadOnlyList<Questionnaire> chain)
    {
        var design = StudyDesign.Parse(Server.Small("study.yaml"), "study.yaml", Server.Classifications).OrThrow();
        return new(new Study(design, StudyVersion.Of(chain, _ => []), Server.Frame, Origin.Synthetic, StudyPhase.InField), [], []);
    }

    private static Response Draft(Answers answers, CatalogueStudy known) =>
        new(
            new ResponseKey("SN", Guid.CreateVersion7()),
            known,
            known.Study.Versions[0],
            Server.Frame[0].Cell,
            ResponseStatus.Draft,
            1,
            answers,
            LastChanges.None,
            null,
            null
        );

    /// <summary>Without the order of ticks.</summary>
    private static IEnumerable<string> Plain(Answers answers) =>
        from one in answers.All
        let value = one.Value is Answer.CodedSet set ? string.Join('+', set.Codes.Order(StringComparer.Ordinal)) : one.Value.ToString()
        select $"{one.Key}={value}";
}
