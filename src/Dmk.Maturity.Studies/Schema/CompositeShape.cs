using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>The keys of a composite model: an index whose leaves name columns of a table. What is done to columns is
/// <see cref="ColumnShape"/>.</summary>
public static class CompositeShape
{
    private static readonly Shape _number = new Shape.Number();
    private static readonly Lazy<Shape.Mapping> _branch = new(Branch);

    private static readonly Shape _title = new Shape.Either([new Shape.Words(), ShapeWords.Text]);

    private static readonly Field _levels = new(
        "levels",
        new Shape.Many(
            new Shape.Mapping(
                "level",
                "A level, from its score up to the next one.",
                [
                    new("id", new Shape.Words(ShapeWords.Id), "Names the level.", true),
                    new("from", _number, "The score at which it begins.", true),
                    new("de", new Shape.Words(), "In German."),
                    new("en", new Shape.Words(), "In English."),
                ]
            )
        ),
        "Levels of this node and those below it, in ascending order."
    );

    public static Shape.Mapping Root { get; } =
        new(
            "composite",
            "A composite: how the columns of a table become an index of its rows.",
            [
                new("id", new Shape.Words(ShapeWords.Id), "Names the composite; that of the index unless said."),
                new("version", new Shape.Words(), "Three numbers, as in 1.0.0."),
                new("title", _title, "What readers see as its name."),
                new(
                    "scale",
                    new Shape.Mapping(
                        "scale",
                        "From the lowest to the highest score.",
                        [new("from", _number, "The lowest score.", true), new("to", _number, "The highest score.", true)]
                    ),
                    "The scale of all scores; 0 to 100 unless said."
                ),
                new(
                    "screen",
                    new Shape.Mapping(
                        "screen",
                        "Rows with too few values are left out.",
                        [
                            new("availability", new Shape.Number(0, 1), "The least share of columns with a value.", true),
                            new("of", new Shape.Choice(["reported", "imputed"]), "Counted before or after filling; reported unless said."),
                        ]
                    ),
                    "Rows with too few values are left out."
                ),
                .. ColumnShape.Steps,
                _levels,
                new("sensitivity", Sensitivity(), "What --sensitivity draws anew each time."),
                new("index", new Shape.Again(() => _branch.Value), "The tree.", true),
            ]
        );

    private static Shape.Mapping Branch() =>
        new(
            "node",
            "A node: a mean of what stands below it.",
            [
                .. Head(),
                new(
                    "aggregate",
                    new Shape.Either([
                        new Shape.Choice(["arithmetic", "geometric", "harmonic", "minimum", "maximum", "count", "ladder"]),
                        new Shape.Mapping(
                            "power",
                            "A generalised mean.",
                            [new("power", new Shape.Number(-100, 100), "Its exponent; 1 is the arithmetic mean.", true)]
                        ),
                    ]),
                    "How scores below become one.",
                    true
                ),
                new("weights", new Shape.Choice(["equal"]), "All below count alike and have no weight."),
                new("threshold", _number, "Of a count or a ladder: the score from which on something is reached."),
                new(
                    "missing",
                    new Shape.Mapping(
                        "missing",
                        "What becomes of rows that lack a score below.",
                        [new("atLeast", new Shape.Number(0, 1), "The least share of the weights with a score.", true)]
                    ),
                    "What becomes of rows that lack a score below."
                ),
                new(
                    "children",
                    new Shape.Many(new Shape.Marked("children", new Shape.Again(() => _branch.Value), Leaf()), 1),
                    "Nodes and columns below.",
                    true
                ),
            ]
        );

    private static Shape.Mapping Leaf() =>
        new(
            "column",
            "An indicator: a column of the table.",
            [
                .. Head(),
                new("column", new Shape.Words(), "The column of the table.", true),
                new("direction", new Shape.Choice(["positive", "negative"]), "negative where a high value is bad."),
                .. ColumnShape.Own,
            ]
        );

    private static IReadOnlyList<Field> Head() =>
        [
            new("id", new Shape.Words(ShapeWords.Id), "Names the node.", true),
            new("title", _title, "What readers see as its name."),
            new("weight", _number, "How much it counts beside its neighbours, above 0; not where weights are equal."),
            new("reached", _number, "Below a count or a ladder: the score from which on it is reached."),
            _levels,
            .. ColumnShape.Steps,
        ];

    private static Shape.Mapping Sensitivity() =>
        new(
            "sensitivity",
            "What --sensitivity draws anew each time.",
            [
                new(
                    "weights",
                    new Shape.Either([
                        new Shape.Choice(["declared"]),
                        new Shape.Mapping(
                            "weightDraw",
                            "How weights are drawn.",
                            [
                                new("uniform", new Shape.Number(0, 0.999m), "Each up to this share above or below the declared one."),
                                new("dirichlet", new Shape.Number(0.001m, 1_000_000), "Around the declared ones, the closer the higher."),
                            ]
                        )
                        {
                            OneOf =
                            [
                                ["uniform", "dirichlet"],
                            ],
                        },
                    ]),
                    "How weights are drawn."
                ),
                new("normalise", new Shape.Many(new Shape.Choice(["minmax", "z", "percentileRank", "declared"]), 1), "One of these."),
                new(
                    "aggregate",
                    new Shape.Either([
                        new Shape.Choice(["declared"]),
                        new Shape.Many(new Shape.Choice(["arithmetic", "geometric", "harmonic"]), 1),
                    ]),
                    "One of these, or as declared."
                ),
                new("leaveOut", new Shape.Whole(0, 1000), "Up to so many indicators are left out."),
            ]
        );
}
