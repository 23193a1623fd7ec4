namespace Dmk.Maturity.Questionnaires;

/// <summary>Small shapes that every kind of author's file has.</summary>
public static class ShapeWords
{
    public const string Id = "[A-Za-z][A-Za-z0-9_-]{0,63}";

    /// <summary>An id that expressions can name.</summary>
    public const string Name = "[A-Za-z][A-Za-z0-9_]{0,63}";

    public const string Version = @"(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})\.(0|[1-9][0-9]{0,5})";

    /// <summary>The keys of a mapping that is itself a text in both languages.</summary>
    public static IReadOnlyList<Field> Languages { get; } =
    [
        new("de", new Shape.Words(), "In German.", true) { IsRequiredInSchema = false },
        new("en", new Shape.Words(), "In English.", true) { IsRequiredInSchema = false },
    ];

    /// <summary>What every group says before its questions.</summary>
    public static IReadOnlyList<Field> GroupHead =>
        [
            new("group", new Shape.Words(Id), "Names the group.", true),
            new("title", Text, "Stands above the questions."),
            new("when", new Shape.Rule(), "Asked when this is true and what it stands in is asked; unknown hides."),
        ];

    public static Shape.Mapping Text { get; } = new("bilingual", "A text in both languages, plain text only.", Languages);

    public static IReadOnlyList<string> Reasons { get; } = ["dontKnow", "refused", "notApplicable"];

    /// <summary>Something that stands in the order of the file or in one drawn for each response.</summary>
    internal static Field Order(string key, string note) => new(key, new Shape.Choice(["fixed", "random"]), note);
}
