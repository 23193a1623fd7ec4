namespace Dmk.Maturity.Questionnaires;

/// <summary>The reasons for not answering as files and interfaces write them.</summary>
public static class ReasonWords
{
    public static IReadOnlyDictionary<string, MissingReason> All { get; } =
        new Dictionary<string, MissingReason>(StringComparer.Ordinal)
        {
            ["unanswered"] = MissingReason.Unanswered,
            ["dontKnow"] = MissingReason.DontKnow,
            ["refused"] = MissingReason.Refused,
            ["notApplicable"] = MissingReason.NotApplicable,
            ["notAsked"] = MissingReason.NotAsked,
        };

    public static string Of(MissingReason reason) =>
        reason switch
        {
            MissingReason.Unanswered => "unanswered",
            MissingReason.DontKnow => "dontKnow",
            MissingReason.Refused => "refused",
            MissingReason.NotApplicable => "notApplicable",
            MissingReason.NotAsked => "notAsked",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "There is no such reason."),
        };
}
