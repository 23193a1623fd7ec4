namespace Dmk.Maturity.Questionnaires;

/// <summary>Gives every part of an expression its kind, and reports what does not fit. No kind is ever converted into another.</summary>
/// <param name="placeAt">The place of an offset in the source.</param>
internal sealed class TypeCheck(Names names, Func<int, FilePosition> placeAt, ICollection<Problem> problems)
{
    private readonly List<string> _reads = [];
    private readonly List<int> _slots = [];
    private readonly HashSet<int> _noted = [];

    /// <summary>What looks at the items of a roster from outside, or null.</summary>
    private TypeCheck? Outer { get; init; }

    /// <summary>Names as written, each once.</summary>
    public IReadOnlyList<string> Reads => _reads;

    /// <summary>Slots read, each once.</summary>
    public IReadOnlyList<int> Slots => _slots;

    /// <returns>Null where a problem was reported.</returns>
    public Typed? Of(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Number number => Written(number.Value),
            ExpressionNode.Words words => Written(words.Value),
            ExpressionNode.Truth truth => Written(truth.Value),
            ExpressionNode.Name name => OfName(name),
            ExpressionNode.Not not => Truth(not.Operand) is { } operand ? new Typed.Truth(Kleene.Not(operand)) : null,
            ExpressionNode.Negate negate => Number(negate.Operand) is { } operand ? Negated(operand) : null,
            ExpressionNode.Binary binary => OfBinary(binary),
            ExpressionNode.OneOf oneOf => OfOneOf(oneOf),
            ExpressionNode.Ticked ticked => CodeCheck.Ticked(ticked.At, ticked.Question, ticked.Item, this),
            ExpressionNode.Is missing => OfReason(missing),
            ExpressionNode.Call call => FunctionCall.Of(call, this),
            _ => throw new System.Diagnostics.UnreachableException(node.GetType().Name),
        };

    private static Typed.Number Written(decimal number) => new(_ => number);

    private static Typed.Words Written(string words) => new(_ => words, words);

    private static Typed.Truth Written(bool truth) => new(_ => truth);

    private static Typed.Number Negated(Func<Answer[], decimal?> operand) => new(slots => -operand(slots));

    public Func<Answer[], decimal?>? Number(ExpressionNode node) =>
        Of(node) switch
        {
            Typed.Number number => number.Read,
            { } other => Clash<Func<Answer[], decimal?>>(node.At, "a number", other),
            null => null,
        };

    public Func<Answer[], bool?>? Truth(ExpressionNode node) =>
        Of(node) switch
        {
            Typed.Truth truth => truth.Read,
            { } other => Clash<Func<Answer[], bool?>>(node.At, "something true or false, such as a comparison,", other),
            null => null,
        };

    /// <summary>The values of arguments; a grid or sum group gives each of its parts. Null where one is broken.</summary>
    public IReadOnlyList<(Typed Typed, int At)>? Each(IEnumerable<ExpressionNode> nodes)
    {
        var all = new List<(Typed, int)>();
        var broken = false;
        foreach (var node in nodes)
        {
            if (node is ExpressionNode.Name name && names.Find(name.Id) is Named.Parts parts)
            {
                Note(name.Id, parts.Slots);
                all.AddRange(parts.Slots.Select(slot => (Typed.Slot(slot), node.At)));
            }
            else if (Of(node) is { } typed)
            {
                all.Add((typed, node.At));
            }
            else
            {
                broken = true;
            }
        }

        return broken ? null : all;
    }

    public Typed? Report(int at, string code, string message)
    {
        problems.Add(new(placeAt(at), code, message));
        return null;
    }

    public T? Clash<T>(int at, string expected, Typed found)
        where T : class
    {
        Report(at, "type-clash", $"Expected {expected} here, but this is {KindOf(found)}.");
        return null;
    }

    public static string KindOf(Typed typed) =>
        typed switch
        {
            Typed.Number => "a number",
            Typed.Truth => "true or false",
            Typed.Words => "a text",
            Typed.Day => "a date",
            Typed.Code => "a code (one choice)",
            Typed.Period => "a period",
            Typed.Items => "a roster; ask count(roster) or sum(roster, question)",
            _ => "a multiple choice; ask contains(question, 'code') or 'code' in question",
        };

