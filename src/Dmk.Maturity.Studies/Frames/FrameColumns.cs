using System.Text.RegularExpressions;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>What the columns of a frame's file are, by their names, and how a line of it is read.</summary>
internal sealed partial class FrameColumns
{
    public const string Unit = "unit";
    public const string Name = "name";
    public const string Address = "address";
    public const string Persons = "persons";
    public const string Wz = "wz";
    private const int LongestText = 500;

    /// <summary>More codes than these are looked up, not listed.</summary>
    private const int MostListed = 40;

    private static readonly string[] _editions = ["wz2008", "wz2025"];

    private readonly StudyDesign _design;
    private readonly Questionnaire _questionnaire;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<(int Place, string Fact, Variable Variable)> _previous = [];

    /// <summary>Classifications of which it has been told what codes there are.</summary>
    private readonly HashSet<string> _listed = new(StringComparer.Ordinal);
    private WzColumn? _wz;
    private string _wzName = Wz;

    private FrameColumns(StudyDesign design, Questionnaire questionnaire) => (_design, _questionnaire) = (design, questionnaire);

    /// <param name="said">What is no mistake and should be known.</param>
    public static FrameColumns Of(
        IReadOnlyList<string> header,
        StudyDesign design,
        Questionnaire questionnaire,
        Classifications classifications,
        List<FrameMistake> mistakes,
        List<string> said
    )
    {
        var columns = new FrameColumns(design, questionnaire);
        foreach (var (place, name) in header.Select(name => name.Trim().TrimStart('\uFEFF')).Index())
        {
            columns.Add(place, name, mistakes);
        }

        columns.FindWz(classifications, mistakes, said);
        columns.CheckNeeded(mistakes);
        return columns;
    }

    /// <summary>A line as a company; adds what is wrong with it.</summary>
    public FrameUnit? Read(IReadOnlyList<string> cells, long line, List<FrameMistake> mistakes)
    {
        var before = mistakes.Count;
        var unit = Cell(cells, Unit);
        if (!UnitId().IsMatch(unit))
        {
            mistakes.Add(
                new(line, Unit, $"'{unit}' is no id of a company. Write 1 to 64 letters, digits, points, colons, hyphens or underscores.")
            );
        }

        var persons = ReadPersons(cells, line, mistakes);
        var wz = ReadWz(cells, line, mistakes);
        var codes = _design.Population.Strata.Select(variable => Code(variable, cells, line, persons, wz, mistakes)).ToArray();
        var previous = ReadPrevious(cells, line, mistakes);
        foreach (var text in new[] { Name, Address }.Where(text => Cell(cells, text).Length > LongestText))
        {
            mistakes.Add(new(line, text, $"This is longer than {LongestText} characters."));
        }

        if (Cell(cells, Name).AsSpan().IndexOfAny('\n', '\r', '\0') >= 0)
        {
            mistakes.Add(new(line, Name, "A name is one line. Look whether a quote is closed, and take out the line break."));
        }

        return mistakes.Count > before
            ? null
            : new(unit, _design.InFrame([.. codes.Select(code => code!)]), persons, wz, Cell(cells, Name), Cell(cells, Address), previous);
    }

    private void Add(int place, string name, List<FrameMistake> mistakes)
    {
        if (!_places.TryAdd(name, place))
        {
            mistakes.Add(new(1, name, "This column is there twice. Keep one."));
            return;
        }

        if (name.StartsWith(Fact.Previous, StringComparison.Ordinal))
        {
            if (_questionnaire.Variable(name[Fact.Previous.Length..]) is { } variable)
            {
                _previous.Add((place, name, variable));
            }
            else
            {
                mistakes.Add(
                    new(1, name, $"{_questionnaire.Id} has no variable '{name[Fact.Previous.Length..]}'. See 'questionnaire codebook'.")
                );
            }
        }
        else if (!Known().Contains(name, StringComparer.Ordinal))
        {
            var near = NearMiss.Of(name, Known());
            mistakes.Add(
                new(
                    1,
                    name,
                    near is null
                        ? $"There is no such column. There is {string.Join(", ", Known())}, and previous.VARIABLE. Leave it out."
                        : $"There is no such column. Did you mean '{near}'?"
                )
            );
        }
    }

