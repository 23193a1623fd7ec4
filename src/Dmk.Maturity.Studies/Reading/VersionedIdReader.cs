using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Reads references such as <c>dmk-reifegrad@1.0.0</c>.</summary>
internal static class VersionedIdReader
{
    public static VersionedId? Read(YamlNode node)
    {
        if (node.AsString() is not { } reference)
        {
            return null;
        }

        var parts = reference.Split('@');
        if (parts.Length == 2 && parts[0].Length > 0 && SemanticVersion.Major(parts[1]) is not null)
        {
            return new(parts[0], parts[1]);
        }

        node.Report("bad-reference", $"'{reference}' is no reference. Write the id and the version, as in dmk-reifegrad@1.0.0.");
        return null;
    }
}
