using System.Globalization;

namespace Dmk.Maturity.Indices;

/// <summary>Version numbers of questionnaires and models, as in 1.0.0.</summary>
public static class SemanticVersion
{
    /// <returns>Null when it is not three whole numbers.</returns>
    public static int? Major(string version)
    {
        var parts = version.Split('.');
        return parts.Length == 3 && parts.All(part => Number(part) is not null) ? Number(parts[0]) : null;
    }

    public static int? Number(string part) =>
        int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