    private Typed? OfName(ExpressionNode.Name name)
    {
        switch (names.Find(name.Id))
        {
            case Named.Slot slot:
                Note(name.Id, [slot]);
                return Typed.Slot(slot);
            case Named.Parts:
                return Report(
                    name.At,
                    "type-clash",
                    $"'{name.Id}' has several parts. Name one of them ({name.Id}.part), or use it in "
                        + "count_answered, answered, sum or mean."
                );
            case Named.Roster roster:
                Note(name.Id, [roster.Own]);
                return Typed.Slot(roster.Own);
            case Named.Worked(var value):
                Note(name.Id, value);
                return value.Typed;
            case Named.OfItems(var roster):
                return Report(
                    name.At,
                    "item-outside-roster",
                    $"'{name.Id}' is asked for each item of '{roster}'. Write sum({roster}, "
                        + $"...), any({roster}, ...) or another function over all items."
                );
            case Named.Cyclic:
                return Report(name.At, "cycle", $"'{name.Id}' depends on itself. Break the circle.");
            case Named.Broken:
                return null;
            default:
                var near = names.Near(name.Id);
                return Report(
                    name.At,
                    "unknown-name",
                    "There is no question or computed value "
                        + $"'{name.Id}'.{(near is null ? " A code is written in quotes." : $" Did you mean '{near}'?")}"
                );
        }
    }

    public Classifications Classifications => names.Classifications;

    /// <returns>Null when this is no code of a classification.</returns>
    public Classification? ClassificationOf(ExpressionNode node) =>
        node is ExpressionNode.Name name ? (names.Find(name.Id) as Named.Slot)?.Classification : null;

    /// <returns>Null when this is no roster.</returns>
    public Named.Roster? RosterOf(ExpressionNode node) => node is ExpressionNode.Name name ? names.Find(name.Id) as Named.Roster : null;

    /// <summary>For what is looked at within each item of a roster.</summary>
    public TypeCheck Within(string id, Named.Roster roster)
    {
        Note(id, [roster.Own with { Index = roster.Items }]);
        return new(roster.Inner, placeAt, problems) { Outer = this };
    }

    private void Note(string id, IReadOnlyList<Named.Slot> slots)
    {
        if (Outer is not null)
        {
            if (!slots.Any(slot => slot.IsInner))
            {
                Outer.Note(id, slots);
            }

            return;
        }

        if (!_reads.Contains(id))
        {
            _reads.Add(id);
        }

        foreach (var slot in slots)
        {
            if (_noted.Add(slot.Index))
            {
                _slots.Add(slot.Index);
            }
        }
    }

    /// <summary>What a computed value within a roster reads: its item, and what is the same for all items.</summary>
    private void Note(string id, Expression value)
    {
        if (Outer is not null)
        {
            Outer.Note(id, [.. value.Slots.Where(slot => slot < names.FirstInner).Select(slot => new Named.Slot(slot, value.Kind, []))]);
            return;
        }

        if (!_reads.Contains(id))
        {
            _reads.Add(id);
        }

        _slots.AddRange(value.Slots.Where(_noted.Add));
    }

    private Typed? OfBinary(ExpressionNode.Binary binary)
    {
        if (binary.Operator is "and" or "or")
        {
            var (left, right) = (Truth(binary.Left), Truth(binary.Right));
            return left is null || right is null
                ? null
                : new Typed.Truth(binary.Operator == "and" ? Kleene.And(left, right) : Kleene.Or(left, right));
        }

        if (binary.Operator is "*" or "/")
        {
            var (left, right) = (Number(binary.Left), Number(binary.Right));
            return left is null || right is null ? null : new Typed.Number(Arithmetic.Of(binary.Operator, left, right));
        }

        var (first, second) = (Beside(binary.Left, binary.Right), Beside(binary.Right, binary.Left));
        if (binary.Operator is "+" or "-")
        {
            return first is null || second is null ? null : OfSum(binary, first, second);
        }

        if (first is null || second is null || CodeCheck.Alike([(first, binary.Left.At), (second, binary.Right.At)], this) is not { } alike)
        {
            return null;
        }

        return Comparison.Of(binary.Operator, alike[0], alike[1]) is { } comparison
            ? new Typed.Truth(comparison)
            : Report(binary.At, "type-clash", $"'{binary.Operator}' does not compare {KindOf(alike[0])}.");
    }

