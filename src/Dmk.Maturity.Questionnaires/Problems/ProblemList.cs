namespace Dmk.Maturity.Questionnaires;

/// <summary>Cuts a flood of problems short.</summary>
internal static class ProblemList
{
    /// <summary>Nobody reads more of one file.</summary>
    public const int Most = 300;

    /// <summary>Of one message; longer ones quote what nobody reads.</summary>
    private const int MostCharacters = 2_000;

    /// <summary>All of them, or the first errors and warnings and how many more there are.</summary>
    public static IReadOnlyList<Problem> Listed(IReadOnlyList<Problem> all)
    {
        if (all.Any(problem => problem.Message.Length > MostCharacters))
        {
            all = [.. all.Select(Shortened)];
        }

        if (all.Count <= Most)
        {
            return all;
        }

        var first = all.OrderBy(problem => problem.Severity).Take(Most).ToHashSet();
        Problem[] listed = [.. all.Where(first.Remove)];
        var more = all.Count - listed.Length;
        var worst = all.Min(problem => problem.Severity);
        return
        [
            .. listed,
            new(all[0].Place with { Line = 0, Column = 0 }, "more-problems", $"There are {more} more problems. Mend these first.", worst),
        ];
    }

    private static Problem Shortened(Problem problem) =>
        problem.Message.Length <= MostCharacters
            ? problem
            : problem with
            {
                Message = $"{problem.Message[..(MostCharacters / 2)]} ... {problem.Message[^(MostCharacters / 4)..]}",
            };
}
