using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;

namespace Dmk.Maturity.Questionnaires;

/// <summary>A questionnaire to be printed and filled in by hand: one HTML file without script, with boxes to tick, lines to write on, and
/// the routing in words.</summary>
public sealed class PaperForm(Questionnaire questionnaire, Language language)
{
    /// <summary>Longer lists are not printed; a line to write on stands in their place.</summary>
    private const int MostOptions = 40;

    private const string Box = "<span class=\"box\"></span>";

    private const string Style = """
        @page { size: A4; margin: 18mm; }
        body { font: 11pt/1.35 sans-serif; color: #000; background: #fff; max-width: 180mm; margin: 0 auto; }
        h1 { font-size: 18pt; } h2 { font-size: 14pt; border-bottom: 1pt solid #000; }
        section { break-before: page; } section:first-of-type { break-before: auto; }
        .question { break-inside: avoid; margin: 6mm 0; } .question > h3, h4 { font-size: 11pt; margin: 0 0 1mm; }
        .when { font-weight: bold; margin: 0 0 1mm; } .help { font-size: 9.5pt; margin: 0 0 2mm; }
        ul { list-style: none; padding: 0; margin: 0; } li { margin: 1mm 0; }
        .box { display: inline-block; width: 3.5mm; height: 3.5mm; border: 0.8pt solid #000; vertical-align: -0.5mm; margin-right: 2mm; }
        .line { display: inline-block; border-bottom: 0.8pt solid #000; min-width: 45mm; height: 5mm; }
        .lines div { border-bottom: 0.8pt solid #000; height: 8mm; }
        table { border-collapse: collapse; width: 100%; } th, td { border: 0.5pt solid #666; padding: 1mm 2mm; font-weight: normal; font-size: 9.5pt; }
        th[scope=row] { text-align: left; } td { text-align: center; }
        .instead { margin-top: 1.5mm; font-size: 9.5pt; } .item { border-left: 2pt solid #666; padding-left: 4mm; }
        """;

    private readonly StringBuilder _html = new();
    private readonly Numbering _numbers = new(questionnaire);

    private bool IsGerman => language == Language.German;

