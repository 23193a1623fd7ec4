using System.Globalization;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Indices;

/// <summary>Reads how much must be there below a node: <c>missing: { atLeast: 0.5 }</c> or <c>missing: { atLeast: { share: 0.5, count: 2,
/// of: applicable } }</c>.
/// Without it one child is enough.</summary>
internal static class AvailabilityReader
{
    private static readonly Dictionary<string, bool> _wholes = new(StringComparer.Ordinal) { ["applicable"] = true, ["all"] = false };

    public static Availability Read(YamlMapping node, int children)
    {
        if (node.Optional("missing")?.AsMapping() is not { } missing)
        {
            return Availability.AnyChild;
        }

        var atLeast = missing.Required("atLeast");
        missing.NothingElse();
        return atLeast switch
        {
            null => Availability.AnyChild,
            YamlScalar share => Availability.AnyChild with { Share = Share(share) },
            _ => atLeast.AsMapping() is { } parts ? Parts(parts, children) : Availability.AnyChild,
        };
    }

    private static Availability Parts(YamlMapping parts, int children)
    {
        var share = parts.Optional("share") is { } node ? Share(node) : 0;
        var countNode = parts.Optional("count");
        var count = countNode?.AsInteger(1) ?? 1;
        if (count > children)
        {
            countNode!.Report(
                "unreachable-count",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"At least {count} children must be there, but there are {children}. Nobody would have a score."
                )
            );
        }

        var applicable = parts.Optional("of")?.AsChoice(_wholes) ?? false;
        parts.NothingElse();
        return new(share, count, applicable);
    }

    private static double Share(YamlNode node)
    {
        var share = node.AsDecimal();
        if (share is <= 0 or > 1)
        {
            node.Report("share-out-of-range", "A share is above 0 and at most 1, as in 0.5.");
        }

        return (double)(share ?? 0);
    }
}
