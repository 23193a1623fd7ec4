namespace Dmk.Maturity.Questionnaires;

/// <summary>A rule over answers, written as what must hold.</summary>
/// <param name="Explain">A soft check may ask for a reason in words.</param>
public sealed record Check(
    string Id,
    CheckLevel Level,
    Expression Must,
    bool UnknownFails,
    Text Message,
    Explanation Explain,
    CheckScope Scope
) : Remark(Id, Level, Message, Explain, Scope);
