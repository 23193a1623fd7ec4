namespace Dmk.Maturity.Questionnaires;

/// <summary>The keys of a question, by its type.</summary>
internal static class QuestionShape
{
    private static readonly Field _unit = new(
        "unit",
        new Shape.Either([new Shape.Choice(Units.Words), ShapeWords.Text]),
        "What stands behind the field: a known word, or a text in both languages."
    );
    private static readonly Field _codelist = new(
        "codelist",
        new Shape.Words(),
        "The name of a code list of this file or of a classification."
    );
    private static readonly Field _decimals = new("decimals", new Shape.Whole(0, 6), "Digits after the point.");

    private static readonly IReadOnlyList<string> _options = ["codelist", "options", "optionsFrom"];

    /// <summary>Written out, or an expression: that has a letter.</summary>
    private static readonly Shape.Words _day = new("[0-9]{4}-[0-9]{2}-[0-9]{2}|.*[A-Za-z].*");

    private static readonly Field _order = ShapeWords.Order(
        "order",
        "Whether options stand in an order drawn for each response; exclusive ones keep their place."
    );

    /// <summary>In the list of a roster.</summary>
    private static Shape.Marked Listed { get; } = new("group", new Shape.Again(() => InnerGroup!), new Shape.Again(() => Any!));

    private static Shape.Mapping InnerGroup { get; } =
        new(
            "rosterGroup",
            "Questions of an item that are asked, and shown, together.",
            [
                .. ShapeWords.GroupHead,
                new(
                    "questions",
                    new Shape.Many(Listed, 1),
                    "In the order in which they are asked; some of them may stand in groups, at most three deep.",
                    true
                ),
            ]
        );

    public static Shape.Kinds Any { get; } =
        new(
            "question",
            "A question. Its type says what can be answered.",
            "type",
            new Dictionary<string, Shape.Mapping>(StringComparer.Ordinal)
            {
                ["single"] = Choice("single", "One option.", _order),
                ["multiple"] = Choice(
                    "multiple",
                    "Any number of options.",
                    _order,
                    new("minimum", new Shape.Whole(1, int.MaxValue), "Options to tick at least, where answered."),
                    new("maximum", new Shape.Whole(1, int.MaxValue), "Options to tick at most.")
                ),
                ["grid"] = Choice(
                    "grid",
                    "A choice for each row.",
                    Rows("rows", "row", "The rows; each is the variable question.row.") with
                    {
                        Required = false,
                        IsRequiredInSchema = false,
                    },
                    new(
                        "rowsFrom",
                        new Shape.Words(ShapeWords.Name),
                        "A multiple choice before this question: what is ticked there is a row here."
                    ),
                    new("each", new Shape.Choice(["single", "multiple"]), "Options for each row: one, unless said, or any number."),
                    _order,
                    ShapeWords.Order("rowOrder", "Whether rows stand in an order drawn for each response.")
                ) with
                {
                    OneOf = [_options, ["rows", "rowsFrom"]],
                },
                ["integer"] = Numeric("integer", "A whole number."),
                ["decimal"] = Numeric("decimal", "A number with decimals, 2 unless said.", _decimals),
                ["percentage"] = Numeric("percentage", "A percentage, 0 to 100 and without decimals unless said.", _decimals),
                ["amount"] = Numeric("amount", "An amount of money, in euro and with 2 decimals unless said.", _decimals),
                ["sumGroup"] = Answered(
                    "sumGroup",
                    "Parts that add up to a total.",
                    Rows("items", "item", "The parts; each is the variable question.item."),
                    new("total", new Shape.Rule(), "What they add up to: a number, or an expression over other answers.", true),
                    new("tolerance", new Shape.Number(0, 1_000_000), "How far the sum may be off, included; 0 unless said."),
                    _unit,
                    _decimals,
                    new("allowAllBlank", new Shape.Truth(), "The whole group may be left blank; so it is unless the question is required.")
                ),
                ["date"] = Answered(
                    "date",
                    "A day.",
                    new("from", _day, "The first possible day: 2027-03-01, or an expression such as today."),
                    new("to", _day, "The last possible day.")
                ),
                ["period"] = Answered(
                    "period",
                    "From one day to another.",
                    new("from", _day, "The earliest first day: 2027-03-01, or an expression such as today."),
                    new("to", _day, "The latest last day."),
                    new("minimumDays", new Shape.Whole(1, 36_525), "How long at least; both ends count."),
                    new("maximumDays", new Shape.Whole(1, 36_525), "How long at most.")
                ),
                ["codeSearch"] = Answered(
                    "codeSearch",
                    "One code of a large classification, found by typing words or numbers.",
                    new("classification", new Shape.Words(), "The name of the classification.", true),
                    new(
                        "levels",
                        new Shape.Many(new Shape.Whole(1, 20), 1),
                        "Levels of the tree that can be chosen from, 1 is the top; all unless said."
                    ),
                    new(
                        "describe",
                        new Shape.Truth(),
                        "Whoever finds nothing that fits describes it (code other, words in question.other), for the office to code."
                    )
                ),
                ["roster"] = Answered(
                    "roster",
                    "The same questions for each of the things that a company lists.",
                    new("minimum", new Shape.Whole(0, 100), "Items to list at least, where answered."),
                    new("maximum", new Shape.Whole(1, 100), "Items to list at most; 100 unless said."),
                    new("item", ShapeWords.Text, "How an item is called; may pipe in answers of the item.", true),
                    new(
                        "questions",
                        new Shape.Many(Listed, 1),
                        "What is asked for each item; some of the questions may stand in groups, at most three deep.",
                        true
                    ),
                    new("computed", new Shape.Many(QuestionnaireShape.Computed()), "Values computed within each item.")
                ),
                ["text"] = Answered(
                    "text",
                    "Words.",
                    new("minimumLength", new Shape.Whole(1, 10_000), "In characters, where answered."),
                    new("maximumLength", new Shape.Whole(1, 10_000), "In characters; 1000 unless said."),
                    new("pattern", new Shape.Words(), "A regular expression that the whole text must match."),
                    new("patternMessage", ShapeWords.Text, "What a company is told whose text does not match; needed with a pattern.")
                ),
                ["email"] = Answered("email", "An email address."),
                ["phone"] = Answered("phone", "A telephone number."),
                ["postalCode"] = Answered("postalCode", "A German postal code, five digits."),
                ["note"] = Of("note", "Text only: nothing to answer."),
            }
        );

