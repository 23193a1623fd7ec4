namespace Dmk.Maturity.Questionnaires;

/// <summary>Looks at conditions for being asked: those that never or always hold, and parts of them that never do.</summary>
/// <remarks>It only reads what it is given, and its problems are its own, so that other rules can look at the same file at the same
/// time.</remarks>
internal sealed class ConditionRules(Questionnaire questionnaire, DefinitionPlaces places, FormulaReader formulas, Worlds worlds)
{
    private readonly List<Problem> _problems = [];
    private readonly HashSet<Expression> _never = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Expression> _seen = new(ReferenceEqualityComparer.Instance);

    /// <summary>In the order of the sections.</summary>
    public IReadOnlyList<Problem> Problems()
    {
        foreach (var section in questionnaire.Sections)
        {
            Look(section.When, [], places.Of(section), "unreachable-section", $"section '{section.Id}'");
            foreach (var question in section.Questions)
            {
                foreach (var group in question.Groups)
                {
                    var around = group.Outer?.Path.Select(outer => outer.When) ?? [];
                    Look(group.When, [section.When, .. around], places.Of(group), "unreachable-group", $"group '{group.Id}'");
                }

                Look(
                    question.When,
                    [section.When, .. question.GroupConditions],
                    places.Of(question),
                    "unreachable-question",
                    $"question '{question.Id}'"
                );
            }
        }

        return _problems;
    }

    /// <param name="around">Conditions that hold already where this one is looked at.</param>
    private void Look(Expression? when, IReadOnlyList<Expression?> around, YamlMapping yaml, string code, string what)
    {
        if (when is null || !_seen.Add(when) || around.OfType<Expression>().Any(_never.Contains))
        {
            return;
        }

        var node = (YamlScalar)DefinitionPlaces.Child(yaml, "when")!;
        var formula = formulas.Of(when);
        var outer = around.Select(formulas.Of).ToList();
        var parts = formulas.Alternatives(when.Node);
        var (never, always, idle) = (true, true, new IdleParts(parts));
        var isKnown = worlds.Show(
            [formula, .. outer, .. parts.Select(part => part.Formula)],
            world =>
            {
                if (world.Holds(outer))
                {
                    var holds = formula.In(world) == true;
                    (never, always) = (never && !holds, always && holds);
                    idle.See(world);
                }

                return !never && !always && idle.Left.Count == 0;
            }
        );
        if (isKnown)
        {
            Report(when, node, code, what, never, always, idle.Left);
        }
    }

    private void Report(Expression when, YamlScalar node, string code, string what, bool never, bool always, IReadOnlyList<Part> idle)
    {
        if (never)
        {
            _never.Add(when);
            Add(
                node.Place,
                code,
                $"Nobody is ever asked the {what}: no answers make this condition true. Mend it, or remove the {what.Split(' ')[0]}.",
                Severity.Error
            );
        }
        else if (always)
        {
            Add(
                node.Place,
                "condition-always-true",
                $"This is always true where the {what} can be asked at all. Remove 'when', or mend it.",
                Severity.Warning
            );
        }
        else
        {
            foreach (var (_, at, words) in idle)
            {
                Add(
                    node.PlaceAt(at),
                    "part-never-true",
                    $"No answers make {words} true here. Mend this part, or remove it.",
                    Severity.Warning
                );
            }
        }
    }

    private void Add(FilePosition place, string code, string message, Severity severity) =>
        _problems.Add(new(place, code, message, severity));
}
