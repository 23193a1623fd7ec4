using System.Collections.Frozen;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads one question of a questionnaire.</summary>
/// <param name="isNew">Reports an id that is taken or cannot be named.</param>
internal sealed class QuestionReader(YamlMapping yaml, CodeLists codeLists, TextPlaces texts, Func<YamlNode, bool> isNew)
{
    /// <summary>Stands in for a text that is missing, so that reading can go on to the next mistake.</summary>
    public static readonly Text NoText = new("", "");

    private const int MaximumTextLength = 10_000;

    /// <summary>In a roster.</summary>
    private const int MostItems = 100;

    /// <summary>A hundred years.</summary>
    private const int MostDays = 36_525;

    private static readonly FrozenDictionary<string, MissingReason> _reasons = ReasonWords
        .All.Where(one => one.Value is MissingReason.DontKnow or MissingReason.Refused or MissingReason.NotApplicable)
        .ToFrozenDictionary();

    private static readonly Dictionary<string, bool> _each = new(StringComparer.Ordinal) { ["single"] = false, ["multiple"] = true };
    private static readonly Dictionary<string, bool> _orders = new(StringComparer.Ordinal) { ["fixed"] = false, ["random"] = true };

    /// <summary>Stands within a roster.</summary>
    public bool IsInner { get; init; }

    /// <summary>Names of groups that are taken.</summary>
    public HashSet<string> GroupIds { get; init; } = [];

    private string _id = "";
    private Text _text = NoText;
    private Text? _help;
    private MissingReason[] _missing = [];
    private bool _required;
    private PrefillReader _prefill = new(null, null, codeLists.Classifications);
    private bool _shufflesOptions;
    private bool _shufflesRows;

