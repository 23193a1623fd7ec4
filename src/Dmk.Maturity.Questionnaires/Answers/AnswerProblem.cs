namespace Dmk.Maturity.Questionnaires;

/// <summary>A mistake in one answer, said to the company in its language.</summary>
/// <param name="Code">Stable: unknownVariable, wrongType, unknownOption, reasonNotOffered, belowMinimum, aboveMaximum, tooManyDecimals,
/// tooLarge, tooLong, exclusiveOption, tooFewOptions, tooManyOptions, tooFewItems, tooManyItems, unlistedItem, endsBeforeItBegins,
/// tooShort, tooManyDays, required, specifyMissing, sumMismatch; notOffered (see <see cref="NotOffered"/>); on
/// pages ambiguousNumber, notANumber and specifyWithoutTick, too.</param>
public sealed record AnswerProblem(string Variable, string Code, Text Message);
