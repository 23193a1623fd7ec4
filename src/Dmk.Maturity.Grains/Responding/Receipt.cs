using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Grains;

/// <summary>Proof of a submission.</summary>
/// <param name="Number">Short, to be read out on the telephone.</param>
/// <param name="Hash">SHA-256, lower-case hexadecimal, over the questionnaire's hash, a line feed, and the canonical answers
/// (<see cref="AnswersJson"/>) that were submitted.</param>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.Receipt")]
public sealed record Receipt(
    [property: Id(0)] string Number,
    [property: Id(1)] DateTimeOffset SubmittedAt,
    [property: Id(2)] string Hash,
    [property: Id(3)] string QuestionnaireId,
    [property: Id(4)] string QuestionnaireVersion,
    [property: Id(5)] string QuestionnaireHash
);
