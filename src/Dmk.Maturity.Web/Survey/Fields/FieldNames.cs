using System.Diagnostics;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>How fields of the form are called: a variable by its id, its parts with an exclamation mark, which no id has.</summary>
internal static class FieldNames
{
    /// <summary>Of the button that saves and leads to a section or a variable: before its id.</summary>
    public const string Goto = "goto:";

    /// <summary>Values of a choice that stand for a reason, as in <c>!dontKnow</c>.</summary>
    public static string Reason(MissingReason reason) =>
        reason switch
        {
            MissingReason.DontKnow => "!dontKnow",
            MissingReason.Refused => "!refused",
            MissingReason.NotApplicable => "!notApplicable",
            _ => throw new ArgumentOutOfRangeException(nameof(reason), reason, "Not a reason that a company can give."),
        };

    public static MissingReason? ReasonOf(string value) =>
        value switch
        {
            "!dontKnow" => MissingReason.DontKnow,
            "!refused" => MissingReason.Refused,
            "!notApplicable" => MissingReason.NotApplicable,
            _ => null,
        };

    /// <summary>The field beside a typed value that takes the reason for leaving it blank.</summary>
    public static string ReasonField(string question) => question + "!reason";

    /// <summary>The field that takes which of two readings of a typed number is meant.</summary>
    public static string Reading(string variable) => variable + "!reading";

    /// <summary>What was chosen and is not offered any more.</summary>
    public static string Kept(string variable) => variable + "!kept";

    /// <summary>Id of the heading of a group.</summary>
    public static string GroupId(string group) => "g-" + Plain(group);

    public static string Day(string variable) => variable + "!day";

    public static string Month(string variable) => variable + "!month";

    public static string Year(string variable) => variable + "!year";

    /// <summary>The field that takes words to search codes by.</summary>
    public static string Search(string variable) => variable + SearchEnding;

    /// <summary>The words whose hits a page shows.</summary>
    public static string Searched(string variable) => variable + "!searched";

    public const string SearchEnding = "!search";

    /// <summary>Of the button that searches codes: before the variable.</summary>
    public const string SearchFor = "search:";

    /// <summary>The first day of a period: its fields are those of a day with this name.</summary>
    public static string Begin(string variable) => variable + "!begin";

    /// <summary>The last day of a period.</summary>
    public static string End(string variable) => variable + "!end";

    /// <summary>Id of the element that a link to this variable jumps to: its field, or the first option of its choice.</summary>
    public static string Id(string variable) => "f-" + Plain(variable);

    /// <summary>Id of the block of a question.</summary>
    public static string QuestionId(string question) => "q-" + Plain(question);

    /// <summary>Id of the block of an item of a roster, as in <c>sites[k3f9x2]</c>.</summary>
    public static string ItemBlock(string item) => "item-" + Plain(item);

    /// <summary>The items of a roster that a form showed.</summary>
    public static string Items(string roster) => roster + "!items";

    /// <summary>The box that says that there is nothing to list.</summary>
    public static string NoItems(string roster) => roster + "!none";

    /// <summary>Of the button that adds an item: before the roster.</summary>
    public const string Add = "add:";

    /// <summary>Of the button that asks whether an item is to go: before the item.</summary>
    public const string Remove = "remove:";

    /// <summary>Of the button that takes an item away: before the item.</summary>
    public const string Removed = "removed:";

    /// <summary>An item, as in <c>sites[k3f9x2]</c>.</summary>
    public static string Item(string roster, string item) => $"{roster}[{item}]";

    private static string Plain(string variable) => variable.Replace('.', '-').Replace('[', '-').Replace("]", "", StringComparison.Ordinal);

    public static string OptionId(string variable, string value, bool first) =>
        first ? Id(variable) : $"{Id(variable)}--{(value.Length == 0 ? "none" : value.Replace("!", "reason-", StringComparison.Ordinal))}";

    public static string ErrorId(string variable) => Id(variable) + "-error";

    public static string HelpId(string question) => Id(question) + "-help";

    public static string PrefilledId(string question) => Id(question) + "-prefilled";

    /// <summary>The variable a question is known by in links: itself, or its first row or item.</summary>
    public static string FirstVariable(Question question) =>
        question switch
        {
            Question.Grid { Rows: [var first, ..] } => $"{question.Id}.{first.Id}",
            Question.SumGroup { Items: [var first, ..] } => $"{question.Id}.{first.Id}",
            Question.Single
            or Question.Multiple
            or Question.Grid
            or Question.SumGroup
            or Question.CodeSearch
            or Question.Numeric
            or Question.FreeText
            or Question.Date
            or Question.Period
            or Question.Roster
            or Question.Note => question.Id,
            _ => throw new UnreachableException(question.GetType().Name),
        };
}