    public QuestionDraft Read()
    {
        var idNode = yaml.Required("id");
        var isGood = idNode?.AsId() is not null && isNew(idNode);
        _id = isGood ? idNode!.AsScalar()!.Value : "";
        _text = texts.Read(yaml.Required("text")) ?? NoText;
        _help = texts.Read(yaml.Optional("help"));
        var typeNode = yaml.Required("type");
        var type = typeNode?.AsString();
        var when = yaml.Optional("when")?.AsScalar();
        var checks = yaml.Optional("checks")?.AsMappings() ?? [];
        if (type != "note")
        {
            _missing = [.. (yaml.Optional("missing")?.AsList()?.Items ?? []).Select(one => one.AsChoice(_reasons)).OfType<MissingReason>()];
            _required = yaml.Optional("required")?.AsTruth() ?? false;
            _prefill = PrefillReader.Read(yaml, codeLists.Classifications, IsInner);
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

            return Broken();
        }

        var draft = OfType(type);
        yaml.NothingElse();
        if (IsInner && type == "roster")
        {
            typeNode!.Report("nested-roster", "A roster cannot stand within a roster. Ask its questions in a roster of their own.");
            return Broken();
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

    private QuestionDraft OfType(string type) =>
        type switch
        {
            "single" => Single(),
            "multiple" => Multiple(),
            "grid" => Grid(),
            "integer" => Numeric(NumberKind.Integer, null, null, null),
            "decimal" => Numeric(NumberKind.Decimal, null, null, null),
            "percentage" => Numeric(NumberKind.Percentage, Units.Percent, "0", "100"),
            "amount" => Numeric(NumberKind.Amount, Units.Euro, null, null),
            "sumGroup" => SumGroup(),
            "date" => Date(),
            "period" => Period(),
            "codeSearch" => CodeSearch(),
            "roster" => Roster(),
            "text" => FreeText(),
            "email" => Formatted(TextFormat.Email),
            "phone" => Formatted(TextFormat.Phone),
            "postalCode" => Formatted(TextFormat.PostalCode),
            _ => Draft(
                null,
                [],
                [],
                _ => new Question.Note
                {
                    Id = _id,
                    Text = _text,
                    Help = _help,
                }
            ) with
            {
                Variables = [],
            },
        };

    private QuestionDraft Single()
    {
        var options = codeLists.Of(yaml);
        _shufflesOptions = ReadOrder(yaml, "order");
        return Draft(ExpressionKind.Code, options, [], _ => Complete(new Question.Single(options) { Id = _id, Text = _text })) with
        {
            Classification = codeLists.ClassificationOf(yaml),
        };
    }

    private QuestionDraft Multiple()
    {
        var options = codeLists.Of(yaml);
        _shufflesOptions = ReadOrder(yaml, "order");
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
            codeLists.NoteMultiple(_id, options);
        }

        return Draft(
            ExpressionKind.Codes,
            options,
            [],
            _ => Complete(new Question.Multiple(options, minimum, maximum) { Id = _id, Text = _text })
        );
    }

    private QuestionDraft Grid()
    {
        var options = codeLists.Of(yaml);
        var rows = Rows();
        var several = yaml.Optional("each")?.AsChoice(_each) ?? false;
        _shufflesOptions = ReadOrder(yaml, "order");
        _shufflesRows = ReadOrder(yaml, "rowOrder");
        foreach (var option in options.Where(option => option.AsksToSpecify && rows.Any(row => row.Id == option.Code)))
        {
            yaml.Report(
                "duplicate-id",
                $"'{_id}.{option.Code}' would be both a row and the words behind the option '{option.Code}'. Rename the row."
            );
        }

        return Draft(
            several ? ExpressionKind.Codes : ExpressionKind.Code,
            options,
            rows,
            _ =>
                Complete(
                    new Question.Grid(rows, options)
                    {
                        Several = several,
                        Id = _id,
                        Text = _text,
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

    private QuestionDraft Numeric(NumberKind kind, Text? unit, string? least, string? most)
    {
        unit = Units.Read(yaml.Optional("unit")) ?? unit;
        var decimals =
            kind == NumberKind.Integer ? 0 : yaml.Optional("decimals")?.AsInteger(0, 6) ?? (kind == NumberKind.Percentage ? 0 : 2);
        var (minimum, maximum) = (yaml.Optional("min")?.AsScalar(), yaml.Optional("max")?.AsScalar());
        return Draft(
            ExpressionKind.Number,
            [],
            [],
            read =>
            {
                var (min, max) = (
                    minimum is null ? read.Constant(least) : read.Number(minimum),
                    maximum is null ? read.Constant(most) : read.Number(maximum)
                );
                Bounded(min, minimum);
                Bounded(max, maximum);
                if (min?.Constant > max?.Constant)
                {
                    (maximum ?? minimum!).Report("out-of-range", "The minimum is above the maximum: no answer is possible.");
                }

                return Complete(new Question.Numeric(kind, unit, decimals, min, max) { Id = _id, Text = _text });
            }
        );
    }

    private QuestionDraft SumGroup()
    {
        var items = RowReader.Read(yaml.Required("items"), "items", texts, codeLists.Conditions);
        var total = yaml.Required("total")?.AsScalar();
        var tolerance = yaml.Optional("tolerance")?.AsDecimal(0, 1_000_000) ?? 0;
        var unit = Units.Read(yaml.Optional("unit"));
        var decimals = yaml.Optional("decimals")?.AsInteger(0, 6) ?? 0;
        var allowAllBlank = yaml.Optional("allowAllBlank")?.AsTruth() ?? !_required;
        return Draft(
            ExpressionKind.Number,
            [],
            items,
            read =>
            {
                var sum = read.Number(total);
                Bounded(sum, total);
                return Complete(new Question.SumGroup(items, sum!, tolerance, unit, decimals, allowAllBlank) { Id = _id, Text = _text });
            }
        );
    }

    /// <summary>Reports a total, minimum or maximum that no answer can have.</summary>
    private static void Bounded(Expression? bound, YamlScalar? node)
    {
        if (node is not null && bound is { Slots.Count: 0 } && !(bound.Constant is { } constant && NumberBound.Holds(constant)))
        {
            node.Report(
                "unanswerable-number",
                $"No answer has more than {NumberBound.MostDigits} digits, so none reaches this. Write a number of fewer digits."
            );
        }
    }

    private QuestionDraft Date()
    {
        var (from, to) = (yaml.Optional("from")?.AsScalar(), yaml.Optional("to")?.AsScalar());
        return Draft(
            ExpressionKind.Date,
            [],
            [],
            read =>
            {
                var (first, last) = DaysOf(read, from, to);
                return Complete(new Question.Date(first, last) { Id = _id, Text = _text });
            }
        );
    }

    private static (Expression? From, Expression? To) DaysOf(ExpressionReader read, YamlScalar? from, YamlScalar? to)
    {
        var (first, last) = (read.Day(from), read.Day(to));
        if (last?.ConstantDay < first?.ConstantDay)
        {
            to!.Report("out-of-range", "The last day is before the first: no answer is possible.");
        }

        return (first, last);
    }

    private QuestionDraft Period()
    {
        var (from, to) = (yaml.Optional("from")?.AsScalar(), yaml.Optional("to")?.AsScalar());
        var shortest = yaml.Optional("minimumDays")?.AsInteger(1, MostDays);
        var longestNode = yaml.Optional("maximumDays");
        var longest = longestNode?.AsInteger(1, MostDays);
        if (longest < shortest)
        {
            longestNode!.Report("out-of-range", $"The maximum {longest} is below the minimum {shortest}.");
        }

        return Draft(
            ExpressionKind.Period,
            [],
            [],
            read =>
            {
                var (first, last) = DaysOf(read, from, to);
                return Complete(new Question.Period(first, last, shortest, longest) { Id = _id, Text = _text });
            }
        );
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
            ? Broken()
            : Draft(
                ExpressionKind.Code,
                options,
                [],
                _ => Complete(new Question.CodeSearch(classification, options) { Id = _id, Text = _text })
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
            ? Broken()
            : Draft(
                ExpressionKind.Items,
                [],
                [],
                _ => Complete(new Question.Roster(minimum, maximum, label, []) { Id = _id, Text = _text })
            ) with
            {
                Inner = inner,
                InnerComputed = computed,
                MostItems = maximum,
            };
    }

    private QuestionDraft FreeText()
    {
        var longest = yaml.Optional("maximumLength")?.AsInteger(1, MaximumTextLength) ?? 1_000;
        var shortestNode = yaml.Optional("minimumLength");
        var shortest = shortestNode?.AsInteger(1, MaximumTextLength) ?? 1;
        if (shortest > longest)
        {
            shortestNode!.Report("out-of-range", $"The minimum {shortest} is above the maximum {longest}: no answer is possible.");
        }

        var patternNode = yaml.Optional("pattern")?.AsScalar();
        var message = texts.Read(patternNode is null ? yaml.Optional("patternMessage") : yaml.Required("patternMessage"));
        var pattern = patternNode is null ? null : Pattern(patternNode);
        return Draft(
            ExpressionKind.Text,
            [],
            [],
            _ =>
                Complete(
                    new Question.FreeText(longest)
                    {
                        MinimumLength = shortest,
                        Pattern = pattern,
                        PatternMessage = message,
                        Id = _id,
                        Text = _text,
                    }
                )
        );
    }

    private static TextPattern? Pattern(YamlScalar node)
    {
        var pattern = TextPattern.Read(node.Value, out var mistake);
        if (pattern is null)
        {
            node.Report("wrong-pattern", $"The pattern cannot be used. {mistake}");
        }

        return pattern;
    }

    private QuestionDraft Formatted(TextFormat format) =>
        Draft(
            ExpressionKind.Text,
            [],
            [],
            _ =>
                Complete(
                    new Question.FreeText(TextForms.Longest(format))
                    {
                        Format = format,
                        Id = _id,
                        Text = _text,
                    }
                )
        );

    private QuestionDraft Broken() =>
        Draft(null, [], [], _ => new Question.Note { Id = _id, Text = _text }) with
        {
            Variables = [],
            IsBroken = true,
        };

    private QuestionDraft Draft(
        ExpressionKind? kind,
        IReadOnlyList<Option> options,
        IReadOnlyList<Row> parts,
        Func<ExpressionReader, Question> finish
    )
    {
        VariableDraft[] variables =
        [
            .. parts.Select(part => new VariableDraft($"{_id}.{part.Id}", part, null)),
            .. parts.Count > 0 ? Array.Empty<VariableDraft>() : [new(_id, null, null)],
            .. options
                .Where(option => option.AsksToSpecify && parts.All(part => part.Id != option.Code))
                .Select(option => new VariableDraft($"{_id}.{option.Code}", null, option)),
        ];
        return new(_id, kind, options, parts, variables, null, finish) { Node = yaml, Missing = _missing };
    }

    private Question Complete(Question question)
    {
        _prefill.Check(question);
        return question with
        {
            Help = _help,
            Missing = _missing,
            Required = _required,
            Prefill = _prefill.Field,
            OptionsAreShuffled = _shufflesOptions,
            RowsAreShuffled = _shufflesRows,
        };
    }
}
