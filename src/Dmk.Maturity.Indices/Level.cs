using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>A named level of maturity, from its lower bound (included) up to the next one.</summary>
public sealed record Level(string Id, double From, Text Title);
