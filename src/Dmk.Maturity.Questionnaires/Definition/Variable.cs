namespace Dmk.Maturity.Questionnaires;

/// <summary>The smallest part that can be answered.</summary>
/// <param name="Id"><c>question</c>, <c>question.row</c> or <c>question.option</c> for "please specify".</param>
/// <param name="Part">The row or item it belongs to, or null.</param>
/// <param name="Index">Its place in <see cref="Questionnaire.Variables"/>.</param>
/// <param name="Specify">The option whose "please specify" it is, or null.</param>
public sealed record Variable(string Id, Question Question, Section Section, Row? Part, int Index, Option? Specify = null);
