using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Reads who is asked: <c>population: { strata: [land, sector, size] }</c> for a sample, <c>population: { census: true,
/// respondents: publicBodies, strata: [land] }</c> for a census. Unit, rule and frame are words for people.</summary>
internal sealed class PopulationReader
{
    private static readonly Dictionary<string, bool> _respondents = new(StringComparer.Ordinal)
    {
        ["companies"] = false,
        ["publicBodies"] = true,
    };

    private static readonly string[] _words = ["unit", "rule", "frame"];

    private readonly bool _isCensus;
    private readonly bool _ofPublicBodies;

    /// <param name="newStudies">Takes what is asked of new studies alone.</param>
    public PopulationReader(YamlMapping top, NewStudies newStudies)
    {
        if (top.Optional("population")?.AsMapping() is not { } node)
        {
            return;
        }

        foreach (var words in _words.Select(node.Optional).OfType<YamlNode>())
        {
            if (words is not YamlScalar { Value: var said } || string.IsNullOrWhiteSpace(said))
            {
                newStudies.Ask(
                    words,
                    "wrong-kind",
                    "Expected text, in words for people: unit is what is asked, rule who belongs to it, frame where the frame comes from."
                );
            }
        }

        if (node.Optional("takeAll") is { } takeAll)
        {
            newStudies.Ask(
                takeAll,
                "take-all-elsewhere",
                "Nobody is drawn by this. Remove it, and write takeAll: in the allocation file, as in takeAll: [\"*/*/S4\"]; "
                    + "rule: has room for words on who is asked."
            );
        }

        var written = node.Optional("census");
        _isCensus = written is not null && written.AsTruth() != false;
        var respondents = node.Optional("respondents");
        _ofPublicBodies = respondents?.AsChoice(_respondents) ?? false;
        if (_ofPublicBodies && !_isCensus)
        {
            respondents!.Report(
                "public-bodies-need-census",
                "Only where every public body is asked may a single one's results be published. Add census: true, or remove 'respondents'."
            );
        }

        if (node.Optional("strata") is { } list)
        {
            Written = list;
            Strata = list.AsStrings();
        }

        node.NothingElse();
    }

    /// <summary>Their ids as written; null where the file names none.</summary>
    public IReadOnlyList<string>? Strata { get; }

    /// <summary>Where they stand.</summary>
    public YamlNode? Written { get; }

    /// <param name="variables">The study's, read with these strata.</param>
    public Population Population(YamlMapping top, IReadOnlyList<ReportingVariable> variables)
    {
        var strata = variables.Where(one => one.Source is VariableSource.Cell { IsInFrame: true }).ToArray();
        if (strata is not [{ Id: ReportingVariable.Land }, ..] || (Strata is not null && Strata.Distinct().Count() < Strata.Count))
        {
            (Written ?? top).Report(
                "unsupported-strata",
                "Strata are reporting variables of the study, each once, and begin with land: the data of a Land stay "
                    + "together. Write strata: [land, ...]."
            );
        }

        return new()
        {
            IsCensus = _isCensus,
            OfPublicBodies = _ofPublicBodies,
            Strata = strata,
        };
    }
}