    private IEnumerable<string> Known() =>
        [Unit, .. _design.Population.Strata.Select(variable => variable.Id), Wz, .. _editions, Persons, Name, Address];

    private void FindWz(Classifications classifications, List<FrameMistake> mistakes, List<string> said)
    {
        var written = _editions.Append(Wz).Where(_places.ContainsKey).ToArray();
        if (written.Length == 0)
        {
            return;
        }

        if (written.Length > 1)
        {
            mistakes.Add(new(1, written[1], $"The columns {string.Join(" and ", written)} say the same. Keep one."));
        }

        _wzName = written[0];
        var searches = _questionnaire.Sections.SelectMany(section => section.Questions).OfType<Question.CodeSearch>().ToArray();
        var begins = Array.Find(searches, search => search.Prefill == FrameField.Wz);
        var asked =
            begins?.Classification
            ?? searches.Select(search => search.Classification).FirstOrDefault(one => Sectors.SectionsOf(classifications, one) is not null);
        var tree = _wzName == Wz ? asked ?? classifications.FindTree(_editions[0]) : classifications.FindTree(_wzName);
        if (tree is null || Sectors.SectionsOf(classifications, tree) is not { } sections)
        {
            mistakes.Add(new(1, _wzName, "There is no such classification beside the questionnaires."));
            return;
        }

        if (begins is not null && begins.Classification.Edition != tree.Edition)
        {
            mistakes.Add(
                new(
                    1,
                    _wzName,
                    $"'{begins.Id}' of {_questionnaire.Id} begins with the frame's code and searches in {begins.Classification.Title.En}; "
                        + "codes of another edition mean other trades. Give the column in that edition."
                )
            );
        }

        _wz = new(tree, sections);
        if (_wzName == Wz)
        {
            said.Add($"Column wz is read as {tree.Title.En}. Call it {string.Join(" or ", _editions)} to say which edition it is.");
        }
    }

    private void CheckNeeded(List<FrameMistake> mistakes)
    {
        if (!_places.ContainsKey(Unit))
        {
            mistakes.Add(new(1, Unit, "This column is missing: the persistent pseudonymous id of each company."));
        }

        foreach (var variable in _design.Population.Strata.Where(variable => !_places.ContainsKey(variable.Id)))
        {
            if (!(IsSector(variable) && _places.ContainsKey(_wzName)) && !(IsByPersons(variable) && _places.ContainsKey(Persons)))
            {
                mistakes.Add(
                    new(
                        1,
                        variable.Id,
                        $"This column is missing: strata of {_design.Id} are made of "
                            + $"{string.Join(", ", _design.Population.Strata.Select(one => one.Id))}."
                            + (
                                IsSector(variable) ? " A column wz2008 or wz2025 says it as well."
                                : IsByPersons(variable) ? " A column persons says it as well."
                                : ""
                            )
                    )
                );
            }
        }
    }

    private static bool IsSector(ReportingVariable variable) => variable.Classification.Id == "sector";

    private static bool IsByPersons(ReportingVariable variable) =>
        variable.Classification.Entries.Any(entry => entry.Properties.ContainsKey("personsFrom"));

    private string Cell(IReadOnlyList<string> cells, string name) => _places.TryGetValue(name, out var place) ? cells[place].Trim() : "";

