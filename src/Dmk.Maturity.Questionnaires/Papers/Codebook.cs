using System.Diagnostics;
using System.Globalization;
using CsvHelper;

namespace Dmk.Maturity.Questionnaires;

/// <summary>What each variable of a questionnaire is: one line for each variable, those within rosters and those computed
/// included.</summary>
/// <remarks>CSV as in RFC 4180, UTF-8 with the mark by which spreadsheets know it; what a spreadsheet would run as a formula has a mark
/// before it.</remarks>
public sealed class Codebook(Questionnaire questionnaire)
{
    /// <summary>Longer lists of codes are named, not listed.</summary>
    private const int MostCodes = 100;

    private static readonly CsvWriterOptions _options = CsvWriterOptions.Default with
    {
        Injection = CsvInjection.Escape,
        WriteByteOrderMark = true,
    };

    private static readonly string[] _columns =
    [
        "variable",
        "question",
        "section",
        "roster",
        "type",
        "label_de",
        "label_en",
        "unit_de",
        "unit_en",
        "codes_de",
        "codes_en",
        "missing_codes",
        "minimum",
        "maximum",
        "universe",
        "universe_de",
        "universe_en",
        "formula",
    ];

    private readonly RuleWords _german = new(questionnaire, Language.German, id => id);
    private readonly RuleWords _english = new(questionnaire, Language.English, id => id);

    public byte[] Write()
    {
        using var file = new MemoryStream();
        using (var csv = CsvWriter.Create(file, _options, leaveOpen: true))
        {
            csv.WriteRecord(_columns);
            foreach (var variable in questionnaire.Variables)
            {
                csv.WriteRecord(Line(variable));
                if (variable.Question is Question.Roster roster)
                {
                    WriteInner(csv, variable, roster);
                }
            }

            foreach (var computed in questionnaire.Computed)
            {
                csv.WriteRecord(Line(computed, section: "", roster: ""));
            }
        }

        return file.ToArray();
    }

    /// <summary>The variables of a roster and what is computed within its items, as they are called within it.</summary>
    private void WriteInner(CsvWriter csv, Variable variable, Question.Roster roster)
    {
        foreach (var inner in questionnaire.VariablesOf(roster))
        {
            csv.WriteRecord(Line(inner));
        }

        foreach (var computed in roster.Computed)
        {
            csv.WriteRecord(Line(computed, variable.Section.Id, roster.Id));
        }
    }

    private string[] Line(Variable variable)
    {
        var question = variable.Question;
        var (minimum, maximum) = Bounds(variable);
        var conditions = variable.AskedWhen;
        return
        [
            variable.Id,
            question.Id,
            variable.Section.Id,
            variable.Roster?.Id ?? "",
            TypeOf(variable),
            Label(variable, Language.German),
            Label(variable, Language.English),
            Unit(question)?.De ?? "",
            Unit(question)?.En ?? "",
            Codes(variable, Language.German),
            Codes(variable, Language.English),
            string.Join("; ", Missing(variable).Select(ReasonWords.Of)),
            minimum,
            maximum,
            Universe(variable, conditions),
            Universe(variable, conditions, _german, Language.German),
            Universe(variable, conditions, _english, Language.English),
            "",
        ];
    }

    /// <param name="section">Of the roster that it is computed in; empty outside of rosters.</param>
    private static string[] Line(Computed computed, string section, string roster)
    {
        var line = new string[_columns.Length];
        Array.Fill(line, "");
        line[0] = computed.Id;
        line[2] = section;
        line[3] = roster;
        line[4] = $"computed {KindOf(computed.Value)}";
        line[^1] = computed.Value.Source;
        line[11] = ReasonWords.Of(MissingReason.Unanswered);
        return line;
    }

    private static string KindOf(Expression value) =>
        value.Kind switch
        {
            ExpressionKind.Number => "number",
            ExpressionKind.Truth => "truth",
            ExpressionKind.Text => "text",
            ExpressionKind.Date => "date",
            ExpressionKind.Code => "code",
            ExpressionKind.Codes or ExpressionKind.Period or ExpressionKind.Items => throw new UnreachableException(value.Source),
            _ => throw new UnreachableException(value.Kind.ToString()),
        };

    private static string NumberWord(NumberKind kind) =>
        kind switch
        {
            NumberKind.Integer => "integer",
            NumberKind.Decimal => "decimal",
            NumberKind.Percentage => "percentage",
            NumberKind.Amount => "amount",
            _ => throw new UnreachableException(kind.ToString()),
        };

    private static string TypeOf(Variable variable) =>
        variable.Specify is not null
            ? "text"
            : variable.Question switch
            {
                Question.Single => "single",
                Question.Multiple => "multiple",
                Question.Grid { Several: true } => "grid, several per row",
                Question.Grid => "grid",
                Question.CodeSearch => "codeSearch",
                Question.Numeric numeric => NumberWord(numeric.Kind),
                Question.SumGroup => "sumGroup",
                Question.FreeText text => TextForms.WordOf(text.Format),
                Question.Date => "date",
                Question.Period => "period",
                Question.Roster => "roster",
                Question.Note => "note",
                _ => throw new UnreachableException(variable.Question.GetType().Name),
            };

