using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Looks at checks: those that never fire, and those that nobody can satisfy.</summary>
internal sealed class CheckRules(Questionnaire questionnaire, DefinitionPlaces places, FormulaReader formulas, Worlds worlds)
{
    /// <summary>Pairs of hard checks that are held against each other in one file.</summary>
    private const int MostPairs = 2_000;

    private readonly Dictionary<string, Section> _sections = questionnaire.Sections.ToDictionary(one => one.Id, StringComparer.Ordinal);
    private readonly Dictionary<string, Section> _sectionOf = questionnaire
        .Sections.SelectMany(section => section.Questions.Select(question => (question.Id, section)))
        .ToDictionary(one => one.Id, one => one.section, StringComparer.Ordinal);
    private readonly Dictionary<string, (Section Section, Group Group)> _groups = questionnaire
        .Sections.SelectMany(section => section.Groups.Select(group => (section, group)))
        .ToDictionary(one => one.group.Id, StringComparer.Ordinal);
    private readonly HashSet<string> _computed = [.. questionnaire.Computed.Select(computed => computed.Id)];

    public void Check()
    {
        foreach (var check in questionnaire.Checks.Where(check => !IsOfItems(check)))
        {
            var node = (YamlScalar)DefinitionPlaces.Child(places.Of(check), "must")!;
            Look(check, node);
            Forbidden(check, node);
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

    /// <summary>A hard check that fails where nothing is known, over a question that may be left without an answer.</summary>
    private void Forbidden(Check check, YamlScalar node)
    {
        if (
            check is { Level: CheckLevel.Hard, UnknownFails: true }
            && check.Must.Reads.Select(questionnaire.Variable).FirstOrDefault(one => one?.Question is { } asked && MayBeMissing(asked))
                is { } variable
            && worlds.IsUnknownWithoutAnswers(check.Must)
        )
        {
            var what =
                variable.Question.Missing.Count > 0
                    ? "offers a reason for not answering, but who gives it fails this check and cannot submit. Offer no reason"
                    : "is not required, but who leaves it blank fails this check and cannot submit. Require it";
            node.Report("reason-forbidden", $"'{variable.Id}' {what}, or write unknown: pass.", Severity.Warning);
        }
    }

    private static bool MayBeMissing(Question question) => !question.Required || question.Missing.Count > 0;

    /// <summary>Hard checks that can be satisfied one by one and not two at a time.</summary>
    private void LookTogether()
    {
        var left = MostPairs;
        var readers = new Dictionary<string, List<Check>>(StringComparer.Ordinal);
        foreach (var later in questionnaire.Checks.Where(check => check.Level == CheckLevel.Hard && !IsOfItems(check)))
        {
            var earlier = later.Must.Reads.SelectMany(id => readers.GetValueOrDefault(id) ?? []).Take(left).Distinct().ToList();
            left -= earlier.Count;
            if (earlier.Find(one => ExcludeEachOther(one, later)) is { } other)
            {
                DefinitionPlaces
                    .At(places.Of(later), "must")
                    .Report(
                        "checks-never-hold-together",
                        $"No answers satisfy both '{later.Id}' and '{other.Id}': whoever answers what they read fails one of them. Mend "
                            + "what must hold."
                    );
            }

            foreach (var id in later.Must.Reads)
            {
                (readers.TryGetValue(id, out var known) ? known : readers[id] = []).Add(later);
            }
        }
    }

    /// <summary>Whether both say something in some world, and in none both hold. Each by itself holds in one.</summary>
    private bool ExcludeEachOther(Check one, Check other)
    {
        var (first, second) = (formulas.Of(one.Must), formulas.Of(other.Must));
        Formula[] around = [.. Around(one.Scope), .. Around(other.Scope)];
        var (meets, oneHolds, otherHolds, together) = (false, false, false, false);
        var isKnown = worlds.Show(
            [first, second, .. around],
            world =>
            {
                if (world.Holds(around))
                {
                    var (left, right) = (first.In(world), second.In(world));
                    together |= left == true && right == true;
                    meets |= left is not null && right is not null;
                    oneHolds |= left == true;
                    otherHolds |= right == true;
                }

                return together;
            }
        );
        return isKnown && !together && meets && oneHolds && otherHolds;
    }

    private void Look(Check check, YamlScalar node)
    {
        var must = formulas.Of(check.Must);
        var parts = formulas.Alternatives(check.Must.Node);
        var around = Around(check.Scope);
        var (fires, holds, fails, idle) = (false, false, false, new IdleParts(parts));
        var isKnown = worlds.Show(
            [must, .. around, .. parts.Select(part => part.Formula)],
            world =>
            {
                if (world.Holds(around))
                {
                    var truth = must.In(world);
                    fires |= truth == false || (truth is null && check.UnknownFails);
                    holds |= truth == true;
                    fails |= truth == false;
                    idle.See(world);
                }

                return fires && holds && idle.Left.Count == 0;
            }
        );
        if (isKnown)
        {
            Report(check, node, fires, !holds && fails, idle.Left);
        }
    }

    private static void Report(Check check, YamlScalar node, bool fires, bool neverHolds, IReadOnlyList<Part> idle)
    {
        if (!fires)
        {
            node.Report(
                "check-never-fires",
                $"No answers make the check '{check.Id}' fire. Mend what must hold, or remove the check.",
                Severity.Warning
            );
        }
        else if (neverHolds)
        {
            node.Report(
                "check-never-holds",
                $"No answers satisfy the check '{check.Id}': whoever answers what it reads fails it. Mend what must hold."
            );
        }
        else
        {
            foreach (var (_, at, words) in idle)
            {
                node.ReportAt(at, "part-never-true", $"No answers make {words} true here. Mend this part, or remove it.", Severity.Warning);
            }
        }
    }

    /// <summary>What holds where the check is looked at.</summary>
    private IReadOnlyList<Formula> Around(CheckScope scope) =>
        scope switch
        {
            CheckScope.InSection(var id) => [formulas.Of(_sections[id].When)],
            CheckScope.InGroup(var id) =>
            [
                formulas.Of(_groups[id].Section.When),
                .. _groups[id].Group.Path.Select(group => formulas.Of(group.When)),
            ],
            CheckScope.AtQuestion(var id) => worlds.PathTo(questionnaire.Question(id)!, _sectionOf[id]),
            CheckScope.Whole or CheckScope.EachItem => [],
            _ => throw new UnreachableException(scope.GetType().Name),
        };

    /// <summary>Rules over the items of a roster read answers that are not variables of the questionnaire.</summary>
    private bool IsOfItems(Check check) =>
        check.Scope is CheckScope.EachItem
        || (check.Scope is CheckScope.AtQuestion(var id) && questionnaire.Question(id) is null or Question.Roster);

    private bool ReadsComputed(Check check) => check.Must.Reads.Any(_computed.Contains);
}
