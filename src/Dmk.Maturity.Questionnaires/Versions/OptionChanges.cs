using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Changes of the options of a choice, and of the rows of a grid or the items of a sum group.</summary>
internal static class OptionChanges
{
    public static IEnumerable<Change> Of(string where, IReadOnlyList<Option> before, IReadOnlyList<Option> after)
    {
        var matched = Matched<Option>.Of(before, after, option => option.Code);
        foreach (var option in matched.Removed)
        {
            yield return new(Where(where, option), ChangeKind.OptionRemoved, $"The option '{option.Code}' ({option.Label.De}) is gone.");
        }

        foreach (var option in matched.Added)
        {
            yield return new(Where(where, option), ChangeKind.OptionAdded, $"The option '{option.Code}' ({option.Label.De}) is new.");
        }

        if (matched.Reordered || matched.Kept.Any(pair => pair.Before.Last != pair.After.Last))
        {
            yield return new($"{where}/options", ChangeKind.Reordered, "The options stand in another order.");
        }

        foreach (var (old, option) in matched.Kept)
        {
            if (old.Exclusive != option.Exclusive)
            {
                yield return new(
                    $"{Where(where, option)}/exclusive",
                    ChangeKind.ExclusiveChanged,
                    $"The option '{option.Code}' {(option.Exclusive ? "excludes all others now" : "excludes no others any more")}."
                );
            }

            if (old.Specify != option.Specify)
            {
                yield return new(
                    $"{Where(where, option)}/specify",
                    SpecifyKind(old, option),
                    $"The option '{option.Code}' {SpecifyWords(option)}."
                );
            }
        }

        foreach (
            var change in TextChanges.OfLabels(
                option => Where(where, option),
                option => option.Code,
                option => option.Label,
                before,
                matched
            )
        )
        {
            yield return change;
        }
    }

    /// <param name="list">As in the file: options or rows.</param>
    public static IEnumerable<Change> OfShuffle(string where, string list, bool before, bool after)
    {
        if (before != after)
        {
            yield return new(
                $"{where}/{list}",
                ChangeKind.Reordered,
                $"The {list} stand in {(after ? "an order drawn for each response" : "a fixed order")} now."
            );
        }
    }

    /// <param name="list">As in the file: rows or items.</param>
    public static IEnumerable<Change> Of(string where, string list, IReadOnlyList<Row> before, IReadOnlyList<Row> after, ChangeKind added)
    {
        var matched = Matched<Row>.Of(before, after, row => row.Id);
        foreach (var row in matched.Removed)
        {
            yield return new(Where(where, list, row), ChangeKind.RowRemoved, $"'{row.Id}' ({row.Label.De}) is gone.");
        }

        foreach (var row in matched.Added)
        {
            yield return new(Where(where, list, row), added, $"'{row.Id}' ({row.Label.De}) is new.");
        }

        if (matched.Reordered)
        {
            yield return new($"{where}/{list}", ChangeKind.Reordered, $"The {list} stand in another order.");
        }

        foreach (var change in TextChanges.OfLabels(row => Where(where, list, row), row => row.Id, row => row.Label, before, matched))
        {
            yield return change;
        }
    }

    private static ChangeKind SpecifyKind(Option before, Option after) =>
        after.Specify switch
        {
            Specification.None => ChangeKind.SpecifyRemoved,
            Specification.Optional => before.AsksToSpecify ? ChangeKind.SpecifyEased : ChangeKind.SpecifyAdded,
            Specification.Required => ChangeKind.SpecifyRequired,
            _ => throw new UnreachableException(after.Specify.ToString()),
        };

    private static string SpecifyWords(Option option) =>
        option.Specify switch
        {
            Specification.None => "does not ask to specify any more",
            Specification.Optional => "asks to specify now, and can go without words",
            Specification.Required => "cannot be chosen without words any more",
            _ => throw new UnreachableException(option.Specify.ToString()),
        };

    private static string Where(string question, Option option) => $"{question}/options.{option.Code}";

    private static string Where(string question, string list, Row row) => $"{question}/{list}.{row.Id}";
}
