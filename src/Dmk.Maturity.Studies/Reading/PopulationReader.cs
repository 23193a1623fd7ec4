using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Reads who is asked: <c>population: { strata: [land, sector, size] }</c> for a sample, <c>population: { census: true,
/// respondents: publicBodies, strata: [land] }</c> for a census.
/// Unit, rule, frame and takeAll are for people and for the import of the frame.</summary>
internal static class PopulationReader
{
    private static readonly ReportingVariable[] _all = Enum.GetValues<ReportingVariable>();
    private static readonly Dictionary<string, bool> _respondents = new(StringComparer.Ordinal)
    {
        ["companies"] = false,
        ["publicBodies"] = true,
    };

    public static Population Read(YamlMapping top)
    {
        if (top.Optional("population")?.AsMapping() is not { } node)
        {
            return new(false, false, _all);
        }

        foreach (var key in new[] { "unit", "rule", "frame", "takeAll" })
        {
            _ = node.Optional(key);
        }

        var written = node.Optional("census");
        var census = written is not null && written.AsTruth() != false;
        var respondents = node.Optional("respondents");
        var ofPublicBodies = respondents?.AsChoice(_respondents) ?? false;
        if (ofPublicBodies && !census)
        {
            respondents!.Report(
                "public-bodies-need-census",
                "Only where every public body is asked may a single one's results be "
                    + "published. Add census: true, or remove 'respondents'."
            );
        }

        var strata = node.Optional("strata") is { } list ? Strata(list, census) : _all;
        node.NothingElse();
        return new(census, ofPublicBodies, strata);
    }

    private static IReadOnlyList<ReportingVariable> Strata(YamlNode list, bool census)
    {
        var strata = LatticeReader.Variables(list);
        if (census ? strata.Count > 0 && strata.Order().Distinct().SequenceEqual(strata) : strata.SequenceEqual(_all))
        {
            return strata;
        }

        list.Report(
            "unsupported-strata",
            census
                ? "Strata of a census are some of [land, sector, size], in this order."
                : "Strata are [land, sector, size], in this order."
        );
        return _all;
    }
}
