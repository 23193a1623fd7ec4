using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>An answer that an indicator read: the value that counts, or why there is none.</summary>
public sealed record ReadAnswer(Variable Variable, Answer Answer);
