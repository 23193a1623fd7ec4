using System.Diagnostics;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Says in words what a rule of a questionnaire asks for: <c>ai_use != 'none'</c> becomes <c>question 7 is not “Not at
/// all”</c>.</summary>
/// <param name="nameOf">How a variable or question is called, by its id.</param>
public sealed class RuleWords(Questionnaire questionnaire, Language language, Func<string, string> nameOf)
{
    /// <summary>Computed values that are written out in one rule; a chain of them could grow without end.</summary>
    private const int MostWrittenOut = 12;

    private int _writtenOut;

    public string Of(Expression rule)
    {
        _writtenOut = 0;
        return Said(rule.Node);
    }

    /// <summary>Several rules that must all hold.</summary>
    public string Of(IReadOnlyList<Expression> rules)
    {
        _writtenOut = 0;
        return rules.Count == 1
            ? Said(rules[0].Node)
            : string.Join(Say(" und ", " and "), rules.Select(rule => Within(rule.Node, isAlternative: IsOr(rule.Node))));
    }

    private string Say(string german, string english) => language == Language.German ? german : english;

    private string Quoted(string text) => Say($"„{text}“", $"“{text}”");

    private string Said(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Number number => TypedNumber.Write(number.Value, language),
            ExpressionNode.Words words => Quoted(words.Value),
            ExpressionNode.Truth truth => truth.Value ? Say("immer", "always") : Say("nie", "never"),
            ExpressionNode.Name name => Named(name.Id),
            ExpressionNode.Not not => Denied(not.Operand),
            ExpressionNode.Negate negate => "-" + Within(negate.Operand, isAlternative: true),
            ExpressionNode.Binary binary => Said(binary),
            ExpressionNode.OneOf one => $"{Said(one.Item)} {Say("ist", "is")} {Listed(one)}",
            ExpressionNode.Ticked ticked => Ticked(ticked, Say("angekreuzt", "ticked")),
            ExpressionNode.Is state => Is(state),
            ExpressionNode.Call call => Said(call),
            _ => throw new UnreachableException(node.GetType().Name),
        };

    private string Said(ExpressionNode.Binary binary)
    {
        switch (binary.Operator)
        {
            case "and" or "or":
                return string.Join(
                    binary.Operator == "and" ? Say(" und ", " and ") : Say(" oder ", " or "),
                    new[] { binary.Left, binary.Right }.Select(side => Within(side, binary.Operator == "and" && IsOr(side)))
                );
            case "+" or "-" or "*" or "/":
                var sign = binary.Operator switch
                {
                    "*" => "×",
                    "/" => "÷",
                    _ => binary.Operator,
                };
                return $"{Within(binary.Left, IsSum(binary.Left))} {sign} {Within(binary.Right, binary.Right is ExpressionNode.Binary)}";
            case "<" or "<=" or ">" or ">=":
                return $"{Measured(binary.Left)} {Comparison(binary.Operator)} {Measured(binary.Right)}";
            default:
                return $"{Side(binary.Left, binary.Right)} {Comparison(binary.Operator)} {Side(binary.Right, binary.Left)}";
        }
    }

    private string Comparison(string sign) =>
        sign switch
        {
            "==" or "=" => Say("ist", "is"),
            "!=" => Say("ist nicht", "is not"),
            "<" => Say("ist kleiner als", "is less than"),
            "<=" => Say("ist höchstens", "is at most"),
            ">" => Say("ist größer als", "is more than"),
            ">=" => Say("ist mindestens", "is at least"),
            _ => sign,
        };

    /// <summary>What is measured is not the question but its answer.</summary>
    private string Measured(ExpressionNode node) =>
        node is ExpressionNode.Name { Id: var id } && QuestionOf(id) is not null && !IsFact(id)
            ? Say($"die Antwort auf {nameOf(id)}", $"the answer to {nameOf(id)}")
            : Within(node, IsAnd(node) || IsOr(node));

    private static bool IsFact(string id) => id == Fact.Today || id.StartsWith(Fact.Previous, StringComparison.Ordinal);

    /// <summary>What holds for entries of a roster, as in <c>any(sites, staff &gt; 10)</c>, or of several truths.</summary>
    private string Together(IReadOnlyList<ExpressionNode> all, string entries, string several) =>
        all is [ExpressionNode.Name { Id: var roster }, var rule] && QuestionOf(roster) is Question.Roster
            ? $"{Within(rule, IsAnd(rule) || IsOr(rule))} {entries} {nameOf(roster)}"
            : $"{several}: {Listed(all)}";

    /// <summary>A code is said by its label, which the other side knows.</summary>
    private string Side(ExpressionNode node, ExpressionNode other) =>
        node is ExpressionNode.Words words ? Quoted(Label(other, words.Value)) : Within(node, IsAnd(node) || IsOr(node));

    private string Listed(ExpressionNode.OneOf one)
    {
        string[] all = [.. one.Items.Select(item => Side(item, one.Item))];
        return all.Length < 2 ? string.Concat(all) : $"{string.Join(", ", all[..^1])} {Say("oder", "or")} {all[^1]}";
    }

    private string Ticked(ExpressionNode.Ticked ticked, string state) =>
        Say(
            $"bei {Said(ticked.Question)} ist {Side(ticked.Item, ticked.Question)} {state}",
            $"{Side(ticked.Item, ticked.Question)} is {state} in {Said(ticked.Question)}"
        );

