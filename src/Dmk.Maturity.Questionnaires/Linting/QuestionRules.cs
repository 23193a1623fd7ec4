using System.Diagnostics;
using System.Globalization;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Looks at each question for answers that nobody can give.</summary>
internal static class QuestionRules
{
    public static void Check(Questionnaire questionnaire, DefinitionPlaces places, ExpandedExpressions expanded)
    {
        var computed = questionnaire.Computed.ToDictionary(one => one.Id, StringComparer.Ordinal);
        var prefilled = new Dictionary<FrameField, string>();
        foreach (
            var question in questionnaire
                .Sections.SelectMany(section => section.Questions)
                .SelectMany(question => question is Question.Roster roster ? roster.Questions.Prepend(question) : [question])
        )
        {
            var yaml = places.Of(question);
            WayOut(question, yaml);
            SizeRules.Check(question, yaml);
            BoundRules.Check(question, computed, yaml);
            EmptyBounds.Check(question, questionnaire, yaml, expanded);
            Shuffled(question, yaml);
            switch (question)
            {
                case Question.Multiple multiple:
                    Ticks(multiple, yaml);
                    break;
                case Question.SumGroup group:
                    Total(group, questionnaire, yaml);
                    Tolerance(group, questionnaire, yaml, expanded);
                    break;
                case Question.Grid { Several: true } grid:
                    Exclusive(grid, yaml);
                    break;
                case Question.Roster roster:
                    Asked(roster, yaml);
                    break;
                case Question.Single
                or Question.Grid
                or Question.CodeSearch
                or Question.Numeric
                or Question.FreeText
                or Question.Date
                or Question.Period
                or Question.Note:
                    break;
                default:
                    throw new UnreachableException(question.GetType().Name);
            }

            if (question.Prefill is { } field && !prefilled.TryAdd(field, question.Id))
            {
                DefinitionPlaces
                    .At(yaml, "prefill")
                    .Report(
                        "duplicate-prefill",
                        $"'{prefilled[field]}' begins with the same that the frame knows. Ask it once.",
                        Severity.Warning
                    );
            }
        }
    }

    /// <summary>Everybody can choose an option; not everybody knows a number, a day or words.</summary>
    private static void WayOut(Question question, YamlMapping yaml)
    {
        if (
            question
            is { Required: true, Missing.Count: 0 }
                and (Question.Numeric or Question.SumGroup or Question.Date or Question.Period or Question.FreeText or Question.CodeSearch)
        )
        {
            DefinitionPlaces
                .At(yaml, "required")
                .Report(
                    "no-way-out",
                    $"Who cannot answer '{question.Id}' cannot submit. Offer a "
                        + "reason, as in missing: [dontKnow, refused], or do not require it.",
                    Severity.Warning
                );
        }
    }

    private static void Shuffled(Question question, YamlMapping yaml)
    {
        if (question.OptionsAreShuffled && question.Choices.Count(option => !option.KeepsItsPlace) < 2)
        {
            DefinitionPlaces
                .At(yaml, "order")
                .Report(
                    "nothing-to-shuffle",
                    "At most one option may move, so the order is always the same. Remove 'order', or let more options move.",
                    Severity.Warning
                );
        }

        if (question.RowsAreShuffled && question.Parts.Count < 2)
        {
            DefinitionPlaces
                .At(yaml, "rowOrder")
                .Report("nothing-to-shuffle", "There is one row, so the order is always the same. Remove 'rowOrder'.", Severity.Warning);
        }
    }

    private static void Ticks(Question.Multiple question, YamlMapping yaml)
    {
        var free = question.Options.Count(option => !option.Exclusive);
        if (free == 0)
        {
            Exclusive(question, yaml);
        }
        else if (question.Minimum > free)
        {
            DefinitionPlaces
                .At(yaml, "minimum")
                .Report(
                    "unreachable-minimum",
                    $"At least {question.Minimum} must be ticked, but only {free} can be ticked together. Write {free} or less."
                );
        }
    }

    /// <summary>Where each option rules out all others, one is chosen and never several.</summary>
    private static void Exclusive(Question question, YamlMapping yaml)
    {
        if (question.Choices.All(option => option.Exclusive))
        {
            var single = question is Question.Grid ? "Leave 'each' out" : "Take type: single";
            DefinitionPlaces
                .At(yaml, question is Question.Grid ? "each" : "type")
                .Report(
                    "exclusive-all",
                    $"Each option of '{question.Id}' rules out all others, so one is chosen. {single}, or remove 'exclusive' from those "
                        + "that can be true together.",
                    Severity.Warning
                );
        }
    }

    private static void Asked(Question.Roster roster, YamlMapping yaml)
    {
        if (roster.Questions.All(question => question is Question.Note))
        {
            DefinitionPlaces
                .At(yaml, "questions")
                .Report("nothing-to-answer", $"'{roster.Id}' has notes only: nothing is answered of an item. Ask at least one question.");
        }
    }

    /// <summary>A tolerance as large as what the parts add up to lets nothing at all pass for it.</summary>
    private static void Tolerance(Question.SumGroup group, Questionnaire questionnaire, YamlMapping yaml, ExpandedExpressions expanded)
    {
        if (
            group.Tolerance > 0
            && expanded.Of(group.Total.Node) is { } total
            && (group.Total.Constant ?? RangeReader.Of(total, questionnaire).Most) is { } most
            && most <= group.Tolerance
        )
        {
            DefinitionPlaces
                .At(yaml, "tolerance")
                .Report(
                    "wide-tolerance",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"The parts add up to {most}{(group.Total.Constant is null ? " or less" : "")}, give or take {group.Tolerance}: "
                            + $"no parts at all would do. Write a tolerance below {most}."
                    )
                );
        }
    }

    private static void Total(Question.SumGroup group, Questionnaire questionnaire, YamlMapping yaml)
    {
        var node = DefinitionPlaces.At(yaml, "total");
        var step = new decimal(1, 0, 0, false, (byte)group.Decimals);
        if (group.Total.Constant is { } total)
        {
            var nearest = Math.Round(total / step, MidpointRounding.AwayFromZero) * step;
            if (total + group.Tolerance < 0 || Math.Abs(nearest - total) > group.Tolerance)
            {
                node.Report(
                    "unreachable-total",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"Parts of 0 or more with {group.Decimals} "
                            + $"digits after the point never add up to {total}. Mend 'total', 'decimals' or 'tolerance'."
                    )
                );
            }
        }
        else if (group.Total.Node is ExpressionNode.Name name && questionnaire.Question(name.Id) is Question.Numeric other)
        {
            if (other.Decimals > group.Decimals && group.Tolerance < step / 2)
            {
                node.Report(
                    "unreachable-total",
                    $"'{other.Id}' has {other.Decimals} digits after the point, the parts have "
                        + $"{group.Decimals}: often they cannot add up to it. Give both the same 'decimals', or allow a 'tolerance'."
                );
            }

            if (group.Unit is not null && other.Unit is not null && group.Unit != other.Unit)
            {
                DefinitionPlaces
                    .At(yaml, "unit")
                    .Report(
                        "mixed-units",
                        $"The parts are in {group.Unit.En}, but add up to '{other.Id}' in {other.Unit.En}. Use one unit for both."
                    );
            }
        }
    }
}
