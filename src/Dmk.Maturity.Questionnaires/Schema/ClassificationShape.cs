namespace Dmk.Maturity.Questionnaires;

/// <summary>The keys of a classification file.</summary>
public static class ClassificationShape
{
    public static Shape.Mapping Root { get; } =
        new(
            "classification",
            "A code list shared by all questionnaires and studies.",
            [
                new("id", new Shape.Words(ShapeWords.Id), "Names the classification.", true),
                new("title", ShapeWords.Text, "What it classifies.", true),
                new("source", new Shape.Words(), "Who publishes it.", true),
                new("edition", new Shape.Words(), "Which edition it is.", true),
                new(
                    "languages",
                    new Shape.Many(new Shape.Choice(["de", "en"]), 1),
                    "[de] where entries have no English labels; [de, en] unless said."
                ),
                new(
                    "parents",
                    new Shape.Words(ShapeWords.Id),
                    "The classification whose entries are the parents of these; this one unless said."
                ),
                new("entries", new Shape.Many(Entry()), "The codes, in the order in which they are shown."),
                new(
                    "entriesFile",
                    new Shape.Words(@"[A-Za-z0-9][A-Za-z0-9_.-]*\.csv"),
                    "A table in the same folder that has the codes instead."
                ),
                new(
                    "wordsFile",
                    new Shape.Words(@"[A-Za-z0-9][A-Za-z0-9_.-]*\.csv"),
                    "A table in the same folder of everyday names that lead to codes: word, language, and a column of codes per edition."
                ),
            ]
        )
        {
            OneOf =
            [
                ["entries", "entriesFile"],
            ],
        };

    private static Shape.Mapping Entry() =>
        new(
            "entry",
            "A code. Further keys are properties of the code, kept as text.",
            [
                new("code", new Shape.Words(), "What is stored.", true),
                new("de", new Shape.Words(), "In German.", true),
                new("en", new Shape.Words(), "In English; not where languages is [de]."),
                new("parent", new Shape.Words(), "The code above it, where the classification is a tree."),
            ],
            new Shape.Words()
        );
}
