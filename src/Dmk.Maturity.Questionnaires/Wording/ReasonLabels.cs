namespace Dmk.Maturity.Questionnaires;

/// <summary>The reasons for not answering as people read them.</summary>
public static class ReasonLabels
{
    public static Text Of(MissingReason reason) =>
        reason switch
        {
            MissingReason.DontKnow => new("Weiß nicht", "Don't know"),
            MissingReason.Refused => new("Keine Angabe", "Prefer not to say"),
            MissingReason.NotApplicable => new("Trifft nicht zu", "Does not apply"),
            MissingReason.NotAsked => new("Nicht gefragt", "Not asked"),
            MissingReason.Unanswered => new("Nicht beantwortet", "Not answered"),
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason."),
        };
}
