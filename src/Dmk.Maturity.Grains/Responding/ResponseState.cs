using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>A response as its company sees it.</summary>
/// <param name="Revision">Grows with every save; 0 before the first.</param>
/// <param name="FieldIsOpen">Whether the study takes answers now.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.ResponseState")]
public sealed record ResponseState(
    [property: Id(0)] string Key,
    [property: Id(1)] string StudyId,
    [property: Id(2)] string QuestionnaireId,
    [property: Id(3)] string QuestionnaireVersion,
    [property: Id(4)] ResponseStatus Status,
    [property: Id(5)] long Revision,
    [property: Id(6)] Answers Answers,
    [property: Id(7)] Receipt? Receipt,
    [property: Id(8)] bool FieldIsOpen
)
{
    /// <summary>Soft checks that the company has confirmed so far, with its reasons; empty once submitted.</summary>
    [Id(9)]
    public IReadOnlyDictionary<string, string> Confirmations { get; init; } = new Dictionary<string, string>();

    /// <summary>Reasons for checks that the company has not confirmed yet.</summary>
    [Id(11)]
    public IReadOnlyDictionary<string, string> BegunReasons { get; init; } = new Dictionary<string, string>();

    /// <summary>Changes with what is confirmed and written; see <see cref="SentConfirmations.Seen"/>.</summary>
    [Id(12)]
    public string ConfirmationsMark { get; init; } = "";

    /// <summary>The questionnaire as the company is shown it: with its answers, in the order drawn for its response.</summary>
    public Showing Shown(Interview interview) => new(interview, Shuffle.SeedOf(Key));

    /// <summary>Where the frame says that the company stands.</summary>
    [Id(10)]
    public required ReportingCell Frame { get; init; }

    /// <summary>The company's code of the WZ; null where the frame does not say.</summary>
    [Id(13)]
    public string? Wz { get; init; }

    /// <summary>Persons employed according to the frame; null where it does not say.</summary>
    [Id(14)]
    public int? Persons { get; init; }

    /// <summary>What the frame says of the company.</summary>
    public FrameEntry Entry => new(Frame, Wz, Persons);
}
