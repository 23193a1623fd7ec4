using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>The submissions of one Land in one study, as columns of scores. Only counts and moments leave it,
/// for operators how often each score occurs. Key: Land / study.</summary>
/// <remarks>Every answer holds all submissions that were acknowledged before the question: it compares itself with the stored counter
/// first, and reads what it lacks.</remarks>
[Alias("Dmk.Maturity.Grains.IPartitionGrain")]
internal interface IPartitionGrain : IGrainWithStringKey
{
    /// <summary>Tells of a submission that has been committed. May be lost, doubled or out of order.</summary>
    [Alias("Accept")]
    Task Accept([Immutable] PartitionSubmission unit);

    /// <summary>Moments of all submissions.</summary>
    /// <param name="model">The place of the index model in the study.</param>
    [Alias("Live"), ResponseTimeout(LongWork.Most)]
    Task<PartitionMoments> Live(int model);

    /// <summary>Moments of one node over the companies of which a condition is true; all others without a score.</summary>
    /// <param name="where">As <see cref="StudyCondition.Read"/> takes it.</param>
    /// <param name="estimand">Whether sums by the persons employed are wanted, too.</param>
    [Alias("Among"), ResponseTimeout(LongWork.Most)]
    Task<PartitionMoments> Among(int model, int node, string where, Estimand estimand);

    /// <summary>How often each score of one node occurs, for quantiles, which only operators see.</summary>
    /// <param name="where">Companies of which it is not true count as such without a score, as <see cref="StudyCondition.Read"/> takes
    /// it; null for none.</param>
    [Alias("Scores"), ResponseTimeout(LongWork.Most)]
    Task<PartitionScores> Scores(int model, int node, string? where);

    /// <summary>Moments of one node over those submissions that a table of readers is made from; those of which a condition is not true
    /// without a score.</summary>
    /// <param name="where">As <see cref="StudyCondition.Read"/> takes it.</param>
    [Alias("AmongShown"), ResponseTimeout(LongWork.Most)]
    Task<StudyMoments> AmongShown(int model, int node, string where, [Immutable] ShownPart shown);

    /// <summary>The groups of those submissions that have one of some histories, and per group, bit for bit, which of the study's declared
    /// conditions are true of it.</summary>
    [Alias("Conditioned"), ResponseTimeout(LongWork.Most)]
    Task<ConditionedGroups> Conditioned([Immutable] ShownPart shown);

    /// <summary>Moments of a node and the items below it, as <see cref="ItemScores"/> keeps them.</summary>
    /// <param name="nodes">The places of the node and its items in the model.</param>
    /// <param name="shown">Which submissions count; null for all.</param>
    [Alias("Items"), ResponseTimeout(LongWork.Most)]
    Task<StudyMoments> Items(int model, [Immutable] int[] nodes, [Immutable] ShownPart? shown);

    /// <summary>The highest submission.</summary>
    [Alias("Version"), ResponseTimeout(LongWork.Most)]
    Task<long> Version();

    /// <summary>All submissions in groups that disclosure control cannot tell apart.</summary>
    /// <param name="upTo">The last submission that counts; null for all.</param>
    [Alias("Groups"), ResponseTimeout(LongWork.Most)]
    Task<PartitionGroups> Groups([Immutable] ShownRows shown, long? upTo);

    /// <summary>All submissions in groups that disclosure control cannot tell apart under index models that were added, too.</summary>
    /// <param name="scorings">Of the added models, see <see cref="Study.Scoring"/>; the scores of their nodes follow in this order.</param>
    [Alias("GroupsUnder"), ResponseTimeout(LongWork.Most)]
    Task<PartitionGroups> GroupsUnder([Immutable] ShownRows shown, [Immutable] int[] scorings);

    /// <summary>Who has which scores.</summary>
    /// <param name="upTo">The last submission that counts.</param>
    [Alias("Patterns"), ResponseTimeout(LongWork.Most)]
    Task<PartitionPatterns> Patterns(long upTo);

    /// <summary>The rows after the groups have been given other histories.</summary>
    /// <param name="groups">As they were told.</param>
    /// <param name="histories">Per group the number of its new history.</param>
    [Alias("Enter"), ResponseTimeout(LongWork.Most)]
    Task<ShownRows> Enter([Immutable] ShownRows shown, [Immutable] PartitionGroups groups, [Immutable] int[] histories);

    /// <summary>Moments of those submissions that have one of some histories.</summary>
    [Alias("Shown"), ResponseTimeout(LongWork.Most)]
    Task<ShownLots> Shown(int model, [Immutable] ShownRows shown, [Immutable] int[] histories);

    /// <summary>Which versions those submissions answered that a table of readers is made from.</summary>
    [Alias("ShownVersions"), ResponseTimeout(LongWork.Most)]
    Task<VersionMix> ShownVersions([Immutable] ShownPart shown);

    /// <summary>The companies that figures per person employed are made from, in groups.</summary>
    /// <param name="nodes">Per index model the places of the index and its dimensions.</param>
    [Alias("Persons"), ResponseTimeout(LongWork.Most)]
    Task<PartitionPersons[]> Persons([Immutable] ShownPart shown, [Immutable] int[][] nodes);

    /// <summary>Sums over one node, by the persons employed, too.</summary>
    [Alias("PerPerson"), ResponseTimeout(LongWork.Most)]
    Task<StudyMoments> PerPerson(int model, int node, [Immutable] ShownPart shown);

    /// <summary>Sums over the companies that have answered in an earlier wave, too. Companies are the same by their unit id.</summary>
    [Alias("Common"), ResponseTimeout(LongWork.Most)]
    Task<CommonGroup[]> Common([Immutable] CommonQuestion question);

    /// <summary>Counts the peers of a company, for each node that is asked for.</summary>
    [Alias("Peers"), ResponseTimeout(LongWork.Most)]
    Task<PeerTally[]> Peers([Immutable] PeerQuestion question);
}
