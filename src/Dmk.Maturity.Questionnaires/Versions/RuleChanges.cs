using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Changes of computed values and checks.</summary>
internal static class RuleChanges
{
    public static IEnumerable<Change> Of(IReadOnlyList<Computed> before, IReadOnlyList<Computed> after)
    {
        var matched = Matched<Computed>.Of(before, after, one => one.Id);
        foreach (var one in matched.Removed)
        {
            yield return new($"computed.{one.Id}", ChangeKind.ComputedRemoved, $"The computed value '{one.Id}' is gone.");
        }

        foreach (var one in matched.Added)
        {
            yield return new($"computed.{one.Id}", ChangeKind.ComputedAdded, $"The computed value '{one.Id}' is new: {one.Value}.");
        }

        foreach (var (old, kept) in matched.Kept.Where(pair => LimitChanges.Differ(pair.Before.Value, pair.After.Value)))
        {
            yield return new(
                $"computed.{kept.Id}",
                ChangeKind.ComputedChanged,
                $"The computed value '{kept.Id}' was {old.Value} and is {kept.Value}."
            );
        }
    }

    public static IEnumerable<Change> Of(IReadOnlyList<Check> before, IReadOnlyList<Check> after)
    {
        var matched = Matched<Check>.Of(before, after, check => check.Id);
        foreach (var check in matched.Removed)
        {
            yield return new(
                $"checks.{check.Id}",
                check.Level == CheckLevel.Hard ? ChangeKind.HardCheckLifted : ChangeKind.CheckRemoved,
                $"The {Level(check)} check '{check.Id}' is gone."
            );
        }

        foreach (var check in matched.Added)
        {
            yield return new(
                $"checks.{check.Id}",
                check.Level == CheckLevel.Hard ? ChangeKind.HardCheckAdded : ChangeKind.CheckAdded,
                $"The {Level(check)} check '{check.Id}' is new: {check.Must}."
            );
        }

        if (matched.Reordered)
        {
            yield return new("checks", ChangeKind.CheckChanged, "The checks stand in another order.");
        }

        foreach (var change in matched.Kept.SelectMany(pair => Of(pair.Before, pair.After)))
        {
            yield return change;
        }
    }

    private static IEnumerable<Change> Of(Check before, Check after)
    {
        var where = $"checks.{after.Id}";
        if (before.Level != after.Level)
        {
            yield return new(
                $"{where}/level",
                Kind(before, after),
                $"The level of '{after.Id}' was {Level(before)} and is {Level(after)}."
            );
        }

        if (LimitChanges.Differ(before.Must, after.Must))
        {
            yield return new(
                $"{where}/must",
                after.Level == CheckLevel.Hard ? ChangeKind.HardCheckChanged : ChangeKind.CheckChanged,
                $"What '{after.Id}' demands was {before.Must} and is {after.Must}."
            );
        }

        if (before.UnknownFails != after.UnknownFails)
        {
            var kind =
                after.Level != CheckLevel.Hard ? ChangeKind.CheckChanged
                : after.UnknownFails ? ChangeKind.HardCheckChanged
                : ChangeKind.HardCheckLifted;
            yield return new(
                $"{where}/unknown",
                kind,
                $"Where it is unknown, '{after.Id}' {(after.UnknownFails ? "fails now" : "passes now")}."
            );
        }

        if (before.Explain != after.Explain)
        {
            yield return new($"{where}/explain", ChangeKind.CheckChanged, $"The explanation of '{after.Id}' is {Explanation(after)} now.");
        }

        if (before.Scope != after.Scope)
        {
            yield return new(
                where,
                after.Level == CheckLevel.Hard ? ChangeKind.HardCheckChanged : ChangeKind.CheckChanged,
                $"'{after.Id}' belongs to {Scope(after)} now, no more to {Scope(before)}."
            );
        }

        foreach (var change in TextChanges.Of($"{where}/", "message", before.Message, after.Message))
        {
            yield return change;
        }
    }

    private static ChangeKind Kind(Check before, Check after) =>
        after.Level == CheckLevel.Hard ? ChangeKind.HardCheckAdded
        : before.Level == CheckLevel.Hard ? ChangeKind.HardCheckLifted
        : ChangeKind.CheckChanged;

    private static string Explanation(Check check) =>
        check.Explain switch
        {
            Questionnaires.Explanation.Optional => "optional",
            Questionnaires.Explanation.Required => "required",
            _ => "not asked for",
        };

    private static string Scope(Check check) =>
        check.Scope switch
        {
            CheckScope.InSection scope => $"the section '{scope.Section}'",
            CheckScope.InGroup scope => $"the group '{scope.Group}'",
            CheckScope.AtQuestion scope => $"the question '{scope.Question}'",
            CheckScope.EachItem scope => $"each item of '{scope.Roster}'",
            CheckScope.Whole => "the whole questionnaire",
            _ => throw new UnreachableException(check.Scope.GetType().Name),
        };

    private static string Level(Check check) =>
        check.Level switch
        {
            CheckLevel.Hard => "hard",
            CheckLevel.Soft => "soft",
            _ => "info",
        };
}
