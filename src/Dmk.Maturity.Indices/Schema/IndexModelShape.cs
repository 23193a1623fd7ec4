using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>The keys of an index model file.</summary>
public static class IndexModelShape
{
    private static readonly Shape _number = new Shape.Number();

    private static readonly Field _weight = new(
        "weight",
        _number,
        "How much it counts beside its neighbours, above 0; not where weights are equal."
    );

    private static readonly Field _direction = new(
        "direction",
        new Shape.Choice(["positive", "negative"]),
        "negative where a high score is bad: it enters the node above mirrored."
    );

    private static readonly Field _reached = new("reached", _number, "Below a count or a ladder: the score from which on it is reached.");

    public static Shape.Mapping Root { get; } =
        new(
            "index",
            "An index model: how the answers of one company become scores.",
            [
                new("id", new Shape.Words(ShapeWords.Id), "Names the index across its versions.", true),
                new("version", new Shape.Words(ShapeWords.Version), "Three numbers, as in 1.0.0.", true),
                new("title", ShapeWords.Text, "What readers see as its name.", true),
                new(
                    "questionnaire",
                    new Shape.Words("[A-Za-z][A-Za-z0-9_-]*@[0-9]+"),
                    "The questionnaire it scores and its major version, as in pilotstudie-wirtschaft@1.",
                    true
                ),
                new(
                    "scale",
                    new Shape.Mapping(
                        "scale",
                        "From the lowest to the highest score.",
                        [new("from", _number, "The lowest score.", true), new("to", _number, "The highest score.", true)]
                    ),
                    "The scale of all scores.",
                    true
                ),
                new("levels", new Shape.Many(Level(), 1), "Levels, in ascending order.", true),
                new("index", Branch(), "The tree.", true),
            ]
        );

    private static Shape.Mapping Level() =>
        new(
            "level",
            "A level, from its score up to the next one.",
            [
                new("id", new Shape.Words(ShapeWords.Id), "Names the level.", true),
                new("from", _number, "The score at which it begins.", true),
                .. ShapeWords.Languages,
            ]
        );

    private static Shape.Mapping Branch() =>
        new(
            "node",
            "A node that aggregates what is below it.",
            [
                new("id", new Shape.Words(ShapeWords.Id), "Names the node.", true),
                new("title", ShapeWords.Text, "What readers see as its name.", true),
                _weight,
                _direction,
                _reached,
                new("aggregate", Aggregate(), "How the scores below become one.", true),
                new(
                    "weights",
                    new Shape.Either([
                        new Shape.Choice(["equal"]),
                        new Shape.Mapping(
                            "weights",
                            "Weights that add up.",
                            [new("total", _number, "What the weights below add up to.", true)]
                        ),
                    ]),
                    "equal, or a total that the weights below must add up to."
                ),
                new(
                    "missing",
                    new Shape.Mapping(
                        "enough",
                        "How much must be there below.",
                        [new("atLeast", AtLeast(), "A share of the weight, or more.", true)]
                    ),
                    "How much must be there below for a score."
                ),
                new(
                    "children",
                    new Shape.Many(new Shape.Marked("children", new Shape.Again(() => _branch.Value), Leaf()), 1),
                    "Nodes and indicators below.",
                    true
                ),
            ]
        );

    private static readonly Lazy<Shape> _branch = new(Branch);

    private static Shape.Either Aggregate() =>
        new([
            new Shape.Choice(["arithmetic", "geometric", "harmonic", "minimum", "maximum", "count", "ladder"]),
            new Shape.Mapping(
                "power",
                "A power mean.",
                [new("power", _number, "From -100 to -0.01 or 0.01 to 100; 1 is arithmetic, -1 harmonic.", true)]
            ),
        ]);

    private static Shape.Either AtLeast() =>
        new([
            new Shape.Number(0, 1),
            new Shape.Mapping(
                "atLeast",
                "How much must be there.",
                [
                    new("share", new Shape.Number(0, 1), "Of the weight, above 0."),
                    new("count", new Shape.Whole(1, int.MaxValue), "Of children."),
                    new("of", new Shape.Choice(["applicable", "all"]), "What the share is taken of; all unless said."),
                ]
            ),
        ]);

    private static Shape.Mapping Leaf() =>
        new(
            "indicator",
            "An indicator: what one answer, or one value computed from answers, scores.",
            [
                new("id", new Shape.Words(ShapeWords.Id), "Names the indicator.", true),
                new("title", ShapeWords.Text, "What readers see as its name; the question unless said."),
                _weight,
                _direction,
                _reached,
                new("question", new Shape.Words(), "The question, row (question.row) or item that it scores."),
                new("value", new Shape.Rule(), "A number or truth computed from answers."),
                new(
                    "score",
                    new Shape.Named(
                        new Shape.Either([
                            new Shape.Choice(["exclude"]),
                            _number,
                            new Shape.Named(_number),
                            new Shape.Many(new Shape.Words()),
                        ])
                    ),
                    "A score, or exclude, for each option; for true and false; or countShare, sumOf or bestOf for what is ticked."
                ),
                new("goalposts", Goalposts(), "The numbers that earn the lowest and the highest score."),
                new("bands", new Shape.Many(Band(), 2), "A score for each stretch of numbers, in ascending order."),
                new(
                    "missing",
                    new Shape.Named(
                        new Shape.Either([new Shape.Choice(["exclude"]), _number]),
                        ["unanswered", "dontKnow", "refused", "notApplicable", "notAsked"]
                    ),
                    "A score or exclude for every reason of missing that can occur."
                ),
            ]
        )
        {
            OneOf =
            [
                ["question", "value"],
            ],
        };

    private static Shape.Mapping Goalposts() =>
        new(
            "goalposts",
            "A straight line between two numbers.",
            [
                new("low", _number, "Earns the lowest score.", true),
                new("high", _number, "Earns the highest score.", true),
                new("outside", new Shape.Choice(["clip", "missing"]), "What numbers beyond them earn.", true),
            ]
        );

    private static Shape.Mapping Band() =>
        new(
            "band",
            "A stretch of numbers with one score.",
            [
                new("below", _number, "Where it ends, excluded; not at the last one."),
                new("score", _number, "What numbers in it earn.", true),
            ]
        );
}
