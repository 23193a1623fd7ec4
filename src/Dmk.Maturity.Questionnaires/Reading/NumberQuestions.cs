namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads questions for numbers: a single one, and parts that add up to a total.</summary>
/// <param name="keys">That were read already.</param>
internal sealed class NumberQuestions(YamlMapping yaml, QuestionKeys keys, CodeLists codeLists, TextPlaces texts)
{
    public QuestionDraft Numeric(NumberKind kind, Text? unit, string? least, string? most)
    {
        unit = Units.Read(yaml.Optional("unit")) ?? unit;
        var decimals =
            kind == NumberKind.Integer ? 0 : yaml.Optional("decimals")?.AsInteger(0, 6) ?? (kind == NumberKind.Percentage ? 0 : 2);
        var (minimum, maximum) = (yaml.Optional("min")?.AsScalar(), yaml.Optional("max")?.AsScalar());
        return keys.Draft(
            ExpressionKind.Number,
            [],
            [],
            read =>
            {
                var (min, max) = (
                    minimum is null ? read.Constant(least) : read.Number(minimum),
                    maximum is null ? read.Constant(most) : read.Number(maximum)
                );
                Bounded(min, minimum);
                Bounded(max, maximum);
                if (min?.Constant > max?.Constant)
                {
                    (maximum ?? minimum!).Report("out-of-range", "The minimum is above the maximum: no answer is possible.");
                }

                return keys.Complete(new Question.Numeric(kind, unit, decimals, min, max) { Id = keys.Id, Text = keys.Text });
            }
        );
    }

    public QuestionDraft SumGroup()
    {
        var items = RowReader.Read(yaml.Required("items"), "items", texts, codeLists.Conditions);
        var total = yaml.Required("total")?.AsScalar();
        var tolerance = yaml.Optional("tolerance")?.AsDecimal(0, 1_000_000) ?? 0;
        var unit = Units.Read(yaml.Optional("unit"));
        var decimals = yaml.Optional("decimals")?.AsInteger(0, 6) ?? 0;
        var allowAllBlank = yaml.Optional("allowAllBlank")?.AsTruth() ?? !keys.IsRequired;
        return keys.Draft(
            ExpressionKind.Number,
            [],
            items,
            read =>
            {
                var sum = read.Number(total);
                Bounded(sum, total);
                return keys.Complete(
                    new Question.SumGroup(items, sum!, tolerance, unit, decimals, allowAllBlank) { Id = keys.Id, Text = keys.Text }
                );
            }
        );
    }

    /// <summary>Reports a total, minimum or maximum that no answer can have.</summary>
    private static void Bounded(Expression? bound, YamlScalar? node)
    {
        if (
            node is not null
            && bound is { Slots.Count: 0 }
            && !(bound.Constant is { } constant ? NumberBound.Holds(constant) : ExpressionSense.DividesByZero(bound.Node))
        )
        {
            node.Report(
                "unanswerable-number",
                $"No answer has more than {NumberBound.MostDigits} digits, so none reaches this. Write a number of fewer digits."
            );
        }
    }
}
