using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Looks at bounds, those of days among them: between which no number lies, which read the answer that they bound, which are
/// forgotten.</summary>
internal static class BoundRules
{
    /// <summary>Units of what is counted or passes, so never below zero.</summary>
    private static readonly HashSet<Text> _counted = [.. Units.Counted];

    public static void Check(Question question, IReadOnlyDictionary<string, Computed> computed, YamlMapping yaml)
    {
        switch (question)
        {
            case Question.Numeric numeric:
                Between(numeric, yaml);
                Itself(numeric.Id, numeric.Min, computed, yaml, "min");
                Itself(numeric.Id, numeric.Max, computed, yaml, "max");
                Forgotten(numeric, yaml);
                break;
            case Question.SumGroup group:
                Itself(group.Id, group.Total, computed, yaml, "total");
                Blank(group, yaml);
                break;
            case Question.Date date:
                Itself(date.Id, date.From, computed, yaml, "from");
                Itself(date.Id, date.To, computed, yaml, "to");
                break;
            case Question.Period period:
                Itself(period.Id, period.From, computed, yaml, "from");
                Itself(period.Id, period.To, computed, yaml, "to");
                break;
            case Question.Single
            or Question.Multiple
            or Question.Grid
            or Question.CodeSearch
            or Question.FreeText
            or Question.Roster
            or Question.Note:
                break;
            default:
                throw new UnreachableException(question.GetType().Name);
        }
    }

    private static void Between(Question.Numeric question, YamlMapping yaml)
    {
        var step = new decimal(1, 0, 0, false, (byte)question.Decimals);
        if (
            question is { Min.Constant: { } min, Max.Constant: { } max }
            && Math.Abs(min) < NumberBound.Beyond
            && Math.Abs(max) < NumberBound.Beyond
            && min <= max
            && Math.Ceiling(min / step) * step > max
        )
        {
            var what = question.Decimals == 0 ? "whole number" : $"number with {question.Decimals} digits after the point";
            DefinitionPlaces
                .At(yaml, "max")
                .Report(
                    "no-number-between",
                    $"No {what} lies between the minimum and the maximum: no answer is possible. Mend one of them."
                );
        }
    }

    private static void Itself(string id, Expression? bound, IReadOnlyDictionary<string, Computed> computed, YamlMapping yaml, string key)
    {
        if (bound is null || bound.Reads.Count == 0)
        {
            return;
        }

        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<string>(bound.Reads));
        while (open.TryPop(out var read))
        {
            if (read == id || read.StartsWith(id + ".", StringComparison.Ordinal))
            {
                DefinitionPlaces
                    .At(yaml, key)
                    .Report(
                        "bound-reads-itself",
                        $"'{key}' of '{id}' reads the answer that it bounds. Write {(key is "from" or "to" ? "a day" : "a number")}, "
                            + "or read another question."
                    );
                return;
            }

            if (seen.Add(read) && computed.TryGetValue(read, out var value))
            {
                foreach (var behind in value.Value.Reads)
                {
                    open.Push(behind);
                }
            }
        }
    }

    private static void Forgotten(Question.Numeric question, YamlMapping yaml)
    {
        if (question.Min is null && question.Unit is { } unit && _counted.Contains(unit))
        {
            DefinitionPlaces
                .At(yaml, "unit")
                .Report(
                    "no-minimum",
                    $"There are never fewer than 0 {unit.En}, but '{question.Id}' takes any number below. Write min: 0.",
                    Severity.Warning
                );
        }
    }

    private static void Blank(Question.SumGroup group, YamlMapping yaml)
    {
        if (group is { Required: true, AllowAllBlank: true })
        {
            DefinitionPlaces
                .At(yaml, "allowAllBlank")
                .Report(
                    "contradictory-keys",
                    $"'{group.Id}' is required and may be left blank as a whole. Remove 'required' or 'allowAllBlank'."
                );
        }
    }
}
