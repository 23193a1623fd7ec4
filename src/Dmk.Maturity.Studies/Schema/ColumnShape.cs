using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>What a composite model says of columns: how they are divided, filled, pulled in and brought to the scale.</summary>
internal static class ColumnShape
{
    private static readonly Shape _number = new Shape.Number();
    private static readonly Shape _words = new Shape.Words();

    private static readonly string[] _scales =
    [
        "minmax",
        "z",
        "goalposts",
        "rank",
        "percentileRank",
        "percentile",
        "distanceToMaximum",
        "borda",
    ];

    /// <summary>Said of a leaf, or of a node for all columns below it.</summary>
    public static IReadOnlyList<Field> Steps { get; } =
    [
        new(
            "denominate",
            new Shape.Either([_words, new Shape.Named(new Shape.Either([_words, new Shape.Many(_words)]))]),
            "By which column all are divided, or none; or for each column its own, or for each denominator its columns."
        ),
        new(
            "impute",
            new Shape.Either([
                new Shape.Words(@"none|mean|median|groupMean\(.+\)"),
                new Shape.Mapping("filling", "The mean of a group.", [new("groupMean", _words, "The column that names it.", true)]),
            ]),
            "What is put where a value is missing."
        ),
        new("treat", new Shape.Either([new Shape.Choice(["none"]), Treatment()]), "What is done to outliers."),
        new("normalise", new Shape.Either([new Shape.Choice(_scales), Scales()]), "How values are brought to the scale."),
    ];

    /// <summary>Said of a leaf alone.</summary>
    public static IReadOnlyList<Field> Own { get; } =
    [new("goalposts", Goalposts(), "Fixed ends, in the place of normalise."), new("bands", Bands(), "Scores of ranges of values.")];

    private static Shape.Mapping Treatment() =>
        new(
            "treatment",
            "A column beyond both bounds is pulled in.",
            [
                new("skewness", new Shape.Number(0), "Up to which nothing is done."),
                new("kurtosis", _number, "Up to which nothing is done."),
                new("winsorise", new Shape.Whole(0, int.MaxValue), "How many values are pulled in at most."),
                new("otherwise", new Shape.Choice(["log", "gii", "none"]), "What is done where that does not help."),
            ]
        );

    private static Shape.Mapping Scales() =>
        new(
            "normalisation",
            "How values are brought to the scale, with numbers of its own.",
            [
                new("minmax", Pair("ends", "from", "to"), "From the smallest to the largest value."),
                new("z", Pair("standard", "mean", "deviation"), "Standardised."),
                new("goalposts", Goalposts(), "Fixed ends."),
                new("bands", Bands(), "Scores of ranges of values."),
                new("ratioTo", Reference(), "Divided by leader, last, mean or a number."),
                new("differenceTo", Reference(), "The relative difference to leader, last, mean or a number."),
                new("aboutMean", new Shape.Number(0), "Above, about or below the mean, within this share."),
            ]
        )
        {
            OneOf =
            [
                ["minmax", "z", "goalposts", "bands", "ratioTo", "differenceTo", "aboutMean"],
            ],
        };

    private static Shape.Mapping Pair(string name, string one, string other) =>
        new(name, "Two numbers.", [new(one, _number, "The first.", true), new(other, _number, "The second.", true)]);

    private static Shape.Mapping Goalposts() =>
        new(
            "goalposts",
            "Fixed ends.",
            [
                new("low", _number, "The value that earns the lowest score.", true),
                new("high", _number, "The value that earns the highest score.", true),
                new("outside", new Shape.Choice(["clip", "missing", "keep"]), "What becomes of values beyond them; clip unless said."),
            ]
        );

    private static Shape.Many Bands() =>
        new(
            new Shape.Mapping(
                "band",
                "A range of values.",
                [
                    new("below", _number, "Where it ends, not included; not said of the last one."),
                    new("score", _number, "What it earns.", true),
                ]
            ),
            2
        );

    private static Shape.Either Reference() => new([new Shape.Choice(["leader", "last", "mean"]), _number]);
}
