using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Reads the variables that a study keeps of a company and reports by: <c>reporting: { land: frame, size: { from:
/// persons_employed, classification: size-class }, landGroup: { of: land } }</c>.</summary>
/// <remarks>A stratum of the population that is not named there is a variable of the frame with the classification of its own
/// name.</remarks>
internal sealed class ReportingReader(Classifications classifications)
{
    /// <summary>Heads of files, parts of addresses, and words that stand for a code.</summary>
    private static readonly HashSet<string> _reserved =
    [
        "total",
        ReportingCell.NotStated,
        "by",
        "where",
        "sort",
        "study",
        "wave",
        "synthetic",
        "release",
        "index",
        "index_version",
        "node",
        "name",
        "estimate",
        "standard_error",
        "lower",
        "upper",
        "level",
        "confidence_level",
        "interval_method",
        "maturity_level",
        "respondents",
        "effective_respondents",
        "coefficient_of_variation",
        "status",
        "data_version",
        "bound_lower",
        "bound_upper",
        "degrees_of_freedom",
        "population",
        "answered",
        "companies",
        "mergers",
    ];

    private static readonly Dictionary<string, bool> _frame = new(StringComparer.Ordinal) { ["frame"] = true };

    private readonly List<ReportingVariable> _variables = [];
    private readonly List<AnsweredVariable> _answered = [];
    private readonly List<FrameCheck> _frameChecks = [];
    private int _places;

    /// <summary>Those that are decided by answers.</summary>
    public IReadOnlyList<AnsweredVariable> Answered => _answered;

    /// <summary>Those whose answers are held against the frame.</summary>
    public IReadOnlyList<FrameCheck> FrameChecks => _frameChecks;

    /// <summary>The first is the Land; those of the reporting cell stand in the order of the cell.</summary>
    public IReadOnlyList<ReportingVariable> Variables => _variables;

    /// <param name="strata">As the population names them; null where it names none: then the frame knows every variable that does not
    /// group another.</param>
    /// <param name="written">Where the strata stand, or the file where they do not.</param>
    public void Read(YamlMapping top, IReadOnlyList<string>? strata, YamlNode written)
    {
        var node = top.Optional("reporting")?.AsMapping();
        var declared = (node?.Entries ?? []).ToDictionary(entry => entry.Key.Value, entry => entry.Value, StringComparer.Ordinal);
        var kept = declared.Where(one => !IsGroup(one.Value)).Select(one => one.Key).ToArray();
        CheckIds(node);
        foreach (var group in (strata ?? []).Where(id => declared.GetValueOrDefault(id) is { } one && IsGroup(one)))
        {
            written.Report(
                "unsupported-strata",
                $"'{group}' groups another variable, and a unit is drawn by the codes themselves. Name that one."
            );
        }

        var inFrame = (strata ?? kept).Where(id => !(declared.GetValueOrDefault(id) is { } one && IsGroup(one))).ToArray();
        foreach (var id in inFrame.Concat(kept).Distinct())
        {
            Keep(written, id, declared.GetValueOrDefault(id), inFrame.Contains(id));
        }

        foreach (var (id, group) in declared.Where(one => IsGroup(one.Value)))
        {
            Group(id, (YamlMapping)group);
        }

        foreach (var id in declared.Keys)
        {
            _ = node!.Optional(id);
        }
    }

    /// <summary>Ids stand in addresses, lists parted by commas, and heads of files beside others.</summary>
    private static void CheckIds(YamlMapping? reporting)
    {
        foreach (var (key, _) in reporting?.Entries ?? [])
        {
            if (key.AsId() is { } id && _reserved.Contains(id))
            {
                key.Report("reserved-variable", $"'{id}' is the name of something else in results. Choose another id.");
            }
        }
    }

    private static bool IsGroup(YamlNode node) => node is YamlMapping mapping && mapping.Entries.Any(entry => entry.Key.Value == "of");

    private void Keep(YamlNode strata, string id, YamlNode? declared, bool isInFrame)
    {
        if (declared is YamlMapping own)
        {
            var from = own.Optional("from");
            var asked = from is YamlScalar { Value: "frame" } ? null : from?.AsString();
            var codes = own.Optional("codes");
            var named = own.Optional("classification");
            var classification = codes is not null ? Inline(id, codes) : Find(own, named?.AsString() ?? id);
            var title = own.Optional("title")?.AsText();
            var groups = own.Optional("groups")?.AsText();
            var held = FrameCheckReader.Read(own, isInFrame && asked is not null);
            own.NothingElse();
            if (asked is null && !isInFrame)
            {
                own.Report(
                    "variable-without-source",
                    $"The frame knows its units only by the strata, and '{id}' is none. Write from: and the question "
                        + "that tells it, or add it to the strata."
                );
            }

            Add(id, title, groups, classification, isInFrame, asked is null ? null : (asked, from!.Place), own);
            if (held is not null)
            {
                _frameChecks.Add(held.Of(_variables[^1], _answered[^1]));
            }

            return;
        }

        _ = declared?.AsChoice(_frame);
        if (!isInFrame)
        {
            declared!.Report(
                "variable-without-source",
                $"The frame knows its units only by the strata, and '{id}' is none. Write {id}: {{ from: QUESTION }}, or "
                    + "add it to the strata."
            );
        }

        Add(id, null, null, Find(declared ?? strata, id), isInFrame, null, declared ?? strata);
    }

    private void Add(
        string id,
        Text? title,
        Text? groups,
        Classification? classification,
        bool isInFrame,
        (string Asked, FilePosition Written)? answer,
        YamlNode node
    )
    {
        // Without one a problem has been reported; whatever else names the variable is not at fault.
        classification ??= new Classification(id, new(id, id), "", "", []);
        if (classification.Entries.FirstOrDefault(entry => IsUnusable(entry.Code)) is { } bad)
        {
            node.Report(
                "unusable-code",
                $"The code '{bad.Code}' of '{classification.Id}' cannot be reported by: a code has letters, digits, '_', '-' and '.', "
                    + $"and {ReportingCell.NotStated} stands for those who did not say. Rename it."
            );
        }

        if (answer is { } from)
        {
            _answered.Add(new(_places, from.Asked, classification, NumberBand.Of(classification), from.Written));
        }

        Declare(id, title, groups, classification, new VariableSource.Cell(_places++) { IsInFrame = isInFrame });
    }

    private void Group(string id, YamlMapping node)
    {
        var of = node.Required("of")!;
        var finer = of.AsChoice(_variables.ToDictionary(one => one.Id, one => one.Order, StringComparer.Ordinal)) is { } order
            ? _variables[order]
            : null;
        var level = node.Optional("level")?.AsInteger(1, 9);
        var title = node.Optional("title")?.AsText();
        var groups = node.Optional("groups")?.AsText();
        node.NothingElse();
        if (finer is null)
        {
            return;
        }

        var classification = level is null
            ? finer.Classification.ParentsIn is { } parents
                ? Find(of, parents)
                : null
            : finer.Classification.Entries.Any(entry => finer.Classification.LevelOf(entry) == level)
                ? finer.Classification
                : null;
        if (classification is null)
        {
            of.Report(
                "no-groups",
                level is null
                    ? $"The codes of '{finer.Classification.Id}' stand below nothing. Name a variable whose "
                        + "classification says parents:, or a level: of a classification that is a tree."
                    : $"The classification '{finer.Classification.Id}' has no entry at level {level}. 1 is the top."
            );
            return;
        }

        Declare(id, title, groups, classification, new VariableSource.Group(finer, level));
    }

    private void Declare(string id, Text? title, Text? groups, Classification classification, VariableSource source) =>
        _variables.Add(
            new(id, title ?? classification.Title, groups ?? new("Gruppen", "groups"), classification, source, _variables.Count)
        );

    private static bool IsUnusable(string code) =>
        code == ReportingCell.NotStated || !code.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.');

    private static Classification? Inline(string id, YamlNode list)
    {
        var entries = new List<ClassificationEntry>();
        NumberBand? before = null;
        foreach (var node in list.AsMappings())
        {
            var (code, label) = (node.Required("code")?.AsString(), node.TextHere());
            var properties = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var key in new[] { "from", "to" })
            {
                if (node.Optional(key) is { } bound && WholeNumber(bound))
                {
                    properties.Add(key, bound.AsString()!);
                }
            }

            node.NothingElse();
            if (code is not null && label is not null && entries.Exists(entry => entry.Code == code))
            {
                node.Report("duplicate-id", $"There is a code '{code}' already. Give each its own.");
            }
            else if (code is not null && label is not null)
            {
                var entry = new ClassificationEntry(code, label, null, properties);
                before = Follows(before, NumberBand.Of(entry), entries.Count == 0, node);
                entries.Add(entry);
            }
        }

        return entries.Count == 0 ? null : new Classification(id, new(id, id), "", "", entries);
    }

    private static bool WholeNumber(YamlNode bound)
    {
        var number = bound.AsDecimal(-NumberBand.Largest, NumberBand.Largest);
        if (number is not null && number != decimal.Truncate(number.Value))
        {
            bound.Report("wrong-kind", "A band begins and ends with a whole number; both belong to it.");
            return false;
        }

        return number is not null;
    }

    /// <summary>Bands that overlap or leave a gap, or codes of which some have a band and others none, would put companies where nobody
    /// meant
    /// them.</summary>
    /// <returns>The band, for the next one to follow.</returns>
    private static NumberBand? Follows(NumberBand? before, NumberBand? band, bool isFirst, YamlMapping node)
    {
        if (!isFirst && before is null != band is null)
        {
            node.Report("band-missing", "Some of these codes have a band of numbers and some have none. Give each a from:, or none.");
        }
        else if (band is not null && (band.Below <= band.From || (before is not null && band.From != before.Below)))
        {
            node.Report(
                "code-bands-not-ascending",
                "This band ends before it begins, or does not begin where the one before it ends. Put the bands in ascending "
                    + "order, each with a from: that is one more than the to: before it, and only the last without a to:."
            );
        }

        return band;
    }

    private Classification? Find(YamlNode node, string id)
    {
        if (classifications.Find(id) is { } classification)
        {
            return classification;
        }

        node.Report(
            "unknown-classification",
            $"There is no classification '{id}'. There are: "
                + $"{string.Join(", ", classifications.All.Select(one => one.Id).Order(StringComparer.Ordinal))}. Name "
                + "one with classification:, or write the codes: here."
        );
        return null;
    }
}
