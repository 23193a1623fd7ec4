using System.Collections.Frozen;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads one question of a questionnaire.</summary>
/// <param name="isNew">Reports an id that is taken or cannot be named.</param>
internal sealed class QuestionReader(YamlMapping yaml, CodeLists codeLists, Func<YamlNode, bool> isNew)
{
    /// <summary>Stands in for a text that is missing, so that reading can go on to the next mistake.</summary>
    public static readonly Text NoText = new("", "");

    private const int MaximumTextLength = 10_000;

    private static readonly string[] s_types = ["single", "multiple", "grid", "integer", "decimal", "percentage", "amount", "sumGroup", "date", "text", "note"];

    private static readonly FrozenDictionary<string, MissingReason> s_reasons =
        ReasonWords.All.Where(one => one.Value is MissingReason.DontKnow or MissingReason.Refused or MissingReason.NotApplicable).ToFrozenDictionary();

    /// <summary>Units that need not be written out in both languages.</summary>
    private static readonly FrozenDictionary<string, Text> s_units = new Dictionary<string, Text>
    {
        ["persons"] = new("Personen", "persons"),
        ["percent"] = new("%", "%"),
        ["euro"] = new("Euro", "euro"),
        ["thousandEuro"] = new("Tsd. Euro", "thousand euro"),
        ["hours"] = new("Stunden", "hours"),
        ["days"] = new("Tage", "days"),
        ["weeks"] = new("Wochen", "weeks"),
        ["months"] = new("Monate", "months"),
        ["years"] = new("Jahre", "years"),
        ["devices"] = new("Geräte", "devices"),
        ["mbits"] = new("Mbit/s", "Mbit/s"),
    }.ToFrozenDictionary();

    private string _id = "";
    private Text _text = NoText;
    private Text? _help;
    private MissingReason[] _missing = [];
    private bool _required;

    public QuestionDraft Read()
    {
        var idNode = yaml.Required("id");
        var isGood = idNode?.AsId() is not null && isNew(idNode);
        _id = isGood ? idNode!.AsScalar()!.Value : "";
        _text = yaml.Required("text")?.AsText() ?? NoText;
        _help = yaml.Optional("help")?.AsText();
        var typeNode = yaml.Required("type");
        var type = typeNode?.AsString();
        var when = yaml.Optional("when")?.AsScalar();
        if (type != "note")
        {
            _missing = [.. (yaml.Optional("missing")?.AsList()?.Items ?? []).Select(one => one.AsChoice(s_reasons)).OfType<MissingReason>()];
            _required = yaml.Optional("required")?.AsTruth() ?? false;
        }

        if (type is null || !s_types.Contains(type))
        {
            if (type is not null)
            {
                var near = NearMiss.Of(type, s_types);
                typeNode!.Report("unknown-choice", $"'{type}' is not a question type.{(near is null ? "" : $" Did you mean '{near}'?")} There are: {string.Join(", ", s_types)}.");
            }

            return Draft(null, [], [], _ => new Question.Note { Id = _id, Text = _text }) with { Variables = [], IsBroken = true };
        }

        var draft = OfType(type);
        yaml.NothingElse();
        return draft with { When = when };
    }

    /// <summary>Whether an expression can name it: a letter, then letters, digits and '_'.</summary>
    public static bool IsNameable(string id) => char.IsAsciiLetter(id[0]) && id.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    private QuestionDraft OfType(string type) => type switch
    {
        "single" => Single(),
        "multiple" => Multiple(),
        "grid" => Grid(),
        "integer" => Numeric(NumberKind.Integer, null, null, null),
        "decimal" => Numeric(NumberKind.Decimal, null, null, null),
        "percentage" => Numeric(NumberKind.Percentage, s_units["percent"], "0", "100"),
        "amount" => Numeric(NumberKind.Amount, s_units["euro"], null, null),
        "sumGroup" => SumGroup(),
        "date" => Date(),
        "text" => FreeText(),
        _ => Draft(null, [], [], _ => new Question.Note { Id = _id, Text = _text, Help = _help }) with { Variables = [] },
    };

    private QuestionDraft Single()
    {
        var options = codeLists.Of(yaml);
        return Draft(ExpressionKind.Code, options, [], _ => Complete(new Question.Single(options) { Id = _id, Text = _text }));
    }

    private QuestionDraft Multiple()
    {
        var options = codeLists.Of(yaml);
        var minimum = yaml.Optional("minimum")?.AsInteger(1, Math.Max(1, options.Count));
        var maximumNode = yaml.Optional("maximum");
        var maximum = maximumNode?.AsInteger(1, Math.Max(1, options.Count));
        if (maximum < minimum)
        {
            maximumNode!.Report("out-of-range", $"The maximum {maximum} is below the minimum {minimum}.");
        }

        return Draft(ExpressionKind.Codes, options, [], _ => Complete(new Question.Multiple(options, minimum, maximum) { Id = _id, Text = _text }));
    }

