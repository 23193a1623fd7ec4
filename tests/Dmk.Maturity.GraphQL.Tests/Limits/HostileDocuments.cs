using System.Globalization;
using System.Text;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>Requests made to cost more than they say, each with the code by which it is refused; those of the second list are within the
/// limits, and what they cost is bounded by them.</summary>
public static class HostileDocuments
{
    /// <summary>Fills a document of 250,000 characters, the most that a body once carried.</summary>
    private const int Large = 250_000;

    /// <summary>Fills a document to what is allowed.</summary>
    private const int Allowed = 65_000;

    public static IReadOnlyList<HostileDocument> All { get; } =
    [
        // Words of a mistake behind a long line.
        new("a name without end", "TOO_LARGE", new string('a', Large) + "("),
        new("a name as long as the document", "TOKEN_TOO_LONG", new string('a', Allowed) + "("),
        new("a mistake behind one long line", "SYNTAX_ERROR", Fill("{ a ", "b ", 9_000) + "("),
        new("a mistake behind commas", "SYNTAX_ERROR", "{a" + new string(',', Allowed - 10) + "("),
        new("a mistake behind a comment", "SYNTAX_ERROR", "#" + new string('x', Allowed - 10) + "\n("),
        new("a mistake in a line without blanks", "LINE_TOO_LONG", "{a(b:[" + Repeat("$a", 4_500)),
        new("a mistake behind strings without blanks", "LINE_TOO_LONG", "{a(b:[" + Repeat("\"a\"", 3_000)),
        new("a mistake behind a block string", "SYNTAX_ERROR", "{a(b:\"\"\"" + Repeat("x\r\n", 1_300) + "\"\"\" ("),
        new("a mistake behind the longest line allowed", "SYNTAX_ERROR", "{a(b:[" + Repeat("$a", 4_000) + "("),
        new("a mistake behind many lines", "SYNTAX_ERROR", "{" + new string('\n', Allowed - 10) + "("),
        new("a string without end", "TOKEN_TOO_LONG", "{a(b:\"" + new string('x', Allowed - 10)),
        new("a block string without end", "TOKEN_TOO_LONG", "{a(b:\"\"\"" + Repeat("x\n", Allowed / 2 - 10)),
        new("a block string of quotation marks", "TOKEN_TOO_LONG", "{a(b:\"\"\"" + Repeat("\\\"\"\"", 8_000)),
        new("escapes that are none", "SYNTAX_ERROR", "{a(b:\"" + Repeat("\\u0041", 600) + "\\u00\")}"),
        new("a carriage return that stands alone", "SYNTAX_ERROR", "\r{"),
        new("carriage returns that stand alone", "SYNTAX_ERROR", new string('\r', Allowed - 10) + "{"),
        new("characters that are not GraphQL", "TOO_MANY_TOKENS", Repeat("ä ", 11_000)),
        new("brackets without end", "TOO_DEEP", "{a(b:" + new string('[', 7_000)),
        new("types without end", "TOO_DEEP", "query($v:" + new string('[', 7_000)),
        // More of a thing than anybody writes.
        new("directives on one field", "TOO_MANY_DIRECTIVES", Fill("{__typename", "@n ", 4_900, "}")),
        new("known directives on one field", "TOO_MANY_DIRECTIVES", Fill("{__typename", " @include(if:true)", 900, "}")),
        new("directives on operations", "TOO_MANY_DIRECTIVES", Fill("query Q", " @n", 4_900, "{__typename}")),
        new("fields of one object", "TOO_MANY_VALUES", Fill("{classification(id:{", "a:1 ", 3_200, "}){id}}")),
        new("entries of one list", "TOO_MANY_VALUES", Fill("{classification(id:[", "1 ", 9_000, "]){id}}")),
        new("the same variable again and again", "TOO_MANY_VARIABLES", Fill("query(", "$v:Int ", 2_400, "){__typename}")),
        new("unused variables", "TOO_MANY_VARIABLES", Numbered("query(", "$v{0}:Int ", 2_400, "){__typename}")),
        new("the same argument again and again", "TOO_MANY_ARGUMENTS", Fill("{classification(", "id:1 ", 3_200, "){id}}")),
        new("aliases", "TOO_MANY_ALIASES", Numbered("{", "a{0}:__typename ", 999, "}")),
        new("operations", "TOO_MANY_OPERATIONS", Numbered("", "query Q{0}{{__typename}} ", 900)),
        new("unused fragments", "TOO_MANY_FRAGMENTS", Numbered("{__typename}", "fragment F{0} on Query{{__typename}} ", 900)),
        new("spreads", "TOO_MANY_FIELDS", Fill("{", "...F ", 4_900, "} fragment F on Query{__typename}")),
        new("fragments that spread all others", "TOO_MANY_FIELDS", Spreading(30)),
        new("fragments that double", "TOO_MANY_FIELDS", "{...F0} " + Doubling(40)),
        new("types instead of questions", "VALIDATION_FAILED", "{a} " + Numbered("", "type T{0}{{a(b:Int):Int}} ", 700)),
    ];

