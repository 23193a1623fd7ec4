using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>The keys of a study file.</summary>
public static class StudyShape
{
    private const string Versioned = "[A-Za-z][A-Za-z0-9_-]*@" + ShapeWords.Version;

    private static readonly Shape _variables = new Shape.Many(new Shape.Choice(["land", "sector", "size"]));

    public static Shape.Mapping Root { get; } =
        new(
            "study",
            "A study: who is asked, how answers are weighted, what is reported.",
            [
                new("id", new Shape.Words(ShapeWords.Id), "Names the study.", true),
                new("title", ShapeWords.Text, "What readers see as its name.", true),
                new("wave", new Shape.Whole(1900, 2999), "The year of the wave.", true),
                new("questionnaire", new Shape.Words(Versioned), "Id and version, as in pilotstudie-wirtschaft@1.0.0.", true),
                new("indices", new Shape.Many(new Shape.Words(Versioned), 1), "Id and version of each index.", true),
                new(
                    "field",
                    new Shape.Mapping(
                        "field",
                        "When companies can answer.",
                        [new("from", new Shape.Day(), "The first day.", true), new("to", new Shape.Day(), "The last day.", true)]
                    ),
                    "Field work.",
                    true
                ),
                new("population", Population(), "Who is asked."),
                new("reporting", Reporting(), "How companies are placed in tables; by the frame unless said."),
                new("weights", Weights(), "How answers are weighted; not in a census."),
                new("report", Report(), "Which tables are published.", true),
                new("confidentiality", Confidentiality(), "What is withheld.", true),
                new(
                    "lonely",
                    new Shape.Choice(["adjust", "certainty", "average", "fail"]),
                    "What a stratum with one respondent adds to the variance."
                ),
            ]
        );

    private static Shape.Mapping Population() =>
        new(
            "population",
            "Who is asked.",
            [
                new("unit", new Shape.Words(), "What is asked, in a word."),
                new("rule", new Shape.Words(), "Who belongs to it, in words."),
                new("frame", new Shape.Words(), "The file of the frame."),
                new("takeAll", new Shape.Words(), "Who is asked in any case, in words."),
                new("census", new Shape.Truth(), "Everybody is asked."),
                new(
                    "respondents",
                    new Shape.Choice(["companies", "publicBodies"]),
                    "Who answers; results of single public bodies may be published."
                ),
                new("strata", _variables, "How the sample is drawn: [land, sector, size]."),
            ]
        );

    private static Shape.Mapping Reporting() =>
        new(
            "reporting",
            "Where a company stands in tables.",
            [new("land", Source(), "Its Land."), new("sector", Source(), "Its sector."), new("size", Source(), "Its size class.")]
        );

    private static Shape.Either Source() =>
        new([
            new Shape.Choice(["frame"]),
            new Shape.Mapping(
                "source",
                "Its own answer, where there is one.",
                [
                    new("from", new Shape.Words(), "The question, or frame."),
                    new("classification", new Shape.Words(ShapeWords.Id), "The classification of the codes."),
                ]
            ),
        ]);

    private static Shape.Mapping Weights() =>
        new(
            "weighting",
            "How answers are weighted.",
            [
                new(
                    "nonresponse",
                    new Shape.Mapping(
                        "nonresponse",
                        "Makes up for those who did not answer.",
                        [
                            new("groups", new Shape.Choice(["stratum"]), "Who stands for whom.", true),
                            new("minimumRespondents", new Shape.Whole(1, 1000), "A group with fewer is merged with another.", true),
                            new("maximumFactor", new Shape.Number(1), "The largest correction."),
                            new("collapse", new Shape.Many(Step()), "How groups are merged, in this order.", true),
                        ]
                    ),
                    "Makes up for those who did not answer.",
                    true
                ),
            ]
        );

    private static Shape.Mapping Step() =>
        new(
            "step",
            "One way of merging groups.",
            [
                new("over", new Shape.Choice(["land", "sector", "size"]), "What merged groups differ in.", true),
                new("order", new Shape.Choice(["cyclic"]), "With the next one, and behind the last with the first."),
                new("start", new Shape.Choice(["largest", "smallest"]), "Where merging begins."),
                new("next", new Shape.Choice(["smaller", "larger"]), "Which neighbour comes first."),
            ]
        );

    private static Shape.Mapping Report() =>
        new(
            "report",
            "Which tables are published.",
            [
                new("by", _variables, "What tables can be broken down by.", true),
                new("lattice", new Shape.Many(_variables), "The tables; the total is always there.", true),
            ]
        );

    private static Shape.Mapping Confidentiality() =>
        new(
            "confidentiality",
            "What is withheld.",
            [
                new("minimumRespondents", new Shape.Whole(1, 1000), "A cell with fewer is withheld.", true),
                new(
                    "unreliableAbove",
                    new Shape.Number(0),
                    "The coefficient of variation above which a figure is marked; 0.15 unless said."
                ),
            ]
        );
}