    private QuestionDraft Grid()
    {
        var options = codeLists.Of(yaml);
        var rows = Rows("rows");
        return Draft(ExpressionKind.Code, options, rows, _ => Complete(new Question.Grid(rows, options) { Id = _id, Text = _text }));
    }

    private QuestionDraft Numeric(NumberKind kind, Text? unit, string? least, string? most)
    {
        unit = Unit() ?? unit;
        var decimals = kind == NumberKind.Integer ? 0 : yaml.Optional("decimals")?.AsInteger(0, 6) ?? (kind == NumberKind.Percentage ? 0 : 2);
        var (minimum, maximum) = (yaml.Optional("min")?.AsScalar(), yaml.Optional("max")?.AsScalar());
        return Draft(ExpressionKind.Number, [], [], read =>
        {
            var (min, max) = (minimum is null ? read.Constant(least) : read.Number(minimum), maximum is null ? read.Constant(most) : read.Number(maximum));
            if (min?.Constant > max?.Constant)
            {
                (maximum ?? minimum!).Report("out-of-range", "The minimum is above the maximum: no answer is possible.");
            }

            return Complete(new Question.Numeric(kind, unit, decimals, min, max) { Id = _id, Text = _text });
        });
    }

    private QuestionDraft SumGroup()
    {
        var items = Rows("items");
        var total = yaml.Required("total")?.AsScalar();
        var tolerance = yaml.Optional("tolerance")?.AsDecimal(0, 1_000_000) ?? 0;
        var unit = Unit();
        var decimals = yaml.Optional("decimals")?.AsInteger(0, 6) ?? 0;
        var allowAllBlank = yaml.Optional("allowAllBlank")?.AsTruth() ?? !_required;
        return Draft(ExpressionKind.Number, [], items, read =>
            Complete(new Question.SumGroup(items, read.Number(total)!, tolerance, unit, decimals, allowAllBlank) { Id = _id, Text = _text }));
    }

    private QuestionDraft Date()
    {
        var from = yaml.Optional("from")?.AsDate();
        var to = yaml.Optional("to");
        if (to?.AsDate() is { } last && last < from)
        {
            to.Report("out-of-range", "The last day is before the first: no answer is possible.");
        }

        return Draft(ExpressionKind.Date, [], [], _ => Complete(new Question.Date(from, to?.AsDate()) { Id = _id, Text = _text }));
    }

    private QuestionDraft FreeText()
    {
        var length = yaml.Optional("maximumLength")?.AsInteger(1, MaximumTextLength) ?? 1_000;
        return Draft(ExpressionKind.Text, [], [], _ => Complete(new Question.FreeText(length) { Id = _id, Text = _text }));
    }

    private QuestionDraft Draft(ExpressionKind? kind, IReadOnlyList<Option> options, List<Row> parts, Func<ExpressionReader, Question> finish)
    {
        var variables = parts.Count > 0
            ? parts.Select(part => new VariableDraft($"{_id}.{part.Id}", part, null))
            : [new(_id, null, null), .. options.Where(option => option.Specify).Select(option => new VariableDraft($"{_id}.{option.Code}", null, option))];
        return new(_id, kind, options, parts, [.. variables], null, finish);
    }

    private Question Complete(Question question) => question with { Help = _help, Missing = _missing, Required = _required };

    private Text? Unit() => yaml.Optional("unit") switch
    {
        null => null,
        YamlMapping text => text.AsText(),
        var node when node.AsString() is { } word => s_units.TryGetValue(word, out var unit) ? unit : NoUnit(node, word),
        _ => null,
    };

    private static Text? NoUnit(YamlNode node, string word)
    {
        node.Report("unknown-choice", $"'{word}' is not a known unit. Write it in both languages ({{ de: ..., en: ... }}), or use one of {string.Join(", ", s_units.Keys.Order(StringComparer.Ordinal))}.");
        return null;
    }

    private List<Row> Rows(string key)
    {
        var list = yaml.Required(key);
        if (list is YamlList { Items.Count: 0 })
        {
            list.Report("empty-list", $"There is nothing in '{key}'. Write at least one.");
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        return [.. (list?.AsMappings() ?? []).Select(one => Row(one, ids)).OfType<Row>()];
    }

    private static Row? Row(YamlMapping yaml, HashSet<string> ids)
    {
        var node = yaml.Required("id");
        var id = node?.AsId();
        var label = yaml.TextHere();
        yaml.NothingElse();
        if (id is not null && !IsNameable(id))
        {
            node!.Report("reserved-id", $"Expressions could not name '{id}'. Use letters, digits and '_'.");
        }
        else if (id is not null && !ids.Add(id))
        {
            node!.Report("duplicate-id", $"'{id}' stands here twice. Rename one.");
        }

        return id is null || label is null ? null : new(id, label);
    }
}
