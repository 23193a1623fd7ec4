namespace Dmk.Maturity.Questionnaires;

/// <summary>Holds the entries of one classification against each other: every code once, every parent there, no circle, levels as the
/// parents say.</summary>
internal static class ClassificationTree
{
    public static void Check(IReadOnlyList<ClassificationRow> rows, bool parentsAreElsewhere, List<Problem> problems)
    {
        var byCode = new Dictionary<string, ClassificationRow>(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => !byCode.TryAdd(row.Entry.Code, row)))
        {
            problems.Add(new(row.Code, "duplicate-id", $"The code '{row.Entry.Code}' stands here twice. Keep one."));
        }

        CheckZeros(rows, problems);
        if (parentsAreElsewhere)
        {
            return;
        }

        foreach (var row in rows.Where(row => row.Entry.Parent is { } parent && !byCode.ContainsKey(parent)))
        {
            problems.Add(
                new(
                    row.Parent,
                    "unknown-parent",
                    $"There is no entry '{row.Entry.Parent}' here. Correct the parent of "
                        + $"'{row.Entry.Code}', or name the classification that the parents belong to (parents: its id)."
                )
            );
        }

        var levels = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            Climb(row, byCode, levels, problems);
            if (row.Level is { } written && levels[row.Entry.Code] is var level and > 0 && level != written.Value)
            {
                problems.Add(
                    new(
                        written.Place,
                        "wrong-level",
                        $"'{row.Entry.Code}' has the level {written.Value} here, but by its "
                            + $"parents it is at level {level}. Correct the level or the parent."
                    )
                );
            }
        }
    }

    /// <summary>Below letters numbers have as many digits before their first point as the longest of them: a shorter one has lost its zero
    /// in a spreadsheet.</summary>
    private static void CheckZeros(IReadOnlyList<ClassificationRow> rows, List<Problem> problems)
    {
        var tabled = rows.Where(row => row.Level is not null).ToList();
        var digits = tabled.Select(row => Digits(row.Entry.Code)).DefaultIfEmpty(0).Max();
        if (tabled.Exists(row => row.Level is { Value: 1 } && Digits(row.Entry.Code) > 0))
        {
            return;
        }

        foreach (var row in tabled.Where(row => Digits(row.Entry.Code) is var own and > 0 && own < digits))
        {
            problems.Add(
                new(
                    row.Code,
                    "lost-zero",
                    $"'{row.Entry.Code}' has lost a zero at the front, as spreadsheets drop it: write "
                        + $"'{new string('0', digits - Digits(row.Entry.Code))}{row.Entry.Code}', in the columns code and parent. "
                        + "Format these columns as text before you open or paste the table."
                )
            );
        }
    }

    /// <summary>How many digits stand before the first point; 0 where something else does.</summary>
    private static int Digits(string code)
    {
        var number = code.Split('.')[0];
        return number.All(char.IsAsciiDigit) ? number.Length : 0;
    }

    /// <summary>Levels of an entry and of all above it; 0 below an unknown parent and in a circle, which is reported once, at the entry
    /// that was met first.</summary>
    private static void Climb(
        ClassificationRow start,
        Dictionary<string, ClassificationRow> byCode,
        Dictionary<string, int> levels,
        List<Problem> problems
    )
    {
        var path = new List<ClassificationRow>();
        var onPath = new HashSet<string>(StringComparer.Ordinal);
        var row = start;
        while (row is not null && !levels.ContainsKey(row.Entry.Code) && onPath.Add(row.Entry.Code))
        {
            path.Add(row);
            row = row.Entry.Parent is { } parent ? byCode.GetValueOrDefault(parent) : null;
        }

        var isCircle = row is not null && onPath.Contains(row.Entry.Code);
        if (isCircle)
        {
            var circle = path.SkipWhile(one => one.Entry.Code != row!.Entry.Code).Select(one => one.Entry.Code);
            problems.Add(
                new(
                    row!.Parent,
                    "cycle",
                    $"The parents go in a circle: {string.Join(" below ", circle)} below " + $"{row.Entry.Code}. Correct one of them."
                )
            );
        }

        var level = isCircle || row is null ? 0 : levels[row.Entry.Code];
        var lost = level == 0 && (row is not null || path is [.., { Entry.Parent: not null }]);
        for (var i = path.Count - 1; i >= 0; i--)
        {
            levels[path[i].Entry.Code] = lost ? 0 : ++level;
        }
    }
}