    /// <summary>As much as the limits allow, and wrong, so that words are made of every mistake.</summary>
    public static IReadOnlyList<HostileDocument> WithinLimits { get; } =
    [
        new("the most unknown directives", "VALIDATION_FAILED", Fill("{__typename", "@n ", 100, "}")),
        new("the most known directives", "VALIDATION_FAILED", Fill("{__typename", " @include(if:true)", 100, "}")),
        new(
            "the most fields of one object",
            "VALIDATION_FAILED",
            Fill("{", "classification(id:{" + Repeat("a:1 ", 100) + "}){id} ", 24, "}")
        ),
        new("the most of the same variable", "VALIDATION_FAILED", Fill("query(", "$v:Int ", 250, "){__typename}")),
        new("the most unused variables", "VALIDATION_FAILED", Numbered("query(", "$v{0}:Int ", 250, "){__typename}")),
        new("variables of an unknown type", "VALIDATION_FAILED", Numbered("query(", "$v{0}:Nobody ", 250, "){__typename}")),
        new("the most of the same argument", "VALIDATION_FAILED", Fill("{classification(", "id:1 ", 1_000, "){id}}")),
        new("unknown arguments", "VALIDATION_FAILED", Numbered("{classification(", "idx{0}:1 ", 1_000, "){id}}")),
        new("long unknown arguments", "VALIDATION_FAILED", Numbered("{classification(", new string('n', 50) + "{0}:1 ", 1_000, "){id}}")),
        new("unknown fields", "VALIDATION_FAILED", Numbered("{", "n{0} ", 999, "}")),
        new("long unknown fields", "VALIDATION_FAILED", Numbered("{", new string('n', 55) + "{0} ", 999, "}")),
        new("unknown types", "VALIDATION_FAILED", Numbered("{", "...on " + new string('N', 40) + "{0}{{a}} ", 490, "}")),
        new("the same field with other arguments", "VALIDATION_FAILED", Numbered("{", "classification(id:{0}){{id}} ", 480, "}")),
        new("the same field with many arguments", "VALIDATION_FAILED", Fill("{", "classification(id:1 a:1 b:2 c:3 d:4){id} ", 190, "}")),
        new("the same fields within each other", "COSTS", Overlapping(4, 5)),
        new("the same fields in two levels", "COSTS", Overlapping(2, 30)),
        new("the same field in many fragments", "COSTS", Fragments(31, 15)),
        new("fragments in a circle", "VALIDATION_FAILED", Circle(100)),
        new("a long string for a number", "VALIDATION_FAILED", Fill("{", "study(id:[\"" + new string('x', 3_900) + "\"]){id} ", 16, "}")),
        new("numbers of thousands of digits", "VALIDATION_FAILED", Fill("{", "study(id:" + new string('9', 4_000) + " a:1){id} ", 16, "}")),
        new("numbers with enormous exponents", "VALIDATION_FAILED", Fill("{", "study(id:1e999999999 a:1){id} ", 400, "}")),
        new("objects within each other", "VALIDATION_FAILED", Fill("{", $"study(id:{Nested(25)}){{id}} ", 40, "}")),
        new("a directive's values", "VALIDATION_FAILED", Fill("{__typename", " @include(if:{a:1 b:2 c:3})", 100, "}")),
        new("many operations", "OPERATION_NOT_FOUND", Numbered("", "query Q{0}($a:Int){{...F ...G}} ", 20) + Shared(80)),
        new("operations of one name", "OPERATION_NOT_FOUND", Fill("", "query Q{__typename} ", 20)),
    ];

