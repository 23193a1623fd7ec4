using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>The keys of a file of scripted respondents.</summary>
public static class RespondentShape
{
    private static readonly Shape _names = new Shape.Many(new Shape.Words());

    private static readonly Shape _numbers = new Shape.Named(new Shape.Either([new Shape.Number(), new Shape.Choice(["none"])]));

    public static Shape.Mapping Root { get; } =
        new(
            "tests",
            "Respondents that an author has made up, and what is to come of their answers.",
            [
                new(
                    "respondents",
                    new Shape.Many(
                        new Shape.Mapping(
                            "respondent",
                            "One respondent.",
                            [
                                new("name", new Shape.Words(), "Who it is; shown where something comes otherwise.", true),
                                new("answers", Answers(), "Its answers by question; what is not there is left blank.", true),
                                new("previous", Answers(), "What it answered in the last wave."),
                                new("today", new Shape.Day(), "The day on which it answers."),
                                new("asks", _names, "Sections, groups, questions and parts of them that are asked."),
                                new("doesNotAsk", _names, "Those that are not asked."),
                                new("fires", _names, "Checks that fire."),
                                new("doesNotFire", _names, "Checks that do not fire."),
                                new(
                                    "problems",
                                    new Shape.Named(new Shape.Words()),
                                    "All mistakes that forbid submission, by variable, with their codes; {} where there are none."
                                ),
                                new(
                                    "scores",
                                    _numbers,
                                    "Scores by index, or by node of one, as exact as they are written; none where missing."
                                ),
                                new("computed", _numbers, "Computed values, as exact as they are written; none where missing."),
                                new("submits", new Shape.Truth(), "Whether it can be submitted once soft checks are confirmed."),
                            ]
                        ),
                        1
                    ),
                    "The respondents.",
                    true
                ),
            ]
        );

    private static Shape.Named Answers() => new(Answer());

    private static Shape.Either Answer() =>
        new([
            new Shape.Words(),
            new Shape.Many(new Shape.Either([new Shape.Words(), new Shape.Named(new Shape.Again(Part))])),
            new Shape.Named(new Shape.Again(Part)),
        ]);

    private static Shape.Either Part() =>
        new([
            new Shape.Words(),
            new Shape.Many(new Shape.Words()),
            new Shape.Named(new Shape.Either([new Shape.Words(), new Shape.Many(new Shape.Words())])),
        ]);
}
