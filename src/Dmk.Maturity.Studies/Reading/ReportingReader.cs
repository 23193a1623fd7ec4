using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Reads how companies are placed in tables: <c>reporting: { land: frame, size: { from: persons_employed, classification:
/// size-class } }</c>.
/// Where nothing is said, the frame and the classification of the same name count.</summary>
internal sealed class ReportingReader(Classifications classifications, Dictionary<ReportingVariable, Classification> codes)
{
    private const string Frame = "frame";

    public IReadOnlyList<ReportingSource> Read(YamlMapping top, IReadOnlyList<ReportingVariable> strata)
    {
        var node = top.Optional("reporting")?.AsMapping();
        var sources = new List<ReportingSource>();
        foreach (var (name, variable) in LatticeReader.Names.Where(one => strata.Contains(one.Value)))
        {
            if (node?.Optional(name) is { } own and not YamlScalar { Value: Frame })
            {
                Own(sources, own, variable, name);
            }
            else
            {
                _ = Codes(top, variable, DefaultId(variable));
            }
        }

        node?.NothingElse();
        return sources;
    }

    private void Own(List<ReportingSource> sources, YamlNode node, ReportingVariable variable, string name)
    {
        if (node is not YamlMapping own)
        {
            node.Report("wrong-kind", $"Write {name}: {Frame}, or {name}: {{ from: QUESTION, classification: {DefaultId(variable)} }}.");
            return;
        }

        var from = own.Optional("from");
        var question = from?.AsString();
        var id = own.Optional("classification") is { } named ? named.AsString() : DefaultId(variable);
        own.NothingElse();
        if (id is not null && Codes(own, variable, id) is { } classification && question is not null and not Frame)
        {
            sources.Add(new(variable, question, classification, SizeBand.Of(classification), from!.Place));
        }
    }

    private Classification? Codes(YamlMapping node, ReportingVariable variable, string id)
    {
        if (classifications.Find(id) is { } classification)
        {
            return codes[variable] = classification;
        }

        node.Report(
            "unknown-classification",
            $"There is no classification '{id}'. There are: "
                + $"{string.Join(", ", classifications.All.Select(one => one.Id).Order(StringComparer.Ordinal))}."
        );
        return null;
    }

    private static string DefaultId(ReportingVariable variable) =>
        variable switch
        {
            ReportingVariable.Land => "land",
            ReportingVariable.Sector => "sector",
            _ => "size-class",
        };
}
