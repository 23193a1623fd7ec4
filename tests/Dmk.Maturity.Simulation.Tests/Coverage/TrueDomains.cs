using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Simulation.Tests;

/// <summary>The domains of one table with their true means.</summary>
/// <param name="Name">Of the table.</param>
/// <param name="Labels">Per domain.</param>
/// <param name="Means">Per domain: over all companies of the population that stand there.</param>
internal sealed record TrueDomains(string Name, IReadOnlyList<string> Labels, CellPartition Partition, IReadOnlyList<double> Means)
{
    private static readonly (string Name, Func<RegisterCell, string> LabelOf)[] _tables =
    [
        ("Germany", _ => "Germany"),
        ("Land", cell => cell.Land),
        ("sector", cell => cell.Sector),
        ("size", cell => cell.Size),
        ("Land x sector", cell => $"{cell.Land} {cell.Sector}"),
        ("Land x size", cell => $"{cell.Land} {cell.Size}"),
        ("sector x size", cell => $"{cell.Sector} {cell.Size}"),
    ];

    /// <summary>The tables of the pilot study: the whole, Land, sector and size, and each two of them.</summary>
    public static IReadOnlyList<TrueDomains> Of(TruePopulation population) =>
        [.. _tables.Select(table => Of(population, table.Name, table.LabelOf))];

    /// <summary>The reporting cells of the population by a margin.</summary>
    public static (string[] Labels, int[] LabelOf) Margin(TruePopulation population, Func<RegisterCell, string> labelOf)
    {
        string[] labels = [.. population.Cells.Select(labelOf).Distinct().Order(StringComparer.Ordinal)];
        return (labels, [.. population.Cells.Select(cell => Array.BinarySearch(labels, labelOf(cell), StringComparer.Ordinal))]);
    }

    private static TrueDomains Of(TruePopulation population, string name, Func<RegisterCell, string> label)
    {
        var (labels, labelOf) = Margin(population, label);
        var (sums, counts) = (new double[labels.Length], new long[labels.Length]);
        for (var company = 0; company < population.Companies; company++)
        {
            var domain = labelOf[population.CellOf[company]];
            sums[domain] += population.Scores[company];
            counts[domain]++;
        }

        return new(name, labels, new(labelOf, labels.Length), [.. sums.Zip(counts, (sum, count) => sum / count)]);
    }
}
