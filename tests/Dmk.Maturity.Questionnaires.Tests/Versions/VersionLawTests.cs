using CsCheck;

namespace Dmk.Maturity.Questionnaires.Tests;

/// <summary>What holds between any two versions, on random edits and random drafts.</summary>
public class VersionLawTests
{
    private static readonly ChangeCase[] _edits = [.. ChangeCase.Lines.Select(ChangeCase.Parse)];

    /// <summary>Definitions that differ by up to four edits; edits that no longer fit, or break the file, are left out.</summary>
    private static readonly Gen<Questionnaire> _versions = Gen.Int[0, _edits.Length - 1]
        .Array[0, 4]
        .Select(chosen =>
            chosen.Aggregate(
                ChangeCase.Before,
                (sofar, edit) =>
                    _edits[edit].ApplyTo(sofar.Source) is { } yaml
                        ? Questionnaire.Parse(yaml, "after.yaml", RepositoryFiles.Classifications).Value ?? sofar
                        : sofar
            )
        );

    [Fact]
    public void A_draft_that_may_carry_on_keeps_every_answer_possible_and_on_the_path() =>
        Gen.Select(_versions, Gen.Int)
            .Sample(
                (after, seed) =>
                {
                    var draft = RandomAnswers.Of(ChangeCase.Before, new(seed));
                    if (QuestionnaireDiff.Of(ChangeCase.Before, after).Drafts == DraftVerdict.Stay)
                    {
                        return true;
                    }

                    var (earlier, later) = (Interview.Of(ChangeCase.Before, draft), Interview.Of(after, draft));
                    return draft.All.All(one => after.Validate(one.Key, one.Value) is null)
                        && earlier.OnPath.All.SequenceEqual(later.OnPath.All);
                },
                iter: 1_000,
                print: pair => $"{pair.Item2}: {ChangesTo(pair.Item1)}"
            );

    [Fact]
    public void A_draft_that_could_be_submitted_still_can_be_when_it_carries_on() =>
        Gen.Select(_versions, Gen.Int)
            .Sample(
                (after, seed) =>
                {
                    var draft = RandomAnswers.Of(ChangeCase.Before, new(seed));
                    return QuestionnaireDiff.Of(ChangeCase.Before, after).Drafts == DraftVerdict.Stay
                        || Forbids(Interview.Of(after, draft)).All(Forbids(Interview.Of(ChangeCase.Before, draft)).Contains);
                },
                iter: 1_000,
                print: pair => $"{pair.Item2}: {ChangesTo(pair.Item1)}"
            );

    [Fact]
    public void Any_definition_is_the_same_as_itself_and_can_be_compared_with_any_other() =>
        Gen.Select(Gen.Int[0, 10_000], Gen.Int[0, 10_000])
            .Sample(
                (seed, other) =>
                {
                    var definition = RandomDefinitions.Of(seed);
                    var diff = QuestionnaireDiff.Of(definition, RandomDefinitions.Of(other));
                    return QuestionnaireDiff.Of(definition, RandomDefinitions.Of(seed)).Changes.Count == 0
                        && (diff.Changes.Count > 0 || seed == other || diff.Step <= VersionStep.Patch);
                },
                iter: 200
            );

    [Fact]
    public void Nothing_differs_both_ways_or_something_does() =>
        Gen.Select(_versions, _versions)
            .Sample(
                (one, other) =>
                    QuestionnaireDiff.Of(one, other).Changes.Count == 0 == (QuestionnaireDiff.Of(other, one).Changes.Count == 0),
                iter: 500
            );

    [Fact]
    public void What_carries_on_and_is_comparable_all_the_way_is_no_break_between_the_ends() =>
        Gen.Select(_versions, _versions)
            .Sample(
                (middle, end) =>
                    QuestionnaireDiff.Of(ChangeCase.Before, middle).Drafts == DraftVerdict.Stay
                    || QuestionnaireDiff.Of(middle, end).Drafts == DraftVerdict.Stay
                    || QuestionnaireDiff.Of(ChangeCase.Before, end).Drafts == DraftVerdict.CarryOn,
                iter: 500
            );

    private static HashSet<string> Forbids(Interview interview) =>
        [
            .. interview.Problems.Select(problem => $"{problem.Code} {problem.Variable}"),
            .. interview.Fired.Where(fired => fired.Check.Level == CheckLevel.Hard).Select(fired => fired.Check.Id),
        ];

    private static string ChangesTo(Questionnaire after) =>
        string.Join(", ", QuestionnaireDiff.Of(ChangeCase.Before, after).Changes.Select(change => $"{change.Kind} {change.Where}"));
}
