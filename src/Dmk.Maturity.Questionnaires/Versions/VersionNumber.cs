using System.Globalization;

namespace Dmk.Maturity.Questionnaires;

/// <summary>The number of a version, as in 1.0.0.</summary>
public readonly record struct VersionNumber(int Major, int Minor, int Patch) : IComparable<VersionNumber>
{
    /// <exception cref="FormatException">Not three whole numbers.</exception>
    public static VersionNumber Parse(string version)
    {
        var parts = version.Split('.');
        return parts.Length == 3 && Number(parts[0]) is { } major && Number(parts[1]) is { } minor && Number(parts[2]) is { } patch
            ? new(major, minor, patch)
            : throw new FormatException($"'{version}' is not a version, as in 1.0.0.");
    }

    /// <summary>The lowest number that is this far above.</summary>
    public VersionNumber Next(VersionStep step) =>
        step switch
        {
            VersionStep.None => this,
            VersionStep.Patch => this with { Patch = Patch + 1 },
            VersionStep.Minor => new(Major, Minor + 1, 0),
            VersionStep.Major => new(Major + 1, 0, 0),
            _ => throw new ArgumentOutOfRangeException(nameof(step), step, "There is no such step."),
        };

    public int CompareTo(VersionNumber other) => (Major, Minor, Patch).CompareTo((other.Major, other.Minor, other.Patch));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Major}.{Minor}.{Patch}");

    private static int? Number(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
