namespace Dmk.Maturity.Questionnaires;

/// <summary>The keys of a questionnaire file. A test holds it against what the reader says it knows.</summary>
public static class QuestionnaireShape
{
    public static Shape.Mapping Root { get; } = new("questionnaire", "A questionnaire: what is asked, of whom, and what must hold.",
    [
        new("id", new Shape.Words(ShapeWords.Id), "Names the questionnaire across its versions.", true),
        new("version", new Shape.Words(ShapeWords.Version), "Three numbers, as in 1.0.0.", true),
        new("languages", new Shape.Many(new Shape.Choice(["de", "en"])), "Always [de, en].", true),
        new("title", ShapeWords.Text, "What companies see as the title.", true),
        new("intro", ShapeWords.Text, "Stands before the first section."),
        new("codelists", new Shape.Named(new Shape.Many(OptionShape.Root, 1)), "Lists of options that several questions share, by name."),
        new("sections", new Shape.Many(Section()), "The pages of the form, in order.", true),
        new("computed", new Shape.Many(Computed()), "Numbers and truths computed from answers."),
        new("checks", new Shape.Many(Check()), "Rules over answers, written as what must hold."),
    ]);

    private static Shape.Mapping Section() => new("section", "A page of the form.",
    [
        new("id", new Shape.Words(ShapeWords.Id), "Names the section.", true),
        new("title", ShapeWords.Text, "Stands above the section.", true),
        new("intro", ShapeWords.Text, "Stands before its first question."),
        new("when", new Shape.Rule(), "Asked when this is true; unknown hides."),
        new("questions", new Shape.Many(QuestionShape.Any), "In the order in which they are asked.", true),
    ]);

    private static Shape.Mapping Computed() => new("computed", "A number or truth computed from answers.",
    [
        new("id", new Shape.Words(ShapeWords.Name), "A letter, then letters, digits or _, at most 64.", true),
        new("value", new Shape.Rule(), "An expression over questions and other computed values.", true),
    ]);

    private static Shape.Mapping Check() => new("check", "A rule over answers.",
    [
        new("id", new Shape.Words(ShapeWords.Id), "Names the check.", true),
        new("level", new Shape.Choice(["hard", "soft", "info"]), "hard forbids submission, soft asks for a confirmation, info only says so.", true),
        new("must", new Shape.Rule(), "What must hold.", true),
        new("unknown", new Shape.Choice(["pass", "fail"]), "What counts where the rule is unknown because an answer is missing; pass unless said."),
        new("message", ShapeWords.Text, "What the company reads when the rule does not hold.", true),
        new("explain", new Shape.Choice(["no", "optional"]), "Whether a soft check asks for a reason in words."),
    ]);
}
