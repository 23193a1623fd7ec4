namespace Dmk.Maturity.Questionnaires;

/// <summary>The keys of a classification file.</summary>
public static class ClassificationShape
{
    public static Shape.Mapping Root { get; } = new("classification", "A code list shared by all questionnaires and studies.",
    [
        new("id", new Shape.Words(ShapeWords.Id), "Names the classification.", true),
        new("title", ShapeWords.Text, "What it classifies.", true),
        new("source", new Shape.Words(), "Who publishes it.", true),
        new("edition", new Shape.Words(), "Which edition it is.", true),
        new("entries", new Shape.Many(Entry()), "The codes, in the order in which they are shown.", true),
    ]);

    private static Shape.Mapping Entry() => new("entry", "A code. Further keys are properties of the code, kept as text.",
    [
        new("code", new Shape.Words(), "What is stored.", true),
        .. ShapeWords.Languages,
        new("parent", new Shape.Words(), "The code above it, where the classification is a tree."),
    ], new Shape.Words());
}