    private static Shape.Mapping Choice(string type, string note, params Field[] fields)
    {
        var options = new Field("options", new Shape.Many(OptionShape.Root, 1), "The options, written out.");
        var from = new Field(
            "optionsFrom",
            new Shape.Words(ShapeWords.Name),
            "A multiple choice before this question: what is ticked there is offered here."
        );
        return Answered(type, note, [_codelist, options, from, .. fields]) with { OneOf = [_options] };
    }

    private static Shape.Mapping Numeric(string type, string note, params Field[] fields) =>
        Answered(
            type,
            note,
            [
                _unit,
                .. fields,
                new("min", new Shape.Rule(), "The least possible: a number, or an expression over other answers."),
                new("max", new Shape.Rule(), "The most possible."),
            ]
        );

    private static Field Rows(string key, string name, string note) =>
        new(
            key,
            new Shape.Many(
                new Shape.Mapping(
                    name,
                    "A part of a question.",
                    [
                        new("id", new Shape.Words(ShapeWords.Name), "Letters, digits and _.", true),
                        .. ShapeWords.Languages,
                        new("when", new Shape.Rule(), "Asked when this is true; unknown hides it."),
                    ]
                ),
                1
            ),
            note,
            true
        );

    private static Shape.Mapping Answered(string type, string note, params Field[] fields) =>
        Of(
            type,
            note,
            [
                new("missing", new Shape.Many(new Shape.Choice(ShapeWords.Reasons)), "The reasons for not answering that are offered."),
                new("required", new Shape.Truth(), "A submission needs an answer or one of the reasons offered."),
                new(
                    "prefill",
                    new Shape.Choice([.. Enum.GetValues<FrameField>().Select(Prefill.KeyOf)]),
                    "What the frame knows: the draft begins with it."
                ),
                .. fields,
            ]
        );

    private static Shape.Mapping Of(string type, string note, params Field[] fields) =>
        new(
            $"{type}Question",
            note,
            [
                new("id", new Shape.Words(ShapeWords.Name), "A letter, then letters, digits or _, at most 64.", true),
                new("type", new Shape.Choice([type]), "What can be answered.", true),
                new("text", ShapeWords.Text, "The question itself.", true),
                new("help", ShapeWords.Text, "Stands below the question."),
                new("when", new Shape.Rule(), "Asked when this is true; unknown hides."),
                new("checks", CheckShape.List, "Rules that are looked at where the question is asked."),
                .. fields,
            ]
        );
}
