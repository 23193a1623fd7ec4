using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Looks at checks: those that never fire, and those that nobody can satisfy.</summary>
internal sealed class CheckRules(Questionnaire questionnaire, DefinitionPlaces places, FormulaReader formulas, Worlds worlds)
{
    public void Check()
    {
        foreach (var check in questionnaire.Checks.Where(check => !IsOfItems(check)))
        {
            var node = (YamlScalar)DefinitionPlaces.Child(places.Of(check), "must")!;
            Look(check, node);
            if (
                check.Scope is CheckScope.AtQuestion scope
                && !check.Must.Reads.Any(id => id == scope.Question || id.StartsWith($"{scope.Question}.", StringComparison.Ordinal))
                && !ReadsComputed(check)
            )
            {
                node.Report(
                    "check-beside-question",
                    $"This check stands at '{scope.Question}' but does not read it. Move it to a "
                        + "question that it reads, or to the section.",
                    Severity.Warning
                );
            }
        }

        LookTogether();
    }

    /// <summary>Hard checks that can be satisfied one by one and not two at a time.</summary>
    private void LookTogether()
    {
        Check[] hard = [.. questionnaire.Checks.Where(check => check.Level == CheckLevel.Hard && !IsOfItems(check))];
        foreach (var (place, later) in hard.Index())
        {
            if (hard.Take(place).FirstOrDefault(earlier => ExcludeEachOther(earlier, later)) is { } other)
            {
                DefinitionPlaces
                    .At(places.Of(later), "must")
                    .Report(
                        "checks-never-hold-together",
                        $"No answers satisfy both '{later.Id}' and '{other.Id}': whoever answers what they read fails one of them. Mend "
                            + "what must hold."
                    );
            }
        }
    }

    /// <summary>Whether both say something in some world, and in none both hold. Each by itself holds in one.</summary>
    private bool ExcludeEachOther(Check one, Check other)
    {
        if (!one.Must.Reads.Intersect(other.Must.Reads).Any())
        {
            return false;
        }

        var (first, second) = (formulas.Of(one.Must), formulas.Of(other.Must));
        Formula[] around = [.. Around(one.Scope), .. Around(other.Scope)];
        if (worlds.Of([first, second, .. around]) is not { } all)
        {
            return false;
        }

        var (meets, oneHolds, otherHolds) = (false, false, false);
        foreach (var world in all.Where(world => around.All(part => part.In(world) == true)))
        {
            var (left, right) = (first.In(world), second.In(world));
            if (left == true && right == true)
            {
                return false;
            }

            (meets, oneHolds, otherHolds) = (
                meets || (left is not null && right is not null),
                oneHolds || left == true,
                otherHolds || right == true
            );
        }

        return meets && oneHolds && otherHolds;
    }

    private void Look(Check check, YamlScalar node)
    {
        var must = formulas.Of(check.Must);
        var parts = formulas.Alternatives(check.Must.Node).ToList();
        var around = Around(check.Scope);
        if (worlds.Of([must, .. around, .. parts.Select(part => part.Formula)]) is not { } all)
        {
            return;
        }

        var (fires, holds, fails, idle) = (false, false, false, parts.ToHashSet());
        foreach (var world in all.Where(world => around.All(one => one.In(world) == true)))
        {
            var truth = must.In(world);
            (fires, holds, fails) = (
                fires || truth == false || (truth is null && check.UnknownFails),
                holds || truth == true,
                fails || truth == false
            );
            idle.RemoveWhere(part => part.Formula.In(world) == true);
            if (fires && holds && idle.Count == 0)
            {
                return;
            }
        }

        if (!fires)
        {
            node.Report(
                "check-never-fires",
                $"No answers make the check '{check.Id}' fire. Mend what must hold, or remove the check.",
                Severity.Warning
            );
        }
        else if (!holds && fails)
        {
            node.Report(
                "check-never-holds",
                $"No answers satisfy the check '{check.Id}': whoever answers what it reads fails it. Mend what must hold."
            );
        }
        else
        {
            foreach (var (_, at, words) in parts.Where(idle.Contains))
            {
                node.ReportAt(at, "part-never-true", $"No answers make {words} true here. Mend this part, or remove it.", Severity.Warning);
            }
        }
    }

    /// <summary>What holds where the check is looked at.</summary>
    private IReadOnlyList<Formula> Around(CheckScope scope)
    {
        switch (scope)
        {
            case CheckScope.InSection(var id):
                return [formulas.Of(questionnaire.Sections.First(section => section.Id == id).When)];
            case CheckScope.InGroup(var id):
                var holder = questionnaire.Sections.First(section => section.Groups.Any(group => group.Id == id));
                return [formulas.Of(holder.When), formulas.Of(holder.Groups.First(group => group.Id == id).When)];
            case CheckScope.AtQuestion(var id):
                return worlds.PathTo(
                    questionnaire.Question(id)!,
                    questionnaire.Sections.First(section => section.Questions.Any(question => question.Id == id))
                );
            case CheckScope.Whole or CheckScope.EachItem:
                return [];
            default:
                throw new UnreachableException(scope.GetType().Name);
        }
    }

    /// <summary>Rules over the items of a roster read answers that are not variables of the questionnaire.</summary>
    private bool IsOfItems(Check check) =>
        check.Scope is CheckScope.EachItem
        || (check.Scope is CheckScope.AtQuestion(var id) && questionnaire.Question(id) is null or Question.Roster);

    private bool ReadsComputed(Check check) => questionnaire.Computed.Any(computed => check.Must.Reads.Contains(computed.Id));
}