    /// <summary>Requests whose variables cost, not their document.</summary>
    public static IReadOnlyList<HostileDocument> Variables { get; } =
    [
        new("wrong entries", "TOO_MANY_TOKENS", Saving, $$"""{"a":[{{List("1", 80_000)}}]}"""),
        new("unknown fields of objects", "TOO_MANY_TOKENS", Saving, $$"""{"a":[{{List("{\"x\":1}", 25_000)}}]}"""),
        new("a number of all digits", "TOKEN_TOO_LONG", Saving, $$"""{"a":{{new string('9', Large)}}}"""),
        new("many long numbers", "INVALID_VARIABLES", Saving, $$"""{"a":[{{List(new string('9', 4_000), 60)}}]}"""),
        new("enormous exponents", "INVALID_VARIABLES", Saving, $$"""{"a":[{{List("1e999999999", 20_000)}}]}"""),
        new("exponents that fit", "INVALID_VARIABLES", Saving, $$"""{"a":[{{List("1e308", 39_000)}}]}"""),
        new("a long text", "INVALID_VARIABLES", Saving, $$"""{"a":"{{new string('x', Large)}}"}"""),
        new(
            "lists within each other",
            "TOO_MANY_TOKENS",
            Saving,
            $$"""{"a":[{{List(new string('[', 25) + new string(']', 25), 4_900)}}]}"""
        ),
        new(
            "a variable for each mistake",
            "INVALID_VARIABLES",
            Numbered("query(", "$v{0}:Boolean! ", 100, "){") + Numbered("", "__typename @include(if:$v{0}) ", 100, "}"),
            "{" + string.Join(',', Enumerable.Range(0, 100).Select(number => $"\"v{number}\":\"{new string('x', 400)}\"")) + "}"
        ),
        new(
            "tables by everything",
            "COSTS",
            "query($by:[ID!]!){study(id:\"x\"){" + Fill("", "indexTable(by:$by){cells{estimate}} ", 300) + "}}",
            $$"""{"by":[{{string.Join(',', Enumerable.Range(0, 28_000).Select(number => $"\"{number}\""))}}]}"""
        ),
        new(
            "names that nobody asks for",
            "COSTS",
            "{__typename}",
            "{" + string.Join(',', Enumerable.Range(0, 22_000).Select(number => $"\"v{number}\":1")) + "}"
        ),
    ];

    private const string Saving = "mutation($a:[AnswerInput!]!){saveAnswers(baseRevision:1 answers:$a){revision}}";

    private static string Repeat(string part, int times) => new StringBuilder().Insert(0, part, times).ToString();

    private static string Fill(string before, string part, int times, string after = "") => before + Repeat(part, times) + after;

    private static string Numbered(string before, string format, int times, string after = "") =>
        before
        + string.Concat(Enumerable.Range(0, times).Select(number => string.Format(CultureInfo.InvariantCulture, format, number)))
        + after;

    private static string List(string entry, int times) => string.Join(',', Enumerable.Repeat(entry, times));

    private static string Nested(int depth) => depth == 0 ? "1" : $"{{a:{Nested(depth - 1)}}}";

    /// <summary>Each fragment twice in the one before it: two to the power of their number.</summary>
    private static string Doubling(int fragments) =>
        Numbered("", "fragment F{0} on Query {{ ...G{0} ...G{0} }} fragment G{0} on Query {{ ...H{0} }} ", fragments / 2)
        + string.Concat(
            Enumerable.Range(0, fragments / 2).Select(number => $"fragment H{number} on Query {{ ...F{number + 1} ...F{number + 1} }} ")
        )
        + $"fragment F{fragments / 2} on Query {{ __typename }}";

    private static string Overlapping(int levels, int fields) =>
        levels == 0
            ? "{id}"
            : "{"
                + Repeat(
                    "studies" + Overlapping(levels - 1, fields).Replace("studies", "questionnaire", StringComparison.Ordinal) + " ",
                    fields
                )
                + "}";

    private static string Spreading(int fragments) =>
        "{...F0} "
        + string.Concat(
            Enumerable.Range(0, fragments).Select(number => Numbered($"fragment F{number} on Query{{", "...F{0} ", fragments, "} "))
        );

    private static string Fragments(int fragments, int fields) =>
        Numbered("{", "...F{0} ", fragments, "} ")
        + string.Concat(
            Enumerable
                .Range(0, fragments)
                .Select(number => $"fragment F{number} on Query{{" + Numbered("", "classification(id:{0}){{id}} ", fields) + "} ")
        );

    private static string Circle(int fragments) =>
        "{...F0} "
        + string.Concat(Enumerable.Range(0, fragments).Select(number => $"fragment F{number} on Query{{...F{(number + 1) % fragments}}} "));

    private static string Shared(int fragments) =>
        Numbered("fragment F on Query{", "...F{0} ", fragments, "} fragment G on Query{__typename @include(if:$a)} ")
        + Numbered("", "fragment F{0} on Query{{...G __typename @skip(if:$b)}} ", fragments);
}
