namespace Dmk.Maturity.Questionnaires;

/// <summary>A classification just read, with the places that its parents stand at.</summary>
/// <param name="ParentsIn">Where the file names the classification of its parents.</param>
internal sealed record ClassificationFile(Classification Classification, YamlNode? ParentsIn, IReadOnlyList<ClassificationRow> Rows)
{
    /// <summary>Reports a parent that is no entry of the classification named by <c>parents</c>.</summary>
    public void CheckParentsIn(IReadOnlyList<ClassificationFile> all, List<Problem> problems)
    {
        var named = Classification.ParentsIn!;
        if (all.FirstOrDefault(other => other.Classification.Id == named)?.Classification is not { } above)
        {
            var ids = all.Select(other => other.Classification.Id).ToList();
            var near = NearMiss.Of(named, ids);
            ParentsIn!.Report(
                "unknown-codelist",
                $"There is no classification '{named}' without errors in this "
                    + $"folder.{(near is null ? "" : $" Did you mean '{near}'?")} There are: {string.Join(", ", ids)}."
            );
            return;
        }

        foreach (var row in Rows.Where(row => row.Entry.Parent is { } parent && above.Find(parent) is null))
        {
            problems.Add(
                new(
                    row.Parent,
                    "unknown-parent",
                    $"'{named}' has no entry '{row.Entry.Parent}'. Correct the parent of '{row.Entry.Code}', or add that entry there."
                )
            );
        }
    }
}
