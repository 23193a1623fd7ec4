namespace Dmk.Maturity.Questionnaires;

/// <summary>The keys of a questionnaire file. A test holds it against what the reader says it knows.</summary>
public static class QuestionnaireShape
{
    private static readonly Shape.Mapping _group = Group();

    public static Shape.Mapping Root { get; } =
        new(
            "questionnaire",
            "A questionnaire: what is asked, of whom, and what must hold.",
            [
                new("id", new Shape.Words(ShapeWords.Id), "Names the questionnaire across its versions.", true),
                new("version", new Shape.Words(ShapeWords.Version), "Three numbers, as in 1.0.0.", true),
                new(
                    "languages",
                    new Shape.Many(new Shape.Choice(["de", "en"])),
                    "In which its texts are written: [de, en], or one of them.",
                    true
                ),
                new("title", ShapeWords.Text, "What companies see as the title.", true),
                new("intro", ShapeWords.Text, "Stands before the first section."),
                new(
                    "codelists",
                    new Shape.Named(new Shape.Many(OptionShape.Root, 1)),
                    "Lists of options that several questions share, by name."
                ),
                new("sections", new Shape.Many(Section(), 1), "The pages of the form, in order.", true),
                new("computed", new Shape.Many(Computed()), "Values computed from answers."),
                new("checks", CheckShape.List, "Rules over answers, written as what must hold."),
            ]
        );

    private static Shape.Mapping Section() =>
        new(
            "section",
            "A page of the form.",
            [
                new("id", new Shape.Words(ShapeWords.Id), "Names the section.", true),
                new("title", ShapeWords.Text, "Stands above the section.", true),
                new("intro", ShapeWords.Text, "Stands before its first question."),
                new("when", new Shape.Rule(), "Asked when this is true; unknown hides."),
                ShapeWords.Order("order", "Whether its questions stand in an order drawn for each response, a group as one block."),
                new("checks", CheckShape.List, "Rules that are looked at where the section is asked."),
                new(
                    "questions",
                    new Shape.Many(new Shape.Marked("group", _group, QuestionShape.Any), 1),
                    "In the order in which they are asked; some of them may stand in groups.",
                    true
                ),
            ]
        );

    private static Shape.Mapping Group() =>
        new(
            "group",
            "Questions that are asked, and shown, together.",
            [
                .. ShapeWords.GroupHead,
                ShapeWords.Order("order", "Whether its questions stand in an order drawn for each response, a group as one block."),
                new("checks", CheckShape.List, "Rules that are looked at where the group is asked."),
                new(
                    "questions",
                    new Shape.Many(new Shape.Marked("group", new Shape.Again(() => _group), QuestionShape.Any), 1),
                    "In the order in which they are asked; some of them may stand in groups, at most three deep.",
                    true
                ),
            ]
        );

    internal static Shape.Mapping Computed() =>
        new(
            "computed",
            "A number, truth, text, code or day computed from answers.",
            [
                new("id", new Shape.Words(ShapeWords.Name), "A letter, then letters, digits or _, at most 64.", true),
                new("value", new Shape.Rule(), "An expression over questions and other computed values.", true),
            ]
        );
}
