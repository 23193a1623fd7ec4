namespace Dmk.Maturity.Questionnaires;

/// <summary>A mistake in one answer, said to the company in its language.</summary>
/// <param name="Code">Stable: unknownVariable, wrongType, unknownOption, reasonNotOffered, belowMinimum, aboveMaximum, tooManyDecimals,
/// tooLong,
/// exclusiveOption, tooFewOptions, tooManyOptions, required, sumMismatch, endsBeforeItBegins, tooShort, tooManyDays, tooFewItems,
/// tooManyItems,
/// ambiguousNumber, notANumber, tooLarge.</param>
public sealed record AnswerProblem(string Variable, string Code, Text Message);