    private string Is(ExpressionNode.Is state) =>
        state.Reason switch
        {
            MissingReason.Unanswered => Say(
                $"{Named(state.Question.Id)} ist nicht beantwortet",
                $"{Named(state.Question.Id)} is not answered"
            ),
            MissingReason.NotAsked => Say($"{Named(state.Question.Id)} wird nicht gestellt", $"{Named(state.Question.Id)} is not asked"),
            MissingReason.DontKnow or MissingReason.Refused or MissingReason.NotApplicable =>
                $"{Named(state.Question.Id)} {Say("ist", "is")} {Quoted(ReasonLabels.Of(state.Reason).In(language))}",
            _ => throw new UnreachableException(state.Reason.ToString()),
        };

    private string Denied(ExpressionNode node) =>
        node switch
        {
            ExpressionNode.Ticked ticked => Ticked(ticked, Say("nicht angekreuzt", "not ticked")),
            ExpressionNode.OneOf one => $"{Said(one.Item)} {Say("ist nicht", "is not")} {Listed(one)}",
            ExpressionNode.Call { Function: "answered", Arguments: [var only] } => Say(
                $"{Said(only)} ist nicht beantwortet",
                $"{Said(only)} is not answered"
            ),
            ExpressionNode.Call { Function: "contains", Arguments: [var whole, ExpressionNode.Words part] } => Ticked(
                new(part, whole) { At = 0 },
                Say("nicht angekreuzt", "not ticked")
            ),
            ExpressionNode.Number
            or ExpressionNode.Words
            or ExpressionNode.Truth
            or ExpressionNode.Name
            or ExpressionNode.Not
            or ExpressionNode.Negate
            or ExpressionNode.Binary
            or ExpressionNode.Is
            or ExpressionNode.Call => $"{Say("es gilt nicht", "it does not hold that")} ({Said(node)})",
            _ => throw new UnreachableException(node.GetType().Name),
        };

    private string Said(ExpressionNode.Call call)
    {
        var all = call.Arguments;
        return call.Function switch
        {
            "answered" when all.Count == 1 => Say($"{Said(all[0])} ist beantwortet", $"{Said(all[0])} is answered"),
            "contains" when all is [var whole, ExpressionNode.Words part] && HasChoices(whole) => Ticked(
                new(part, whole) { At = 0 },
                Say("angekreuzt", "ticked")
            ),
            "count_answered" => Say($"die Zahl der Antworten bei {Listed(all)}", $"the number of answers in {Listed(all)}"),
            "count" => Say($"die Zahl der Einträge bei {Listed(all)}", $"the number of entries in {Listed(all)}"),
            "sum" => Say($"die Summe aus {Listed(all)}", $"the sum of {Listed(all)}"),
            "mean" => Say($"der Durchschnitt aus {Listed(all)}", $"the mean of {Listed(all)}"),
            "year" => Say($"das Jahr von {Listed(all)}", $"the year of {Listed(all)}"),
            "date" when all is [ExpressionNode.Words day] => day.Value,
            "any" => Together(
                all,
                Say("für mindestens einen Eintrag von", "for at least one entry of"),
                Say("mindestens eines gilt", "at least one holds")
            ),
            "all" => Together(all, Say("für jeden Eintrag von", "for every entry of"), Say("alles gilt", "all of these hold")),
            _ => $"{call.Function}({Listed(all)})",
        };
    }

    private string Listed(IReadOnlyList<ExpressionNode> nodes) => string.Join(", ", nodes.Select(Said));

    private string Named(string id)
    {
        if (id == Fact.Today)
        {
            return Say("der heutige Tag", "today");
        }

        if (id.StartsWith(Fact.Previous, StringComparison.Ordinal))
        {
            return Say(
                $"die letzte Antwort auf {nameOf(id[Fact.Previous.Length..])}",
                $"the last answer to {nameOf(id[Fact.Previous.Length..])}"
            );
        }

        if (questionnaire.Computed.FirstOrDefault(one => one.Id == id) is not { } computed)
        {
            return nameOf(id);
        }

        return ++_writtenOut <= MostWrittenOut ? $"({Said(computed.Value.Node)})" : Quoted(id);
    }

    private string Label(ExpressionNode of, string code) =>
        of is ExpressionNode.Name name
        && QuestionOf(name.Id) is { } question
        && question.Choices.FirstOrDefault(option => option.Code == code) is { } option
            ? PrintedText.Of(questionnaire, option.Label, language)
            : code;

    private bool HasChoices(ExpressionNode node) => node is ExpressionNode.Name name && QuestionOf(name.Id)?.Choices.Count > 0;

    private Question? QuestionOf(string id) =>
        questionnaire.Question(id) ?? questionnaire.Variable(id)?.Question ?? questionnaire.Question(id.Split('.')[0]);

    private string Within(ExpressionNode node, bool isAlternative) => isAlternative ? $"({Said(node)})" : Said(node);

    private static bool IsOr(ExpressionNode node) => node is ExpressionNode.Binary { Operator: "or" };

    private static bool IsAnd(ExpressionNode node) => node is ExpressionNode.Binary { Operator: "and" };

    private static bool IsSum(ExpressionNode node) => node is ExpressionNode.Binary { Operator: "+" or "-" };
}
