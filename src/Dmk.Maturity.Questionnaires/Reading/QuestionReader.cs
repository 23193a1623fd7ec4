using System.Collections.Frozen;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads one question of a questionnaire.</summary>
/// <param name="isNew">Reports an id that is taken or cannot be named.</param>
internal sealed class QuestionReader(YamlMapping yaml, CodeLists codeLists, TextPlaces texts, Func<YamlNode, bool> isNew)
{
    /// <summary>Stands in for a text that is missing, so that reading can go on to the next mistake.</summary>
    public static readonly Text NoText = new("", "");

    /// <summary>In a roster.</summary>
    private const int MostItems = 100;

    private static readonly FrozenDictionary<string, MissingReason> _reasons = ReasonWords
        .All.Where(one => one.Value is MissingReason.DontKnow or MissingReason.Refused or MissingReason.NotApplicable)
        .ToFrozenDictionary();

    private static readonly Dictionary<string, bool> _each = new(StringComparer.Ordinal) { ["single"] = false, ["multiple"] = true };
    private static readonly Dictionary<string, bool> _orders = new(StringComparer.Ordinal) { ["fixed"] = false, ["random"] = true };

    /// <summary>Stands within a roster.</summary>
    public bool IsInner { get; init; }

    /// <summary>Names of groups that are taken.</summary>
    public HashSet<string> GroupIds { get; init; } = [];

    private QuestionKeys _keys = new(yaml, codeLists.Classifications, "", NoText);

    private MissingReason[] Reasons()
    {
        var reasons = new List<MissingReason>();
        foreach (var one in yaml.Optional("missing")?.AsList()?.Items ?? [])
        {
            if (one.AsChoice(_reasons) is not { } reason)
            {
                continue;
            }

            if (reasons.Contains(reason))
            {
                one.Report("duplicate-id", $"The reason '{ReasonWords.Of(reason)}' stands here twice. Keep one.");
            }

            reasons.Add(reason);
        }

        return [.. reasons];
    }

    public QuestionDraft Read()
    {
        var idNode = yaml.Required("id");
        var isGood = idNode?.AsId() is not null && isNew(idNode);
        var id = isGood ? idNode!.AsScalar()!.Value : "";
        _keys = new(yaml, codeLists.Classifications, id, texts.Read(yaml.Required("text")) ?? NoText)
        {
            Help = texts.Read(yaml.Optional("help")),
        };
        var typeNode = yaml.Required("type");
        var type = typeNode?.AsString();
        var when = yaml.Optional("when")?.AsScalar();
        var checks = yaml.Optional("checks")?.AsMappings() ?? [];
        if (type != "note")
        {
            _keys.Missing = Reasons();
            _keys.IsRequired = yaml.Optional("required")?.AsTruth() ?? false;
            _keys.Prefill = PrefillReader.Read(yaml, codeLists.Classifications, IsInner);
        }

        if (type is null || !QuestionTypes.All.Contains(type))
        {
            if (type is not null)
            {
                var near = QuestionTypes.Near(type);
                typeNode!.Report(
                    "unknown-choice",
                    $"'{type}' is not a question type.{(near is null ? "" : $" Did you mean '{near}'?")} "
                        + $"There are: {string.Join(", ", QuestionTypes.All)}."
                );
            }

            return _keys.Broken();
        }

        var draft = OfType(type);
        yaml.NothingElse();
        if (IsInner && type == "roster")
        {
            typeNode!.Report("nested-roster", "A roster cannot stand within a roster. Ask its questions in a roster of their own.");
            return _keys.Broken();
        }

        return draft with
        {
            When = when,
            Checks = checks,
        };
    }

    /// <summary>Whether an expression can name it: a letter, then letters, digits and '_'.</summary>
    public static bool IsNameable(string id) =>
        char.IsAsciiLetter(id[0]) && id.All(character => char.IsAsciiLetterOrDigit(character) || character == '_');

    /// <summary><c>order: random</c>, or <c>fixed</c>, which is the default.</summary>
    public static bool ReadOrder(YamlMapping yaml, string key) => yaml.Optional(key)?.AsChoice(_orders) ?? false;

    private NumberQuestions Numbers => new(yaml, _keys, codeLists, texts);

    private DayQuestions Days => new(yaml, _keys);

    private TextQuestions Texts => new(yaml, _keys, texts);

    private QuestionDraft OfType(string type) =>
        type switch
        {
            "single" => Single(),
            "multiple" => Multiple(),
            "grid" => Grid(),
            "integer" => Numbers.Numeric(NumberKind.Integer, null, null, null),
            "decimal" => Numbers.Numeric(NumberKind.Decimal, null, null, null),
            "percentage" => Numbers.Numeric(NumberKind.Percentage, Units.Percent, "0", "100"),
            "amount" => Numbers.Numeric(NumberKind.Amount, Units.Euro, null, null),
            "sumGroup" => Numbers.SumGroup(),
            "date" => Days.Date(),
            "period" => Days.Period(),
            "codeSearch" => CodeSearch(),
            "roster" => Roster(),
            "text" => Texts.FreeText(),
            "email" => Texts.Formatted(TextFormat.Email),
            "phone" => Texts.Formatted(TextFormat.Phone),
            "postalCode" => Texts.Formatted(TextFormat.PostalCode),
            _ => _keys.Draft(
                null,
                [],
                [],
                _ => new Question.Note
                {
                    Id = _keys.Id,
                    Text = _keys.Text,
                    Help = _keys.Help,
                }
            ) with
            {
                Variables = [],
            },
        };

