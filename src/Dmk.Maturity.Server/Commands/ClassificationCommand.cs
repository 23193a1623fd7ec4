using System.CommandLine;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Server;

/// <summary><c>classification search ID TEXT</c> and <c>classification list</c>: codes by everyday names, titles or numbers.</summary>
internal static class ClassificationCommand
{
    private const int MostHits = 50;
    private const int MostLevels = 9;

    private static readonly JsonSerializerOptions _json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Search()
    {
        var id = new Argument<string>("ID") { Description = "As in wz2025-classes; wz2025 means all levels of that edition as well." };
        var text = new Argument<string[]>("TEXT")
        {
            Description = "A trade in everyday words, German or English, or a number: Elektriker, plumber, 62.01.",
            Arity = ArgumentArity.OneOrMore,
        };
        text.Validators.Add(result =>
        {
            var typed = string.Join(' ', result.Tokens.Select(token => token.Value));
            if (CodeSearch.IsBlank(typed))
            {
                result.AddError("TEXT is empty. Give the trade in a few words, or a number.");
            }
            else if (typed.Length > CodeSearch.MaximumLength)
            {
                result.AddError(
                    FormattableString.Invariant(
                        $"TEXT has at most {CodeSearch.MaximumLength} characters, not {typed.Length}. Give the trade in a few words."
                    )
                );
            }
        });
        var language = Settings.Choice(
            "--language",
            "Of the labels (de or en); words of both are found. German where there is no other label.",
            LabelLanguage.De
        );
        var levels = Levels();
        var first = Settings.Count("--first", "How many at most.", 1, 5, MostHits);
        var (format, questionnaires) = (Settings.Format(), Settings.Questionnaires());
        var command = new Command("search", "Finds codes, the best first.") { id, text, language, levels, first, format, questionnaires };
        command.SetAction(parsed =>
        {
            var found = Found(QuestionnaireFile.ReadClassifications(parsed.GetValue(questionnaires)!), parsed.GetValue(id)!);
            RefuseOtherLevels(found, parsed.GetValue(levels) ?? []);
            var search = parsed.GetValue(levels) is { Length: > 0 } some ? CodeSearch.Over(found, some) : CodeSearch.OverClasses(found);
            var hits = search.Find(string.Join(' ', parsed.GetValue(text)!), parsed.GetValue(first));
            var labels = parsed.GetValue(language) == LabelLanguage.De ? Language.German : Language.English;
            WriteHits(hits, found, labels, parsed.GetValue(format), parsed.InvocationConfiguration.Output);
            return ExitCode.Good;
        });
        return command;
    }

    public static Command List()
    {
        var (format, questionnaires) = (Settings.Format(), Settings.Questionnaires());
        var command = new Command("list", "Lists all classifications with title, edition and number of codes.") { format, questionnaires };
        command.SetAction(parsed =>
        {
            var all = QuestionnaireFile
                .ReadClassifications(parsed.GetValue(questionnaires)!)
                .All.OrderBy(one => one.Id, StringComparer.Ordinal)
                .ToList();
            WriteList(all, parsed.GetValue(format), parsed.InvocationConfiguration.Output);
            return ExitCode.Good;
        });
        return command;
    }

    private static Option<int[]> Levels() =>
        new("--levels")
        {
            Description =
                "Only these levels, parted by commas, as in 4,5. Of the WZ 4 is a class, 5 a subclass; by default classes, and a subclass "
                + "where it says more.",
            HelpName = "N,N",
            CustomParser = result =>
            {
                var numbers = result.Tokens.SelectMany(token => token.Value.Split(',', StringSplitOptions.TrimEntries)).ToList();
                var levels = numbers
                    .Select(one => int.TryParse(one, NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? level : 0)
                    .ToArray();
                if (Array.Exists(levels, level => level is < 1 or > MostLevels))
                {
                    result.AddError($"--levels takes numbers from 1 to {MostLevels}, parted by commas, not '{string.Join(',', numbers)}'.");
                }

                return levels;
            },
        };

    private static Classification Found(Classifications all, string id)
    {
        if (all.FindTree(id) is { } found)
        {
            return found;
        }

        var ids = all.All.Select(one => one.Id).Order(StringComparer.Ordinal).ToList();
        var near = NearMiss.Of(id, ids);
        throw new FaultException(
            $"There is no classification '{id}'.{(near is null ? "" : $" Did you mean '{near}'?")} There are: {string.Join(", ", ids)}."
        );
    }

    /// <exception cref="FaultException">The classification has no such level.</exception>
    private static void RefuseOtherLevels(Classification found, IReadOnlyList<int> asked)
    {
        var levels = found.Levels();
        if (asked.Any(level => !levels.Contains(level)))
        {
            throw new FaultException(
                $"{found.Id} has no level {string.Join(", ", asked.Except(levels))}. It has {string.Join(", ", levels)}."
            );
        }
    }

    /// <summary>In the table a title that stands in another language than asked for says so.</summary>
    private static void WriteHits(
        IReadOnlyList<ClassificationEntry> hits,
        Classification found,
        Language language,
        OutputFormat format,
        TextWriter output
    )
    {
        if (format == OutputFormat.Json)
        {
            output.WriteLine(JsonSerializer.Serialize(hits.Select(hit => new { code = hit.Code, label = hit.Label.In(language) }), _json));
            return;
        }

        var mark = found.Spoken(language) == language ? "" : " (German)";
        var width = hits.Select(hit => hit.Code.Length).DefaultIfEmpty(0).Max();
        foreach (var hit in hits)
        {
            output.WriteLine($"{hit.Code.PadRight(width)}  {hit.Label.In(language)}{mark}");
        }

        if (hits.Count == 0)
        {
            output.WriteLine("Nothing was found. Try another word for the trade, or the number of the class.");
        }
    }

    private static void WriteList(List<Classification> all, OutputFormat format, TextWriter output)
    {
        if (format == OutputFormat.Json)
        {
            var listed = all.Select(one => new
            {
                id = one.Id,
                title = new { de = one.Title.De, en = one.Title.En },
                edition = one.Edition,
                codes = one.Entries.Count,
            });
            output.WriteLine(JsonSerializer.Serialize(listed, _json));
            return;
        }

        var (ids, editions) = (all.Max(one => one.Id.Length), all.Max(one => one.Edition.Length));
        foreach (var one in all)
        {
            var codes = one.Entries.Count.ToString(CultureInfo.InvariantCulture);
            output.WriteLine($"{one.Id.PadRight(ids)}  {one.Edition.PadRight(editions)}  {codes, 5} codes  {one.Title.De}");
        }
    }
}
