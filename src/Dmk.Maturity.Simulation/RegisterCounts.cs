using System.Globalization;

namespace Dmk.Maturity.Simulation;

/// <summary>Units of one Land and section in the business register.</summary>
/// <param name="Section">Letter of WZ 2008.</param>
public sealed record RegisterCount(string Land, string Section, long Units);

/// <summary>Local units in the German business register 2015 by Land and section (Register/README.md).</summary>
public static class RegisterCounts
{
    public static IReadOnlyList<RegisterCount> Read()
    {
        using var stream = typeof(RegisterCounts).Assembly.GetManifestResourceStream("local-units-2015.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#').Skip(1).Select(Count)];
    }

    private static RegisterCount Count(string line)
    {
        var cells = line.Split(',');
        return new(cells[0], cells[1], long.Parse(cells[2], CultureInfo.InvariantCulture));
    }
}
