namespace Dmk.Maturity.Questionnaires;

/// <summary>Where the parts of a questionnaire stand in its file.</summary>
public sealed class DefinitionPlaces
{
    private readonly Dictionary<string, YamlMapping> _sections = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlMapping> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlMapping> _questions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlMapping> _checks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, YamlMapping> _computed = new(StringComparer.Ordinal);

    /// <param name="root">Of a file that was read without an error.</param>
    internal DefinitionPlaces(YamlMapping root)
    {
        Root = root;
        foreach (var section in Mappings(root, "sections"))
        {
            _sections[Word(section, "id")] = section;
            Questions(section);
            Checks(section);
        }

        Checks(root);
        foreach (var computed in Mappings(root, "computed"))
        {
            _computed[Word(computed, "id")] = computed;
        }
    }

    internal YamlMapping Root { get; }

    /// <param name="yaml">That was read without an error.</param>
    /// <param name="file">The name that positions show.</param>
    public static DefinitionPlaces Of(string yaml, string file) => new(YamlFile.Parse(QuestionnaireFile.Normalised(yaml), file, [])!);

    /// <summary>Where a section, group, question or check begins; the beginning of the file for anything else.</summary>
    public FilePosition PositionOf(string id) =>
        (
            _questions.GetValueOrDefault(id)
            ?? _groups.GetValueOrDefault(id)
            ?? _sections.GetValueOrDefault(id)
            ?? _checks.GetValueOrDefault(id)
            ?? Root
        ).Place;

    /// <summary>In the order of the file, those of groups and rosters among them.</summary>
    internal IEnumerable<YamlMapping> AllQuestions => _questions.Values;

    internal YamlMapping Of(Section section) => _sections[section.Id];

    internal YamlMapping Of(Group group) => _groups[group.Id];

    internal YamlMapping Of(Question question) => _questions[question.Id];

    internal YamlMapping Of(Check check) => _checks[check.Id];

    internal YamlMapping Of(Computed computed) => _computed[computed.Id];

    /// <returns>Null when the key is not there.</returns>
    internal static YamlNode? Child(YamlMapping mapping, string key) => mapping.Find(key);

    /// <summary>What stands behind a key, or the whole where the key is not there.</summary>
    internal static YamlNode At(YamlMapping mapping, string key) => Child(mapping, key) ?? mapping;

    internal static IEnumerable<YamlMapping> Mappings(YamlMapping mapping, string key) =>
        (Child(mapping, key) as YamlList)?.Items.OfType<YamlMapping>() ?? [];

    internal static string Word(YamlMapping mapping, string key) => (Child(mapping, key) as YamlScalar)?.Value ?? "";

    private void Questions(YamlMapping outer)
    {
        foreach (var entry in Mappings(outer, "questions"))
        {
            if (Child(entry, "group") is null)
            {
                _questions[Word(entry, "id")] = entry;
            }
            else
            {
                _groups[Word(entry, "group")] = entry;
            }

            Questions(entry);
            Checks(entry);
        }
    }

    private void Checks(YamlMapping outer)
    {
        foreach (var check in Mappings(outer, "checks"))
        {
            _checks[Word(check, "id")] = check;
        }
    }
}
