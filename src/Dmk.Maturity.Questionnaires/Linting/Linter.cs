namespace Dmk.Maturity.Questionnaires;

/// <summary>Looks at a questionnaire that can be read for what its author cannot have meant: questions that nobody is ever asked, checks
/// that never
/// fire, lists that drifted apart.</summary>
/// <remarks>Every code that it and the readers report is explained in <see cref="ProblemCatalogue"/>.</remarks>
public static class Linter
{
    /// <param name="mentioned">Ids that other files read, such as an index model its questionnaire's computed values.</param>
    public static Parsed<Questionnaire> Read(string path, Classifications classifications, IReadOnlySet<string>? mentioned = null)
    {
        var problems = new List<Problem>();
        return YamlFile.Text(path, problems) is { } yaml ? Parse(yaml, path, classifications, mentioned) : new(null, problems);
    }

    /// <param name="file">The name that problems show.</param>
    /// <param name="mentioned">Ids that other files read.</param>
    /// <returns>What reading found; where there is no error among it, what looking closer found as well. No value where there is an
    /// error.</returns>
    public static Parsed<Questionnaire> Parse(
        string yaml,
        string file,
        Classifications classifications,
        IReadOnlySet<string>? mentioned = null
    ) => Parse(yaml, file, classifications, mentioned, out _);

    /// <param name="steps">How often a part of a condition was looked at, which <see cref="Worlds.Budget"/> bounds.</param>
    internal static Parsed<Questionnaire> Parse(
        string yaml,
        string file,
        Classifications classifications,
        IReadOnlySet<string>? mentioned,
        out long steps
    )
    {
        var problems = new List<Problem>();
        steps = 0;
        if (QuestionnaireFile.Parse(yaml, file, classifications, problems, out var root) is not { } questionnaire)
        {
            return new(null, ProblemList.Listed(problems));
        }

        steps = Look(questionnaire, new(root!), mentioned, problems);
        return new(
            problems.Exists(problem => problem.Severity == Severity.Error) ? null : questionnaire,
            ProblemList.Listed([.. problems.OrderBy(problem => problem.Place.Line).ThenBy(problem => problem.Place.Column)])
        );
    }

    /// <summary>Conditions take about as long as all the rest, so both are looked at at the same time, each with formulas of its
    /// own.</summary>
    private static long Look(Questionnaire questionnaire, DefinitionPlaces places, IReadOnlySet<string>? mentioned, List<Problem> problems)
    {
        var (ofConditions, ofChecks) = (new FormulaReader(questionnaire), new FormulaReader(questionnaire));
        var (conditionWorlds, checkWorlds) = (new Worlds(questionnaire, ofConditions), new Worlds(questionnaire, ofChecks));
        IReadOnlyList<Problem> conditions = [];
        var before = 0;
        Parallel.Invoke(
            () => conditions = new ConditionRules(questionnaire, places, ofConditions, conditionWorlds).Problems(),
            () =>
            {
                OptionRules.Check(places);
                TextRules.Check(questionnaire, places);
                DurationRules.Check(questionnaire, places);
                QuestionRules.Check(questionnaire, places, ofChecks.Expanded);
                before = problems.Count;
                new CheckRules(questionnaire, places, ofChecks, checkWorlds).Check();
                new BoundaryRules(questionnaire, places, ofChecks.Expanded).Check();
                ComputedRules.Check(questionnaire, places, mentioned);
            }
        );
        problems.InsertRange(before, conditions);
        return conditionWorlds.Steps + checkWorlds.Steps;
    }
}
