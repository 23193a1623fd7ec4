namespace Dmk.Maturity.Questionnaires;

/// <summary>Lists the ways in which a few answers can be given, each on the path that leads to it.</summary>
/// <remarks>Sound, not complete: what is too involved to follow may have any value, hard checks and bounds from other answers rule
/// nothing out,
/// and where there are too many ways nothing is claimed. So "never" and "always" are facts.</remarks>
internal sealed class Worlds(Questionnaire questionnaire, FormulaReader formulas)
{
    /// <summary>Ways to look at for one condition.</summary>
    private const long Most = 10_000;

    private static readonly bool?[] _truths = [true, false, null];

    /// <summary>What a question, its group and its section ask for.</summary>
    public IReadOnlyList<Formula> PathTo(Question question, Section section) =>
        [formulas.Of(section.When), formulas.Of(question.Group?.When), formulas.Of(question.When)];

    /// <returns>Null when there are too many.</returns>
    public IEnumerable<World>? Of(IReadOnlyList<Formula> about)
    {
        var (variables, points, free) = Behind(about);
        var values = new List<IReadOnlyList<Answer>>();
        var count = free.Aggregate(1L, (product, one) => Math.Min(Most + 1, product * Values(one).Count()));
        foreach (var variable in variables)
        {
            if (PossibleValues.Of(variable, points[variable.Index]) is not { } possible)
            {
                return null;
            }

            values.Add(possible);
            count = Math.Min(Most + 1, count * possible.Count);
        }

        return count > Most ? null : List(variables, values, free);
    }

    /// <summary>All that decides about these formulas: variables, and what decides whether those are asked.</summary>
    private (IReadOnlyList<Variable> Variables, IReadOnlyDictionary<int, HashSet<object>> Points, IReadOnlyList<Formula.Free> Free) Behind(
        IReadOnlyList<Formula> about
    )
    {
        var points = new SortedDictionary<int, HashSet<object>>();
        var free = new SortedDictionary<int, Formula.Free>();
        var open = new Queue<Formula>(about.SelectMany(one => one.Parts));
        while (open.TryDequeue(out var part))
        {
            if (part is Formula.Free one)
            {
                free[one.Index] = one;
            }

            foreach (var point in (part as Formula.Exact)?.Points ?? [])
            {
                if (!points.TryGetValue(point.Slot, out var seen))
                {
                    points[point.Slot] = seen = [];
                    var variable = questionnaire.Variables[point.Slot];
                    foreach (var behind in PathTo(variable.Question, variable.Section).SelectMany(formula => formula.Parts))
                    {
                        open.Enqueue(behind);
                    }
                }

                if (point.Value is { } value)
                {
                    seen.Add(value);
                }
            }
        }

        return ([.. points.Keys.Select(index => questionnaire.Variables[index])], points, [.. free.Values]);
    }

    private IEnumerable<World> List(IReadOnlyList<Variable> variables, List<IReadOnlyList<Answer>> values, IReadOnlyList<Formula.Free> free)
    {
        var world = new World(new Answer[questionnaire.Layout.All], new bool?[formulas.FreeCount]);
        Array.Fill(world.Slots, Answer.Unanswered);
        return Choose(world, free, 0).SelectMany(_ => Answered(world, variables, values, 0));
    }

    private static IEnumerable<World> Choose(World world, IReadOnlyList<Formula.Free> free, int next)
    {
        if (next == free.Count)
        {
            yield return world;
            yield break;
        }

        foreach (var truth in Values(free[next]))
        {
            world.Free[free[next].Index] = truth;
            foreach (var chosen in Choose(world, free, next + 1))
            {
                yield return chosen;
            }
        }
    }

    /// <summary>In the order of the form: whether a question is asked is known when its turn comes.</summary>
    private IEnumerable<World> Answered(World world, IReadOnlyList<Variable> variables, List<IReadOnlyList<Answer>> values, int next)
    {
        if (next == variables.Count)
        {
            yield return world;
            yield break;
        }

        var variable = variables[next];
        var isAsked = PathTo(variable.Question, variable.Section).All(formula => formula.In(world) == true);
        var answers = isAsked ? values[next] : [];
        foreach (var answer in isAsked && variable.Specify is null ? answers : answers.Append(Answer.NotAsked))
        {
            world.Slots[variable.Index] = answer;
            foreach (var answered in Answered(world, variables, values, next + 1))
            {
                yield return answered;
            }
        }
    }

    private static IEnumerable<bool?> Values(Formula.Free free) =>
        _truths.Where(truth =>
            truth switch
            {
                true => free.CanBeTrue,
                false => free.CanBeFalse,
                null => true,
            }
        );
}
