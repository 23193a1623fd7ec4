using System.Globalization;
using Dmk.Maturity.Indices;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies;

/// <summary>Reads <c>study.yaml</c>.</summary>
internal sealed class StudyDesignReader
{
    private static readonly Dictionary<string, LonelyUnit> _lonely = new(StringComparer.Ordinal)
    {
        ["adjust"] = LonelyUnit.Adjust,
        ["certainty"] = LonelyUnit.Certainty,
        ["average"] = LonelyUnit.Average,
        ["fail"] = LonelyUnit.Fail,
    };

    private readonly List<Problem> _problems = [];
    private readonly NewStudies _newStudies = new();
    private readonly Classifications _classifications;

    private StudyDesignReader(Classifications classifications) => _classifications = classifications;

    public static Parsed<StudyDesign> Parse(string yaml, string file, Classifications classifications)
    {
        var reader = new StudyDesignReader(classifications);
        var design = reader.Design(yaml, file);
        return Parsed(design, [.. reader._problems, .. reader._newStudies.Problems]);
    }

    /// <summary>Without what is asked of new studies alone.</summary>
    public static Parsed<StudyDesign> ParsePublished(string yaml, string file, Classifications classifications)
    {
        var reader = new StudyDesignReader(classifications);
        return Parsed(reader.Design(yaml, file), reader._problems);
    }

    private static Parsed<StudyDesign> Parsed(StudyDesign? design, List<Problem> problems) =>
        new(problems.Exists(problem => problem.Severity == Severity.Error) ? null : design, problems);

    private StudyDesign? Design(string yaml, string file) => YamlFile.Parse(yaml, file, _problems) is { } top ? Design(top, yaml) : null;

    private StudyDesign? Design(YamlMapping top, string yaml)
    {
        var id = top.Required("id")?.AsId();
        var title = top.Required("title")?.AsText();
        var wave = top.Required("wave")?.AsInteger(1900, 2999);
        var previousWave = PreviousWave(top, id);
        var questionnaire = top.Required("questionnaire") is { } reference ? VersionedIdReader.Read(reference) : null;
        var indices = Indices(top);
        var (from, to) = Field(top);
        var populationReader = new PopulationReader(top, _newStudies);
        var reporting = new ReportingReader(_classifications);
        reporting.Read(top, populationReader.Strata, populationReader.Written ?? top);
        var population = populationReader.Population(top, reporting.Variables);
        var lattice = new LatticeReader(reporting.Variables, _newStudies).Read(top);
        var weights = population.IsCensus
            ? NoWeights(top)
            : new WeightsReader(population.Strata, reporting.Variables, _newStudies).Read(top);
        var personsEmployed = PersonsEmployed(top);
        var filters = FiltersReader.Read(top);
        var conditions = ConditionsReader.Read(top);
        var confidentiality = new ConfidentialityReader(population, _newStudies).Read(top);
        var lonely = Lonely(top);
        top.NothingElse();
        return
            id is null
            || title is null
            || wave is null
            || questionnaire is null
            || from is null
            || to is null
            || weights is null
            || confidentiality is null
            || lonely is null
            ? null
            : new(top.Place.File, reporting.Answered, reporting.FrameChecks, personsEmployed, filters)
            {
                Id = id,
                Title = title,
                Wave = wave.Value,
                PreviousWave = previousWave,
                Questionnaire = questionnaire.Value,
                Indices = [.. indices.Select(one => one.Id)],
                IndexPlaces = [.. indices.Select(one => one.Written)],
                FieldFrom = from.Value,
                FieldTo = to.Value,
                Population = population,
                Variables = reporting.Variables,
                Lattice = lattice,
                Weights = weights,
                Lonely = lonely.Value,
                Confidentiality = confidentiality,
                Conditions = conditions,
                Hash = SourceText.Hash(yaml),
                Source = yaml,
            };
    }

    private LonelyUnit? Lonely(YamlMapping top)
    {
        if (top.Optional("lonely") is not { } node)
        {
            return LonelyUnit.Adjust;
        }

        var lonely = node.AsChoice(_lonely);
        if (lonely == LonelyUnit.Fail)
        {
            _newStudies.Ask(
                node,
                "lonely-fails",
                "While one weighting class has a single respondent, every table of the study is refused to everybody (LONELY_CLASS). Write "
                    + "adjust for figures with a cautious error, or keep fail if that is meant.",
                Severity.Warning
            );
        }

        return lonely;
    }

    /// <summary>Whether the study it names is there is known when results are asked for.</summary>
    private static string? PreviousWave(YamlMapping top, string? id)
    {
        var node = top.Optional("previousWave");
        var named = node?.AsId();
        if (named is not null && named == id)
        {
            node!.Report("own-previous-wave", $"The study {id} cannot be the wave before itself. Name the study of the wave before.");
        }

        return named;
    }

    private static List<(VersionedId Id, FilePosition Written)> Indices(YamlMapping top)
    {
        var found = new List<(VersionedId Id, FilePosition Written)>();
        if (top.Required("indices")?.AsList() is not { } list)
        {
            return found;
        }

        foreach (var node in list.Items)
        {
            if (VersionedIdReader.Read(node) is not { } index)
            {
                continue;
            }

            if (found.Exists(other => other.Id.Id == index.Id))
            {
                node.Report("duplicate-id", $"The index '{index.Id}' stands here twice. Keep one version.");
            }

            found.Add((index, node.Place));
        }

        if (list.Items.Count == 0)
        {
            list.Report("no-indices", "The study computes no index. Name at least one, as in dmk-reifegrad@1.0.0.");
        }

        return found;
    }

    private static (DateOnly? From, DateOnly? To) Field(YamlMapping top)
    {
        if (top.Required("field")?.AsMapping() is not { } field)
        {
            return default;
        }

        var (from, to) = (field.Required("from")?.AsDate(), field.Required("to")?.AsDate());
        field.NothingElse();
        if (from > to)
        {
            field.Report(
                "field-not-ascending",
                string.Create(CultureInfo.InvariantCulture, $"Field work ends on {to:yyyy-MM-dd}, before it begins on {from:yyyy-MM-dd}.")
            );
        }

        return (from, to);
    }

    /// <summary><c>estimands: { personsEmployed: persons_employed }</c>: by what figures per person are weighted.</summary>
    private static AnsweredNumber? PersonsEmployed(YamlMapping top)
    {
        if (top.Optional("estimands")?.AsMapping() is not { } node)
        {
            return null;
        }

        var named = node.Required("personsEmployed");
        node.NothingElse();
        return named?.AsString() is { } asked ? new(asked, named.Place) : null;
    }

    /// <summary>A census has one weighting class.</summary>
    private static WeightRule NoWeights(YamlMapping top)
    {
        top.Optional("weights")
            ?.Report(
                "weights-in-census",
                "In a census nobody is drawn, so that there are no weights to correct: "
                    + "those who answer stand for all. Remove 'weights'."
            );
        return new(new CollapseRule(1, double.PositiveInfinity, []));
    }
}
