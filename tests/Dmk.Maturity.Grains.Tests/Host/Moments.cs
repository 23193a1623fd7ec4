using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains.Tests;

/// <summary>What tests ask of moments.</summary>
internal static class Moments
{
    public static void AssertSame(StudyMoments expected, StudyMoments actual)
    {
        Assert.Equal(expected.Cells.Count, actual.Cells.Count);
        Assert.All(expected.Cells, cell => Assert.True(cell.Value.SameAs(actual.Cells[cell.Key]), $"{cell.Key} differs."));
    }

    /// <summary>Adds respondents and the scores of each node in every cell of every table.</summary>
    public static void Count(
        StudyMoments moments,
        IEnumerable<IReadOnlyList<ReportingVariable>> lattice,
        string label,
        Dictionary<string, long> counts
    )
    {
        foreach (var by in lattice)
        {
            foreach (var ((_, cell), one) in moments.Cells)
            {
                var name = $"{label} {string.Join('x', by)} {string.Join('/', by.Select(variable => variable.CodeOf(cell)))}";
                counts[name] = counts.GetValueOrDefault(name) + one.Respondents;
                for (var node = 0; node < moments.Nodes; node++)
                {
                    counts[$"{name} node {node}"] = counts.GetValueOrDefault($"{name} node {node}") + one.Count(node);
                }
            }
        }
    }
}