    private string Label(Variable variable, Language language)
    {
        var text = Printed(variable.Question.Text, language);
        var part = variable.Part?.Label ?? variable.Specify?.Label;
        return part is null ? text : $"{text} | {Printed(part, language)}";
    }

    /// <summary>No company's answers are known here: what a text pipes in is as on paper.</summary>
    private string Printed(Text text, Language language) => PrintedText.Of(questionnaire, text, language);

    private static Text? Unit(Question question) =>
        question switch
        {
            Question.Numeric { Unit: null, Kind: NumberKind.Percentage } => new("Prozent", "percent"),
            Question.Numeric numeric => numeric.Unit,
            Question.SumGroup sum => sum.Unit,
            Question.Single
            or Question.Multiple
            or Question.Grid
            or Question.CodeSearch
            or Question.FreeText
            or Question.Date
            or Question.Period
            or Question.Roster
            or Question.Note => null,
            _ => throw new UnreachableException(question.GetType().Name),
        };

    private string Codes(Variable variable, Language language) =>
        variable.Specify is not null ? ""
        : variable.Question is Question.CodeSearch search
            ? $"{search.Classification.Id} {search.Classification.Edition} ({search.Options.Count.ToString(CultureInfo.InvariantCulture)})"
        : variable.Question.Choices is { Count: > MostCodes } many
            ? $"{many.Count.ToString(CultureInfo.InvariantCulture)} codes: {many[0].Code} ... {many[^1].Code}"
        : string.Join("; ", variable.Question.Choices.Select(option => $"{option.Code} = {Printed(option.Label, language)}"));

    /// <summary>Those that can occur in a submission.</summary>
    private static IEnumerable<MissingReason> Missing(Variable variable)
    {
        var isSpecify = variable.Specify is not null;
        foreach (var reason in isSpecify ? [] : variable.Question.Missing)
        {
            yield return reason;
        }

        if (isSpecify ? variable.Specify!.Specify != Specification.Required : !variable.Question.Required)
        {
            yield return MissingReason.Unanswered;
        }

        if (variable.CanBeUnasked)
        {
            yield return MissingReason.NotAsked;
        }
    }

    private static (string Minimum, string Maximum) Bounds(Variable variable) =>
        variable.Specify is not null
            ? ("", "")
            : variable.Question switch
            {
                Question.Numeric numeric => (numeric.Min?.Source ?? "", numeric.Max?.Source ?? ""),
                Question.SumGroup sum => ("0", $"sum: {sum.Total.Source}"),
                Question.FreeText { Format: TextFormat.PostalCode } code => (Length(code.MaximumLength), Length(code.MaximumLength)),
                Question.FreeText text => (Length(text.MinimumLength), Length(text.MaximumLength)),
                Question.Date date => (date.From?.Source ?? "", date.To?.Source ?? ""),
                Question.Period period => (period.From?.Source ?? "", period.To?.Source ?? ""),
                Question.Roster roster => (Items(roster.Minimum), Items(roster.Maximum)),
                Question.Multiple multiple => (Ticks(multiple.Minimum), Ticks(multiple.Maximum)),
                Question.Single or Question.Grid or Question.CodeSearch or Question.Note => ("", ""),
                _ => throw new UnreachableException(variable.Question.GetType().Name),
            };

    private static string Length(int count) => Counted.Of(count, "character");

    private static string Items(int count) => Counted.Of(count, "item");

    private static string Ticks(int? count) => count is { } known ? Counted.Of(known, "option") : "";

    private static string Universe(Variable variable, IReadOnlyList<Expression> conditions)
    {
        var rules = conditions.Select(rule => conditions.Count > 1 ? $"({rule.Source})" : rule.Source).ToList();
        if (variable.Specify is { } option)
        {
            rules.Add($"'{option.Code}' chosen in {variable.Id[..variable.Id.LastIndexOf('.')]}");
        }

        return string.Join(" and ", rules);
    }

    private string Universe(Variable variable, IReadOnlyList<Expression> conditions, RuleWords words, Language language)
    {
        var german = language == Language.German;
        var said = conditions.Count == 0 ? "" : words.Of(conditions);
        if (variable.Specify is { } option)
        {
            var label = Printed(option.Label, language);
            said +=
                (
                    said.Length > 0
                        ? german
                            ? " und "
                            : " and "
                        : ""
                ) + (german ? $"„{label}“ ist gewählt" : $"“{label}” is chosen");
        }

        return said.Length > 0 ? said
            : german ? "alle"
            : "all";
    }
}
