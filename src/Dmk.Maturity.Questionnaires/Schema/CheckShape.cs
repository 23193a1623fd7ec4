namespace Dmk.Maturity.Questionnaires;

/// <summary>The keys of a check.</summary>
internal static class CheckShape
{
    public static Shape List { get; } =
        new Shape.Many(
            new Shape.Mapping(
                "check",
                "A rule over answers.",
                [
                    new("id", new Shape.Words(ShapeWords.Id), "Names the check.", true),
                    new(
                        "level",
                        new Shape.Choice(["hard", "soft", "info"]),
                        "hard forbids submission, soft asks for a confirmation, info only says so.",
                        true
                    ),
                    new("must", new Shape.Rule(), "What must hold.", true),
                    new(
                        "unknown",
                        new Shape.Choice(["pass", "fail"]),
                        "What counts where the rule is unknown because an answer is missing; pass unless said."
                    ),
                    new("message", ShapeWords.Text, "What the company reads when the rule does not hold.", true),
                    new(
                        "explain",
                        new Shape.Choice(["no", "optional", "required"]),
                        "Whether a soft check asks for a reason in words; no unless said."
                    ),
                ]
            )
        );
}
