namespace Dmk.Maturity.Questionnaires;

/// <summary>The keys of an option.</summary>
internal static class OptionShape
{
    public static Shape.Mapping Root { get; } =
        new(
            "option",
            "An option of a choice.",
            [
                new(
                    "code",
                    new Shape.Words("[A-Za-z0-9_.-]{1,64}"),
                    "What is stored and what expressions compare with. Never shown.",
                    true
                ),
                .. ShapeWords.Languages,
                new("exclusive", new Shape.Truth(), "Ticking it unticks all others: none of these."),
                new(
                    "specify",
                    new Shape.Either([new Shape.Truth(), new Shape.Choice(["required"])]),
                    "Asks \"please specify\" behind it, in the variable question.code: true where words are welcome, required where nobody "
                        + "who chooses it can submit without words."
                ),
                new("last", new Shape.Truth(), "Keeps its place where options are shuffled."),
                new("when", new Shape.Rule(), "Offered when this is true; unknown hides it."),
            ]
        );
}
