using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>What everybody but operators sees of a study: companies that have entered its tables in lots, so large that no few of them can
/// be told from the others. Key: study.</summary>
[Alias("Dmk.Maturity.Grains.IShownGrain")]
internal interface IShownGrain : IGrainWithStringKey
{
    /// <summary>What the shown tables are made from; lets further companies enter first, where the study's rhythm says so.</summary>
    /// <param name="model">The place of the index model in the study.</param>
    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    [Alias("Current"), ResponseTimeout(LongWork.Most)]
    Task<ShownMoments> Current(int model);

    /// <summary>Begins to decide what is told under an index model that was added and has scored all responses, where all is shown: once,
    /// before anybody sees it. Waits for it some seconds at most, counted from when it began.</summary>
    /// <param name="scoring">See <see cref="Dmk.Maturity.Studies.Study.Scoring"/>.</param>
    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    [Alias("DecideAdded"), ResponseTimeout(LongWork.Most)]
    Task<AdditionStage> DecideAdded(int scoring);

    /// <summary>The index models that were added and are decided, by what the store calls them, in the order in which they were
    /// decided.</summary>
    [Alias("DecidedAdditions"), ResponseTimeout(LongWork.Most)]
    Task<int[]> DecidedAdditions();

    /// <summary>What the shown tables are made from under an index model that was added and is decided.</summary>
    /// <param name="scoring">See <see cref="Dmk.Maturity.Studies.Study.Scoring"/>.</param>
    /// <exception cref="InvalidOperationException">It is not decided.</exception>
    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    [Alias("Added"), ResponseTimeout(LongWork.Most)]
    Task<ShownMoments> Added(int scoring);

    /// <summary>Which submissions one of the tables is made from.</summary>
    /// <param name="table">Its place in the study's <see cref="EntryOrder"/>.</param>
    [Alias("In"), ResponseTimeout(LongWork.Most)]
    Task<ShownTable> In(int table);

    /// <summary>Which submissions had entered one of the tables when all was shown for the first time; none before.</summary>
    /// <param name="table">Its place in the study's <see cref="EntryOrder"/>.</param>
    [Alias("InWhole"), ResponseTimeout(LongWork.Most)]
    Task<ShownTable> InWhole(int table);

    /// <summary>What is decided of figures under the study's declared conditions, once all is shown.</summary>
    /// <returns>Null before.</returns>
    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    [Alias("Conditions"), ResponseTimeout(LongWork.Most)]
    Task<ShownDecisions?> Conditions();

    /// <summary>Decides which figures per person employed are told, where all is shown and it has not been decided: once, before anybody
    /// sees one, and never again.</summary>
    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    [Alias("DecidePersons"), ResponseTimeout(LongWork.Most)]
    Task DecidePersons();

    /// <summary>Sums over one node, by the persons employed, too, of the companies that figures per person employed are of: always the
    /// same ones once all was shown.</summary>
    /// <param name="model">The place of the index model in the study.</param>
    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    [Alias("PerPerson"), ResponseTimeout(LongWork.Most)]
    Task<StudyMoments> PerPerson(int model, int node);

    /// <summary>Lets all companies enter now that may.</summary>
    /// <exception cref="PartitionMissingException">A Land does not answer.</exception>
    [Alias("Show"), ResponseTimeout(LongWork.Most)]
    Task<ShownProgress> Show();
}

/// <summary>How far a study is shown.</summary>
/// <param name="State">The number of the state.</param>
/// <param name="Answered">Companies that have answered.</param>
/// <param name="Shown">Companies in the total.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.ShownProgress")]
public sealed record ShownProgress([property: Id(0)] int State, [property: Id(1)] long Answered, [property: Id(2)] long Shown);
