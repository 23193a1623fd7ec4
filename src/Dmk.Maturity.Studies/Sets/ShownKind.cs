namespace Dmk.Maturity.Studies;

/// <summary>Companies that have entered the same tables at the same states.</summary>
/// <param name="History">Per table of the <see cref="EntryOrder"/> the state, 0 where they have not entered.</param>
/// <param name="Moments">Of their scores.</param>
public sealed record ShownKind(IReadOnlyList<int> History, StudyMoments Moments);