    /// <summary>Numbers; also a day and a number of days, and the days from one day to another.</summary>
    private Typed? OfSum(ExpressionNode.Binary binary, Typed left, Typed right) =>
        (left, binary.Operator, right) switch
        {
            (Typed.Number first, _, Typed.Number second) => new Typed.Number(Arithmetic.Of(binary.Operator, first.Read, second.Read)),
            (Typed.Day first, "-", Typed.Day second) => new Typed.Number(Days.Between(second.Read, first.Read)),
            (Typed.Day first, "+", Typed.Number days) => new Typed.Day(Days.After(first.Read, days.Read)),
            (Typed.Day first, "-", Typed.Number days) => new Typed.Day(Days.After(first.Read, slots => -days.Read(slots))),
            (Typed.Day, _, _) => Clash<Typed>(
                binary.Right.At,
                binary.Operator == "-" ? "a date or a number of days" : "a number of days",
                right
            ),
            (Typed.Number, _, _) => Clash<Typed>(binary.Right.At, "a number", right),
            _ => Clash<Typed>(binary.Left.At, "a number", left),
        };

    /// <summary>Whether a question was left without an answer for this reason: always true or false.</summary>
    private Typed? OfReason(ExpressionNode.Is missing)
    {
        if (OfName(missing.Question) is null)
        {
            return null;
        }

        if (names.Find(missing.Question.Id) is not Named.Slot { Reasons: { } offered } slot)
        {
            return Report(
                missing.Question.At,
                "type-clash",
                $"'{missing.Question.Id}' is no answer to a question, so it has no reason for being missing. "
                    + $"Ask answered({missing.Question.Id})."
            );
        }

        if (missing.Reason is not (MissingReason.Unanswered or MissingReason.NotAsked) && !offered.Contains(missing.Reason))
        {
            var word = ReasonWords.Of(missing.Reason);
            return Report(
                missing.At,
                "reason-not-offered",
                $"'{missing.Question.Id}' does not offer {word}. Offer it there (missing: [{word}]), or remove this."
            );
        }

        var index = slot.Index;
        return new Typed.Truth(slots => slots[index] is Answer.Missing one && one.Reason == missing.Reason);
    }

    /// <summary>A name that nothing has and that is a code of the question beside it was meant as that code.</summary>
    private Typed? Beside(ExpressionNode node, ExpressionNode other) =>
        node is ExpressionNode.Name name
        && other is ExpressionNode.Name question
        && names.Find(name.Id) is null
        && names.Find(question.Id) is Named.Slot slot
        && slot.Options.Any(option => option.Code == name.Id)
            ? Report(name.At, "unknown-name", $"'{name.Id}' is a code of '{question.Id}': write it in quotes, as in '{name.Id}'.")
            : Of(node);

    private Typed? OfOneOf(ExpressionNode.OneOf oneOf)
    {
        if (oneOf.Items.Count == 0)
        {
            return Report(oneOf.At, "type-clash", "The list behind 'in' is empty. Write what to look for.");
        }

        var item = Of(oneOf.Item);
        var items = oneOf.Items.Select(one => (Typed: Beside(one, oneOf.Item), one.At)).ToList();
        if (
            item is null
            || items.Exists(one => one.Typed is null)
            || CodeCheck.Alike([(item, oneOf.Item.At), .. items.Select(one => (one.Typed!, one.At))], this) is not { } alike
        )
        {
            return null;
        }

        if (Comparison.Of("==", alike[0], alike[0]) is null)
        {
            return Report(oneOf.Item.At, "type-clash", $"'in' does not look for {KindOf(alike[0])}.");
        }

        return new Typed.Truth(Kleene.Any([.. alike.Skip(1).Select(one => Comparison.Of("==", alike[0], one)!)]));
    }
}
