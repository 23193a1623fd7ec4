namespace Dmk.Maturity.Questionnaires;

/// <summary>Lists the ways in which a few answers can be given, each on the path that leads to it.</summary>
/// <remarks>Sound, not complete: what is too involved to follow may have any value, hard checks and bounds from other answers rule
/// nothing out, the path to an answer is followed as far as the budget goes, and where there are too many ways nothing is claimed. So
/// "never" and "always" are facts.</remarks>
internal sealed class Worlds
{
    /// <summary>Steps for a whole file: one is a look at one part of a condition.</summary>
    public const long Budget = 8_000_000;

    /// <summary>Steps for one condition: a large file leaves less for each.</summary>
    private const int MostSteps = 200_000;

    private const int FewestSteps = 400;

    private static readonly IReadOnlyList<Answer> _notAsked = [Answer.NotAsked];

    private readonly Questionnaire _questionnaire;
    private readonly FormulaReader _formulas;
    private readonly Answer[] _slots;
    private readonly Behind _behind;
    private readonly Dictionary<Question, IReadOnlyList<Formula>> _paths = new(ReferenceEqualityComparer.Instance);

    public Worlds(Questionnaire questionnaire, FormulaReader formulas)
    {
        (_questionnaire, _formulas) = (questionnaire, formulas);
        _slots = new Answer[questionnaire.Layout.All];
        Array.Fill(_slots, Answer.Unanswered);
        var conditions = questionnaire.Sections.Sum(section => 1 + section.Groups.Count + section.Questions.Count);
        var share = Math.Clamp(Budget / (conditions + (2 * questionnaire.Checks.Count)), FewestSteps, MostSteps);
        _behind = new(questionnaire, new(), share);
    }

    /// <summary>Taken so far.</summary>
    public long Steps { get; private set; }

    /// <summary>What a question, its groups and its section ask for.</summary>
    public IReadOnlyList<Formula> PathTo(Question question, Section section) =>
        _paths.TryGetValue(question, out var path)
            ? path
            : _paths[question] = [
                _formulas.Of(section.When),
                .. question.GroupConditions.Select(_formulas.Of),
                _formulas.Of(question.When),
            ];

    /// <summary>Whether nothing follows where nothing is answered; never for what reads computed values, which may have others.</summary>
    public bool IsUnknownWithoutAnswers(Expression truth) =>
        truth.Slots.All(slot => slot < _questionnaire.Variables.Count) && truth.TruthOf(_slots) is null;

    /// <summary>Shows one way after the other.</summary>
    /// <param name="see">Says whether it has seen enough.</param>
    /// <returns>False when there are too many ways: then nothing was shown.</returns>
    public bool Show(IReadOnlyList<Formula> about, Func<World, bool> see)
    {
        var isWithin = _behind.Begin(about);
        while (isWithin && _behind.TryNext(out var variable))
        {
            _behind.Follow(PathTo(variable.Question, variable.Section));
        }

        Steps += _behind.Steps;
        if (isWithin)
        {
            var (world, all) = (new World(_slots), _behind.InOrder());
            Choose(world, _behind.Free, all, 0, see);
            foreach (var watched in all)
            {
                _slots[watched.Variable.Index] = Answer.Unanswered;
            }

            Steps += world.Steps;
        }

        return isWithin;
    }

    private static bool Choose(World world, IReadOnlyList<Formula.Free> free, Watched[] all, int next, Func<World, bool> see)
    {
        if (next == free.Count)
        {
            return Give(world, all, 0, see);
        }

        foreach (var truth in free[next].Values)
        {
            world.Choose(free[next], truth);
            if (Choose(world, free, all, next + 1, see))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>In the order of the form: whether a question is asked is known when its turn comes.</summary>
    private static bool Give(World world, Watched[] all, int next, Func<World, bool> see)
    {
        if (next == all.Length)
        {
            return see(world);
        }

        var one = all[next];
        var answers = world.Holds(one.Path) ? one.Values : _notAsked;
        for (var i = 0; i < answers.Count; i++)
        {
            world.Answer(one.Variable.Index, answers[i]);
            if (Give(world, all, next + 1, see))
            {
                return true;
            }
        }

        return false;
    }
}