    private int? ReadPersons(IReadOnlyList<string> cells, long line, List<FrameMistake> mistakes)
    {
        var written = Cell(cells, Persons);
        if (written.Length == 0)
        {
            return null;
        }

        if (
            int.TryParse(
                written,
                System.Globalization.NumberStyles.None,
                System.Globalization.CultureInfo.InvariantCulture,
                out var persons
            )
        )
        {
            return persons;
        }

        mistakes.Add(new(line, Persons, $"'{written}' is no number of persons. Write a whole number without separators, or nothing."));
        return null;
    }

    private string? ReadWz(IReadOnlyList<string> cells, long line, List<FrameMistake> mistakes)
    {
        var written = Cell(cells, _wzName);
        if (_wz is null || written.Length == 0)
        {
            return null;
        }

        var code = _wz.Read(written, out var mistake);
        if (mistake is not null)
        {
            mistakes.Add(new(line, _wzName, mistake));
        }

        return code;
    }

    private string? Code(
        ReportingVariable variable,
        IReadOnlyList<string> cells,
        long line,
        int? persons,
        string? wz,
        List<FrameMistake> mistakes
    )
    {
        var written = Cell(cells, variable.Id);
        var (isRead, follows, from) =
            IsSector(variable) && Cell(cells, _wzName).Length > 0 ? (wz is not null, wz is null ? null : _wz!.SectorOf(wz), _wzName)
            : IsByPersons(variable) && Cell(cells, Persons).Length > 0 ? (persons is not null, BandOf(persons, variable), Persons)
            : (true, null, variable.Id);
        if (written.Length == 0)
        {
            // What could not be read has its mistake already.
            if (isRead && follows is null)
            {
                mistakes.Add(
                    from == variable.Id
                        ? new(line, variable.Id, $"The company has no {variable.Id}. Every company of the frame needs one.")
                        : new(line, from, $"'{Cell(cells, from)}' belongs to no {variable.Id}. Leave the company out of the frame.")
                );
            }

            return follows;
        }

        if (variable.Classification.Find(written) is null)
        {
            mistakes.Add(new(line, variable.Id, $"'{written}' is no code of '{variable.Classification.Id}'.{Meant(written, variable)}"));
        }
        else if (from != variable.Id && isRead && follows != written)
        {
            mistakes.Add(
                new(
                    line,
                    variable.Id,
                    $"'{written}' does not fit '{Cell(cells, from)}' in {from}, which gives '{follows}'. Mend one of them."
                )
            );
        }

        return written;
    }

    private static string? BandOf(int? persons, ReportingVariable variable) =>
        NumberBand.Of(variable.Classification).FirstOrDefault(band => persons >= band.From && persons < band.Below)?.Code;

    /// <summary>What can stand there, in a sentence with a space before it; which codes there are is told once of a file.</summary>
    private string Meant(string written, ReportingVariable variable)
    {
        var codes = variable.Classification.Entries.Select(entry => entry.Code).ToList();
        return NearMiss.Of(written, codes) is { } near ? $" Did you mean '{near}'?"
            : !_listed.Add(variable.Classification.Id) ? ""
            : codes.Count <= MostListed ? $" There are: {string.Join(", ", codes)}."
            : $" Look it up with 'classification search {variable.Classification.Id} TEXT'.";
    }

    private Answers ReadPrevious(IReadOnlyList<string> cells, long line, List<FrameMistake> mistakes)
    {
        var answers = new List<KeyValuePair<string, Answer>>();
        foreach (var (place, fact, variable) in _previous)
        {
            var written = cells[place].Trim();
            if (written.Length == 0)
            {
                continue;
            }

            var answer = PreviousAnswer.Read(_questionnaire, variable, written, out var mistake);
            if (answer is null)
            {
                mistakes.Add(new(line, fact, mistake!));
            }
            else
            {
                answers.Add(new(fact, answer));
            }
        }

        return answers.Count == 0 ? Answers.None : Answers.Of(answers);
    }

    [GeneratedRegex(@"^[A-Za-z0-9._:-]{1,64}$")]
    private static partial Regex UnitId();
}