    public byte[] Write()
    {
        var words = new RuleWords(questionnaire, language, id => _numbers.NameOf(id, language));
        Line($"<!DOCTYPE html>\n<html lang=\"{(IsGerman ? "de" : "en")}\">\n<head>\n<meta charset=\"utf-8\">");
        Line("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        Line($"<title>{Said(questionnaire.Title)}</title>\n<style>\n{Style}\n</style>\n</head>\n<body>");
        Line($"<h1>{Said(questionnaire.Title)}</h1>");
        Paragraph("intro", questionnaire.Intro);
        foreach (var (place, section) in questionnaire.Sections.Index())
        {
            Line("<section>");
            Line($"<h2>{(char)('A' + place % 26)}{(place < 26 ? "" : Number(place / 26))}. {Said(section.Title)}</h2>");
            When(section.When is null ? [] : [section.When], words, Say("Dieser Abschnitt", "This section"));
            Paragraph("help", section.Intro);
            Write(section.Questions, words, "h3");

            Line("</section>");
        }

        Line($"<footer><p>{Text($"{questionnaire.Id} {questionnaire.Version}")}</p></footer>\n</body>\n</html>");
        return Encoding.UTF8.GetBytes(_html.ToString());
    }

    /// <summary>Questions beneath the titles of their groups.</summary>
    private void Write(IReadOnlyList<Question> questions, RuleWords words, string heading)
    {
        IReadOnlyList<Group> open = [];
        foreach (var question in questions)
        {
            foreach (var group in question.Groups.Except(open).Where(group => group.Title is not null))
            {
                Line($"<{heading}>{Said(group.Title!)}</{heading}>");
            }

            open = question.Groups;
            Write(question, words, heading);
        }
    }

    private void Write(Question question, RuleWords words, string heading)
    {
        Line("<div class=\"question\">");
        var number = _numbers.Of(question);
        Line($"<{heading}>{(number.Length == 0 ? "" : number + ". ")}{Said(question.Text)}</{heading}>");
        When(
            question.When is { } when ? [.. question.GroupConditions, when] : [.. question.GroupConditions],
            words,
            Say("Diese Frage", "This question")
        );
        Paragraph("help", question.Help);
        Field(question, words);
        if (question.Missing.Count > 0 && question is not Question.Grid)
        {
            var reasons = question.Missing.Select(reason => Box + Said(ReasonLabels.Of(reason)));
            Line($"<p class=\"instead\">{Say("Stattdessen:", "Instead:")} {string.Join(" &nbsp; ", reasons)}</p>");
        }

        Line("</div>");
    }

    private void When(IReadOnlyList<Expression> conditions, RuleWords words, string what)
    {
        if (conditions.Count > 0)
        {
            var rule = Text(words.Of(conditions));
            Line($"<p class=\"when\">{Say($"{what} nur, wenn gilt:", $"{what} only if:")} {rule}.</p>");
        }
    }

    private void Field(Question question, RuleWords words)
    {
        switch (question)
        {
            case Question.Single single:
                Options(question, single.Options, words, Say("Bitte nur ein Kreuz.", "Please tick one box only."));
                break;
            case Question.Multiple multiple:
                Options(question, multiple.Options, words, Ticks(multiple));
                break;
            case Question.Grid grid:
                Grid(grid, words);
                break;
            case Question.CodeSearch:
                Line($"<p>{Say("Bitte beschreiben Sie es in Worten:", "Please describe it in words:")}</p>");
                Lines(2);
                break;
            case Question.Numeric numeric:
                var unit =
                    numeric.Unit is { } named ? Said(named)
                    : numeric.Kind == NumberKind.Percentage ? "%"
                    : "";
                Line($"<p><span class=\"line\"></span> {unit}</p>");
                break;
            case Question.SumGroup sum:
                Sum(sum, words);
                break;
            case Question.FreeText text:
                Lines(text.MaximumLength > 200 ? 5 : 1);
                break;
            case Question.Date:
                Line($"<p>{Day}</p>");
                break;
            case Question.Period:
                Line($"<p>{Say("vom", "from")} {Day} {Say("bis", "to")} {Day}</p>");
                break;
            case Question.Roster roster:
                Line(
                    $"<p>{Say(
                        "Bitte für jeden Eintrag einmal ausfüllen; dieses Blatt dafür kopieren.",
                        "Please fill in once for each entry; copy this sheet for it."
                    )} {Entries(roster)}</p>"
                );
                Line("<div class=\"item\">");
                Write(roster.Questions, words, "h4");
                Line("</div>");
                break;
            case Question.Note:
                break;
            default:
                throw new UnreachableException(question.GetType().Name);
        }
    }

    private void Options(Question question, IReadOnlyList<Option> options, RuleWords words, string how)
    {
        if (options.Count > MostOptions)
        {
            Lines(1);
            return;
        }

        Line($"<p class=\"help\">{Text(how)}</p>\n<ul>");
        foreach (var option in options)
        {
            var line = option.AsksToSpecify ? " <span class=\"line\"></span>" : "";
            var alone = option.Exclusive ? $" <em>({Say("dann nichts anderes", "then nothing else")})</em>" : "";
            Line($"<li>{Box}{Said(option.Label)}{line}{alone}{Only(question.OptionsWhen, option.Code, words)}</li>");
        }

        Line("</ul>");
    }

    private void Grid(Question.Grid grid, RuleWords words)
    {
        string[] heads =
        [
            .. grid.Options.Select(option => Said(option.Label) + Only(grid.OptionsWhen, option.Code, words)),
            .. grid.Missing.Select(reason => Said(ReasonLabels.Of(reason))),
        ];
        var how = grid.Several
            ? Say("Je Zeile sind mehrere Kreuze möglich.", "Several ticks are possible in each row.")
            : Say("Bitte je Zeile ein Kreuz.", "Please one tick in each row.");
        Line($"<p class=\"help\">{how}</p>");
        Line($"<table><thead><tr><td></td>{string.Concat(heads.Select(head => $"<th scope=\"col\">{head}</th>"))}</tr></thead><tbody>");
        foreach (var row in grid.Rows)
        {
            var boxes = string.Concat(Enumerable.Repeat($"<td>{Box}</td>", heads.Length));
            Line($"<tr><th scope=\"row\">{Said(row.Label)}{Only(grid.PartsWhen, row.Id, words)}</th>{boxes}</tr>");
        }

        Line("</tbody></table>");
        foreach (var option in grid.Options.Where(option => option.AsksToSpecify))
        {
            var asked = Say(
                $"Wenn „{PrintedText.Of(questionnaire, option.Label, language)}“:",
                $"If “{PrintedText.Of(questionnaire, option.Label, language)}”:"
            );
            Line($"<p>{Text(asked)} <span class=\"line\"></span></p>");
        }
    }

    private void Sum(Question.SumGroup sum, RuleWords words)
    {
        var unit = sum.Unit is { } named ? Said(named) : "";
        var total = sum.Total.Constant is { } constant ? TypedNumber.Write(constant, language) : words.Of(sum.Total);
        Line("<table><tbody>");
        foreach (var item in sum.Items)
        {
            Line(
                $"<tr><th scope=\"row\">{Said(item.Label)}{Only(sum.PartsWhen, item.Id, words)}</th>"
                    + $"<td><span class=\"line\"></span> {unit}</td></tr>"
            );
        }

        Line($"<tr><th scope=\"row\">{Say("Zusammen", "In total")}</th><td>{Text(total)} {unit}</td></tr>\n</tbody></table>");
    }

    private string Only(IReadOnlyDictionary<string, Expression> conditions, string id, RuleWords words) =>
        conditions.TryGetValue(id, out var rule) ? $" <em>({Say("nur, wenn gilt", "only if")}: {Text(words.Of(rule))})</em>" : "";

    private string Ticks(Question.Multiple multiple) =>
        (multiple.Minimum, multiple.Maximum) switch
        {
            (null, null) => Say("Mehrere Kreuze sind möglich.", "Several ticks are possible."),
            (null, { } most) => Say($"Höchstens {Number(most)} Kreuze.", $"At most {Number(most)} ticks."),
            ({ } least, null) => Say($"Mindestens {Number(least)} Kreuze.", $"At least {Number(least)} ticks."),
            ({ } least, { } most) => Say($"{Number(least)} bis {Number(most)} Kreuze.", $"{Number(least)} to {Number(most)} ticks."),
        };

    private string Entries(Question.Roster roster) =>
        roster.Minimum == 0 ? Say($"Höchstens {Number(roster.Maximum)}.", $"At most {Number(roster.Maximum)}.")
        : roster.Minimum == roster.Maximum ? Say($"Genau {Number(roster.Maximum)}.", $"Exactly {Number(roster.Maximum)}.")
        : Say(
            $"Mindestens {Number(roster.Minimum)}, höchstens {Number(roster.Maximum)}.",
            $"At least {Number(roster.Minimum)}, at most {Number(roster.Maximum)}."
        );

    private string Day => $"<span class=\"line\"></span> ({Say("Tag, Monat, Jahr", "day, month, year")})";

    private void Paragraph(string kind, Text? text)
    {
        if (text is not null)
        {
            Line($"<p class=\"{kind}\">{Said(text)}</p>");
        }
    }

    private void Lines(int count) => Line($"<div class=\"lines\">{string.Concat(Enumerable.Repeat("<div></div>", count))}</div>");

    private void Line(string html) => _html.Append(html).Append('\n');

    private string Say(string german, string english) => IsGerman ? german : english;

    private string Said(Text text) => Text(PrintedText.Of(questionnaire, text, language));

    private static string Text(string text) => WebUtility.HtmlEncode(text);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
