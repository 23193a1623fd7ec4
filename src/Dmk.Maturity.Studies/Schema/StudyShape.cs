using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>The keys of a study file.</summary>
public static class StudyShape
{
    private const string Versioned = "[A-Za-z][A-Za-z0-9_-]*@" + ShapeWords.Version;

    private static readonly Shape _variables = new Shape.Many(new Shape.Words(ShapeWords.Id));

    public static Shape.Mapping Root { get; } =
        new(
            "study",
            "A study: who is asked, how answers are weighted, what is reported.",
            [
                new("id", new Shape.Words(ShapeWords.Id), "Names the study.", true),
                new("title", ShapeWords.Text, "What readers see as its name.", true),
                new("wave", new Shape.Whole(1900, 2999), "The year of the wave.", true),
                new(
                    "previousWave",
                    new Shape.Words(ShapeWords.Id),
                    "The study that is the wave before this one, with which changes are measured."
                ),
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
                new("reporting", Reporting(), "What is kept of a company and reported by; by the frame unless said."),
                new(
                    "estimands",
                    new Shape.Mapping(
                        "estimands",
                        "By what figures are weighted.",
                        [
                            new(
                                "personsEmployed",
                                new Shape.Words(),
                                "The question or computed value that counts the persons a company employs.",
                                true
                            ),
                        ]
                    ),
                    "By what figures are weighted."
                ),
                new(
                    "filters",
                    new Shape.Many(new Shape.Words()),
                    "The answers that results can be filtered by: questions, rows, options of multiple choices, computed values."
                ),
                new(
                    "conditions",
                    new Shape.Mapping("conditions", "Conditions on answers, under the id of each.", [], Condition()),
                    "Of which companies readers other than operators get results of their own."
                ),
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

    private static Shape.Mapping Condition() =>
        new(
            "condition",
            "A condition on answers.",
            [
                new("title", ShapeWords.Text, "Of whom it is true, as in: Companies that buy cloud services.", true),
                new("where", new Shape.Words(), "The condition, over what filters: keeps, as in: ai_use == 'many'.", true),
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
                new("takeAll", new Shape.Words(), "Refused in a new study: write it in the allocation file, by which units are drawn."),
                new("census", new Shape.Truth(), "Everybody is asked."),
                new(
                    "respondents",
                    new Shape.Choice(["companies", "publicBodies"]),
                    "Who answers; results of single public bodies may be published."
                ),
                new("strata", _variables, "The reporting variables by which the sample is drawn; the first is land."),
            ]
        );

    private static Shape.Mapping Reporting() =>
        new("reporting", "What is kept of a company and reported by, under the id of each variable.", [], Variable());

    private static Shape.Either Variable() =>
        new([
            new Shape.Choice(["frame"]),
            new Shape.Marked(
                "of",
                With: new Shape.Mapping("group", "The groups of another variable's codes.", Group()),
                Without: new Shape.Mapping("variable", "A code of every company.", Kept())
            ),
        ]);

    private static IReadOnlyList<Field> Group() =>
        [
            new("of", new Shape.Words(ShapeWords.Id), "The finer variable.", true),
            new(
                "level",
                new Shape.Whole(1, 9),
                "The level of its own classification, 1 at the top; the parents' classification unless said."
            ),
            .. Texts(),
        ];

    private static IReadOnlyList<Field> Kept() =>
        [
            new("from", new Shape.Words(), "The question or computed value that tells it, or frame."),
            new("classification", new Shape.Words(ShapeWords.Id), "The classification of its codes; the one of its own id unless said."),
            new("codes", new Shape.Many(Code(), 1), "Its codes, where no classification has them."),
            new(
                "heldAgainstFrame",
                new Shape.Either([new Shape.Truth(), FrameCheck()]),
                "A company whose answer places it elsewhere than the frame does is asked whether that holds."
            ),
            .. Texts(),
        ];

    private static Shape.Mapping FrameCheck() =>
        new(
            "frameCheck",
            "What a company is asked whose answer and the frame differ.",
            [
                new("message", ShapeWords.Text, "With {frame} and {answer} in the place of the two labels."),
                new("explain", new Shape.Choice(["no", "optional", "required"]), "Whether a reason in words is asked for."),
            ]
        );

    private static IReadOnlyList<Field> Texts() =>
        [new("title", ShapeWords.Text, "As in: by sector."), new("groups", ShapeWords.Text, "Its cells, as in: of 13 sectors.")];

    private static Shape.Mapping Code() =>
        new(
            "code",
            "A code with its label.",
            [
                new("code", new Shape.Words(), "As it is stored.", true),
                .. ShapeWords.Languages,
                new("from", new Shape.Number(), "Of a number: the lowest that belongs to it."),
                new("to", new Shape.Number(), "The highest whole number that belongs to it."),
            ]
        );

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
                            new("minimumRespondents", new Shape.Whole(1, 100), "A group with fewer is merged with another.", true),
                            new("maximumFactor", new Shape.Number(1), "The largest correction."),
                            new("collapse", new Shape.Many(Step()), "How groups are merged, in this order.", true),
                        ]
                    ),
                    "Makes up for those who did not answer.",
                    true
                ),
                new("trim", new Shape.Number(1), "No weight is more than this many times the mean one."),
                new(
                    "finitePopulation",
                    new Shape.Choice(["withinClasses", "none"]),
                    "Whether standard errors shrink with the share of a class that has answered; withinClasses unless said."
                ),
                new("calibrate", Calibrate(), "Meets the counts of the frame."),
            ]
        );

    private static Shape.Mapping Calibrate() =>
        new(
            "calibration",
            "Moves weights until those who answered stand for as many of each category as the frame has.",
            [
                new("margins", new Shape.Many(_variables, 1), "Sets of reporting variables that the frame knows, as [land, size].", true),
                new(
                    "distance",
                    new Shape.Choice(["raking", "linear", "logit", "clipped-linear", "clipped-raking"]),
                    "How going far from the weight before is counted; raking unless said."
                ),
                new("bounds", new Shape.Many(new Shape.Number(0)), "The smallest and the largest factor, as [0.3, 3]."),
            ]
        );

    private static Shape.Mapping Step() =>
        new(
            "step",
            "One way of merging groups.",
            [
                new("over", new Shape.Words(ShapeWords.Id), "The stratum variable in which merged groups differ.", true),
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
                new(
                    "minimumRespondents",
                    new Shape.Whole(1, 1000),
                    "Of every set of companies that figures tell of; 5 unless said. Fewer need a reason."
                ),
                new(
                    "minimumCount",
                    new Shape.Whole(1, 1000),
                    "Of the companies at a level of an index, where shares are shown; 3 unless said. Fewer need a reason."
                ),
                new("reason", new Shape.Words(), "Why companies are protected less than usual, in words."),
                new(
                    "unreliableHalfWidth",
                    new Shape.Number(0),
                    "Half the width of an interval, in points of a scale of 100, above which a figure is marked; 10 unless said."
                ),
                new(
                    "leaveOutAtMost",
                    new Shape.Number(0),
                    "Which part of the companies may be left out of what readers see, so that more dimensions can be shown of the "
                        + "others; 0.05 unless said."
                ),
                new(
                    "protection",
                    new Shape.Number(0),
                    "To how many points of a scale of 100 nobody may narrow the mean of too few companies; 10 unless said, 0 is not "
                        + "looked at."
                ),
                new(
                    "dominance",
                    new Shape.Mapping(
                        "dominance",
                        "When a few companies make up too much of a cell.",
                        [
                            new("companies", new Shape.Whole(1, 2), "How many: 1 or 2.", true),
                            new("share", new Shape.Number(50), "More than so many % of the cell; 85 unless said, 100 lets all pass.", true),
                        ]
                    ),
                    "A cell of which they make up more is withheld."
                ),
                new(
                    "pPercent",
                    new Shape.Number(0),
                    "Within how many % of the largest company's part of a cell the second largest may not get; 10 unless said."
                ),
                new("show", new Shape.Choice(["nightly", "weekly", "byHand"]), "When readers see further answers; nightly unless said."),
                new("unreliableAbove", new Shape.Number(0), "Not read any more: write unreliableHalfWidth."),
            ]
        );
}