    private QuestionDraft Single()
    {
        var options = codeLists.Of(yaml);
        _keys.ShufflesOptions = ReadOrder(yaml, "order");
        return _keys.Draft(
            ExpressionKind.Code,
            options,
            [],
            _ => _keys.Complete(new Question.Single(options) { Id = _keys.Id, Text = _keys.Text })
        ) with
        {
            Classification = codeLists.ClassificationOf(yaml),
        };
    }

    private QuestionDraft Multiple()
    {
        var options = codeLists.Of(yaml);
        _keys.ShufflesOptions = ReadOrder(yaml, "order");
        var minimum = yaml.Optional("minimum")?.AsInteger(1, Math.Max(1, options.Count));
        var maximumNode = yaml.Optional("maximum");
        var maximum = maximumNode?.AsInteger(1, Math.Max(1, options.Count));
        if (maximum < minimum)
        {
            maximumNode!.Report("out-of-range", $"The maximum {maximum} is below the minimum {minimum}.");
        }

        if (minimum > 1 && options.Any(option => codeLists.Conditions.Find(option) is not null))
        {
            yaml.Optional("minimum")!
                .Report(
                    "conditional-minimum",
                    "Options with conditions may be fewer than that, and nobody could go on. Leave the minimum out, or ask a check."
                );
        }

        if (!IsInner)
        {
            codeLists.NoteMultiple(_keys.Id, options);
        }

        return _keys.Draft(
            ExpressionKind.Codes,
            options,
            [],
            _ => _keys.Complete(new Question.Multiple(options, minimum, maximum) { Id = _keys.Id, Text = _keys.Text })
        );
    }

    private QuestionDraft Grid()
    {
        var options = codeLists.Of(yaml);
        var rows = Rows();
        var several = yaml.Optional("each")?.AsChoice(_each) ?? false;
        _keys.ShufflesOptions = ReadOrder(yaml, "order");
        _keys.ShufflesRows = ReadOrder(yaml, "rowOrder");
        foreach (var option in options.Where(option => option.AsksToSpecify && rows.Any(row => row.Id == option.Code)))
        {
            yaml.Report(
                "duplicate-id",
                $"'{_keys.Id}.{option.Code}' would be both a row and the words behind the option '{option.Code}'. Rename the row."
            );
        }

        return _keys.Draft(
            several ? ExpressionKind.Codes : ExpressionKind.Code,
            options,
            rows,
            _ =>
                _keys.Complete(
                    new Question.Grid(rows, options)
                    {
                        Several = several,
                        Id = _keys.Id,
                        Text = _keys.Text,
                    }
                )
        );
    }

    private IReadOnlyList<Row> Rows()
    {
        var (written, carried) = (yaml.Optional("rows"), yaml.Optional("rowsFrom"));
        if (written is not null && carried is not null)
        {
            carried.Report(
                "missing-key",
                "A grid has either 'rows' (written out) or 'rowsFrom' (a multiple choice before it), one of them."
            );
        }

        return carried?.AsScalar() is { } source
            ? codeLists.RowsFrom(source)
            : RowReader.Read(yaml.Required("rows"), "rows", texts, codeLists.Conditions);
    }

    private QuestionDraft CodeSearch()
    {
        var (classification, found) = codeLists.Searched(yaml);
        var describe = yaml.Optional("describe");
        var options = found;
        if (describe?.AsTruth() == true)
        {
            options = [.. found, Question.CodeSearch.Undescribed];
            if (classification?.Find(Question.CodeSearch.Undescribed.Code) is { } entry)
            {
                describe.Report("duplicate-id", $"'{entry.Code}' is a code of this classification. Remove 'describe'.");
                options = found;
            }
        }

        return classification is null
            ? _keys.Broken()
            : _keys.Draft(
                ExpressionKind.Code,
                options,
                [],
                _ => _keys.Complete(new Question.CodeSearch(classification, options) { Id = _keys.Id, Text = _keys.Text })
            ) with
            {
                Classification = classification,
            };
    }

    private QuestionDraft Roster()
    {
        var minimum = yaml.Optional("minimum")?.AsInteger(0, MostItems) ?? 0;
        var maximumNode = yaml.Optional("maximum");
        var maximum = maximumNode?.AsInteger(1, MostItems) ?? MostItems;
        if (maximum < minimum)
        {
            maximumNode!.Report("out-of-range", $"The maximum {maximum} is below the minimum {minimum}.");
        }

        var label = texts.Read(yaml.Required("item")) ?? NoText;
        var groups = new GroupReader(texts, GroupIds, one => new QuestionReader(one, codeLists, texts, isNew) { IsInner = true }.Read())
        {
            IsInner = true,
        };
        var inner = groups.Read(yaml.Required("questions"), "roster");
        var computed = (yaml.Optional("computed")?.AsMappings() ?? []).Select(one => ComputedReader.Draft(one, isNew)).ToList();
        return inner.Count == 0
            ? _keys.Broken()
            : _keys.Draft(
                ExpressionKind.Items,
                [],
                [],
                _ => _keys.Complete(new Question.Roster(minimum, maximum, label, []) { Id = _keys.Id, Text = _keys.Text })
            ) with
            {
                Inner = inner,
                InnerComputed = computed,
                MostItems = maximum,
            };
    }
}
