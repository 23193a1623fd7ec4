using System.Globalization;

namespace Dmk.Maturity.Statistics.Tests;

/// <summary>Reads the comma-separated facts beside the tests (see reference/README.md).</summary>
internal static class Reference
{
    private static readonly string _folder = Path.Combine(Root, "tests", "Dmk.Maturity.Statistics.Tests", "reference");

    /// <summary>The folder of the repository.</summary>
    public static string Root => FindRoot();

    /// <summary>One row per line, by column name.</summary>
    public static IReadOnlyList<IReadOnlyDictionary<string, string>> Rows(string file)
    {
        var lines = File.ReadAllLines(Path.Combine(_folder, file));
        var columns = lines[0].Split(',');
        return [.. lines.Skip(1).Select(line => columns.Zip(line.Split(',')).ToDictionary(cell => cell.First, cell => cell.Second))];
    }

    /// <summary>NaN for an empty cell.</summary>
    public static double Number(this IReadOnlyDictionary<string, string> row, string column) =>
        row[column].Length == 0 ? double.NaN : double.Parse(row[column], CultureInfo.InvariantCulture);

    public static long Whole(this IReadOnlyDictionary<string, string> row, string column) =>
        long.Parse(row[column], CultureInfo.InvariantCulture);

    /// <summary>Relative to the expected value; exact where that is 0 or missing.</summary>
    public static void Equal(double expected, double actual, double relative, string what)
    {
        Agreement.Compared(expected, actual, relative);
        if (double.IsNaN(expected) ? !double.IsNaN(actual) : !(Math.Abs(actual - expected) <= relative * Math.Abs(expected)))
        {
            Assert.Fail(string.Create(CultureInfo.InvariantCulture, $"{what}: expected {expected:R}, got {actual:R}."));
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Dmk.Maturity.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("Dmk.Maturity.sln");
    }
}
