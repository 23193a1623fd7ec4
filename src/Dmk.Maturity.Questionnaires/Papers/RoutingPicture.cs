using System.Net;
using System.Text;

namespace Dmk.Maturity.Questionnaires;

/// <summary>Sections and questions in their order, with an arrow from each question to what its answer decides: one SVG file.</summary>
public sealed class RoutingPicture(Questionnaire questionnaire, Language language)
{
    private const int RowHeight = 26;
    private const int BoxWidth = 420;
    private const int Left = 260;
    private const int LongestText = 58;

    private readonly StringBuilder _svg = new();
    private readonly Numbering _numbers = new(questionnaire);
    private readonly Dictionary<string, int> _rowOf = new(StringComparer.Ordinal);

    public byte[] Write()
    {
        var words = new RuleWords(questionnaire, language, id => _numbers.NameOf(id, language));
        var rows = Rows();
        var height = (rows.Count + 2) * RowHeight;
        var width = Left + BoxWidth + 620;
        Line(
            $"<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"title\" "
                + $"width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" "
                + $"font-family=\"sans-serif\" font-size=\"12\">"
        );
        Line($"<title id=\"title\">{Said(Say("Wege durch: ", "Routes through: ") + Printed(questionnaire.Title))}</title>");
        Line(
            "<defs><marker id=\"tip\" markerWidth=\"8\" markerHeight=\"8\" refX=\"7\" refY=\"4\" orient=\"auto\">"
                + "<path d=\"M0,0 L8,4 L0,8 z\"/></marker></defs>"
        );
        Line($"<rect width=\"{width}\" height=\"{height}\" fill=\"#fff\"/>");
        foreach (var (place, row) in rows.Index())
        {
            Draw(row, Top(place), words);
        }

        var lane = 0;
        foreach (var (place, row) in rows.Index())
        {
            foreach (var from in Sources(row.Conditions).Where(_rowOf.ContainsKey).Select(id => _rowOf[id]).Distinct())
            {
                Arrow(from, place, lane++);
            }
        }

        Line("</svg>");
        return Encoding.UTF8.GetBytes(_svg.ToString());
    }

    private string Printed(Text text) => PrintedText.Of(questionnaire, text, language);

    private List<Row> Rows()
    {
        var rows = new List<Row>();
        foreach (var section in questionnaire.Sections)
        {
            rows.Add(new(Printed(section.Title), IsSection: true, section.When is null ? [] : [section.When]));
            foreach (var question in section.Questions)
            {
                _rowOf[question.Id] = rows.Count;
                IEnumerable<Expression?> conditions =
                [
                    .. question.GroupConditions,
                    question.When,
                    .. question.OptionsWhen.Values,
                    .. question.PartsWhen.Values,
                ];
                var number = _numbers.Of(question);
                rows.Add(
                    new(
                        (number.Length == 0 ? "" : number + "  ") + Printed(question.Text),
                        IsSection: false,
                        [.. conditions.OfType<Expression>()]
                    )
                );
            }
        }

        return rows;
    }

    private void Draw(Row row, int top, RuleWords words)
    {
        var (fill, weight) = row.IsSection ? ("#dde6f0", "bold") : ("#fff", "normal");
        var dash = row.Conditions.Count > 0 ? " stroke-dasharray=\"4 2\"" : "";
        var inset = row.IsSection ? 0 : 16;
        Line("<g>");
        Line($"<title>{Said(row.Text)}</title>");
        Line(
            $"<rect x=\"{Left + inset}\" y=\"{top}\" width=\"{BoxWidth - inset}\" height=\"{RowHeight - 6}\" "
                + $"rx=\"3\" fill=\"{fill}\" stroke=\"#333\"{dash}/>"
        );
        Line($"<text x=\"{Left + inset + 8}\" y=\"{top + 14}\" font-weight=\"{weight}\">{Said(Cut(row.Text, LongestText))}</text>");
        if (row.Conditions.Count > 0)
        {
            var rule = words.Of(row.Conditions);
            Line(
                $"<text x=\"{Left + BoxWidth + 12}\" y=\"{top + 14}\" fill=\"#444\"><title>{Said(rule)}</title>"
                    + $"{Said(Say("nur, wenn gilt: ", "only if: ") + Cut(rule, 84))}</text>"
            );
        }

        Line("</g>");
    }

    /// <summary>On the left of the boxes, each in a lane of its own.</summary>
    private void Arrow(int from, int to, int lane)
    {
        var x = Left - 14 - lane * 9 % (Left - 30);
        var (begin, end) = (Top(from) + RowHeight / 2 - 3, Top(to) + RowHeight / 2 - 3);
        Line($"<path d=\"M{Left} {begin} H{x} V{end} H{Left}\" fill=\"none\" stroke=\"#06c\" marker-end=\"url(#tip)\"/>");
    }

    /// <summary>The questions that a rule reads, through computed values and parts.</summary>
    /// <remarks>Each computed value is looked into once: chains of them meet again and again.</remarks>
    private List<string> Sources(IReadOnlyList<Expression> rules)
    {
        var sources = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>(rules.SelectMany(rule => rule.Reads));
        while (waiting.TryDequeue(out var id))
        {
            if (!known.Add(id))
            {
                continue;
            }

            if (questionnaire.Computed.FirstOrDefault(one => one.Id == id) is { } computed)
            {
                computed.Value.Reads.ToList().ForEach(waiting.Enqueue);
            }
            else
            {
                sources.Add(questionnaire.Variable(id)?.Question.Id ?? id);
            }
        }

        return sources;
    }

    private static int Top(int row) => row * RowHeight + RowHeight;

    private void Line(string line) => _svg.Append(line).Append('\n');

    private string Say(string german, string english) => language == Language.German ? german : english;

    private static string Said(string text) => WebUtility.HtmlEncode(text);

    private static string Cut(string text, int length) => text.Length <= length ? text : text[..(length - 1)] + "…";

    private sealed record Row(string Text, bool IsSection, IReadOnlyList<Expression> Conditions);
}
