namespace Dmk.Maturity.Questionnaires;

/// <summary>Reads the everyday names of trades from a table that several editions share: <c>word,language</c>, and a column of codes for
/// each edition.</summary>
/// <remarks>The column of a classification is named by its id or by the part of it before a hyphen (<c>wz2008</c> for
/// <c>wz2008-classes</c>). Several codes are parted by blanks, the likeliest first; none stands there where the edition has none. Lines
/// that begin with # are comments.</remarks>
internal sealed class WordTable(string path, string id, IReadOnlyList<ClassificationRow> rows, List<Problem> problems)
{
    /// <summary>Who has more mistakes than these has another kind of file.</summary>
    private const int MostReported = 20;

    private const char Comment = '#';

    private const int MaximumLength = 100;

    private readonly HashSet<string> _codes = [.. rows.Select(row => row.Entry.Code)];
    private readonly Dictionary<(string Word, string Language), int> _lines = [];
    private int _reported;

    public List<ClassificationWord> Read(string text)
    {
        var words = new List<ClassificationWord>();
        if (Columns(text) is not var (lines, word, language, codes))
        {
            return words;
        }

        foreach (var number in lines.Rows)
        {
            if (_reported >= MostReported)
            {
                break;
            }

            if (lines.Values(number, out var mistake) is not { } values)
            {
                Report(mistake!.Place, mistake.Code, mistake.Message);
            }
            else if (Word(values[word], values[language], values[codes], values.Where((_, at) => at != word && at != language)) is { } one)
            {
                words.Add(one);
            }
        }

        return words;
    }

    private (TableLines Lines, int Word, int Language, int Codes)? Columns(string text)
    {
        var lines = TableLines.Of(path, text, Comment);
        var heads = lines?.Heads.ToList() ?? [];
        var (word, language) = (Place("word"), Place("language"));
        var codes = heads.FindIndex(head =>
            Is(head, id) || (head.Length > 0 && id.StartsWith($"{head}-", StringComparison.OrdinalIgnoreCase))
        );
        if (lines is not null && word >= 0 && language >= 0 && codes >= 0)
        {
            return (lines, word, language, codes);
        }

        Report(
            TableLines.PlaceOfHeads(path, text, Comment),
            "wrong-columns",
            $"The first line must name the columns word, language and {id.Split('-')[0]}, parted by commas, semicolons or tabs; the last "
                + $"has the codes of '{id}'."
        );
        return null;

        int Place(string column)
        {
            return heads.FindIndex(head => Is(head, column));
        }
    }

    private static bool Is(string head, string column) => string.Equals(head, column, StringComparison.OrdinalIgnoreCase);

    private ClassificationWord? Word(TableValue word, TableValue language, TableValue codes, IEnumerable<TableValue> all)
    {
        if (GermanSpelling.Words(GermanSpelling.Fold(word.Text)).Length == 0 || word.Text.Length > MaximumLength)
        {
            return Wrong(word.Place, "wrong-kind", $"A word has letters or digits, at most {MaximumLength} characters.");
        }

        if (language.Text is not ("de" or "en"))
        {
            return Wrong(language.Place, "unknown-language", $"'{language.Text}' is no language of the words. Write de or en.");
        }

        if (!_lines.TryAdd((word.Text.ToUpperInvariant(), language.Text), word.Place.Line))
        {
            var line = _lines[(word.Text.ToUpperInvariant(), language.Text)];
            return Wrong(
                word.Place,
                "duplicate-id",
                $"The word '{word.Text}' stands in line {line} already. Write its codes into one line."
            );
        }

        if (all.All(value => value.Text.Length == 0))
        {
            return Wrong(codes.Place, "wrong-kind", $"The word '{word.Text}' leads to no code. Write one, or remove the line.");
        }

        var written = codes.Text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (Array.Find(written, code => !_codes.Contains(code)) is { } unknown)
        {
            return Wrong(
                codes.Place,
                "unknown-code",
                $"'{id}' has no code '{unknown}'.{Near(unknown)} Several codes are parted by blanks."
            );
        }

        if (written.Distinct(StringComparer.Ordinal).Count() < written.Length)
        {
            return Wrong(codes.Place, "duplicate-id", $"A code stands twice at '{word.Text}'. Keep one.");
        }

        return written.Length == 0 ? null : new(word.Text, language.Text == "de" ? Language.German : Language.English, written);
    }

    private string Near(string code) =>
        _codes.Contains("0" + code) ? $" Did you mean '0{code}'? A spreadsheet drops zeros at the front; format the column as text."
        : NearMiss.Of(code, _codes) is { } near ? $" Did you mean '{near}'?"
        : "";

    private ClassificationWord? Wrong(FilePosition place, string code, string message)
    {
        Report(place, code, message);
        return null;
    }

    private void Report(FilePosition place, string code, string message)
    {
        _reported++;
        problems.Add(new(place, code, message));
    }
}
