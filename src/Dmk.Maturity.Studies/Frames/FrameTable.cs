using System.Globalization;
using CsvHelper;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>A frame as a file holds it: read line by line, so that a million companies need no more memory than their ids.</summary>
public sealed class FrameTable
{
    /// <summary>So many mistakes are told; of the others there is the number.</summary>
    public const int MostMistakes = 20;

    private readonly FrameFile _file;
    private readonly CsvReaderOptions _reading;
    private readonly StudyDesign _design;
    private readonly Questionnaire _questionnaire;
    private readonly Classifications _classifications;
    private readonly List<FrameMistake> _mistakes = [];
    private readonly List<string> _said = [];
    private readonly Dictionary<ReportingCell, long> _counts = [];

    private FrameTable(FrameFile file, StudyDesign design, Questionnaire questionnaire, Classifications classifications)
    {
        (_file, _design, _questionnaire, _classifications) = (file, design, questionnaire, classifications);
        var encoding = file.Encoding();
        _reading = new()
        {
            TrackLineNumbers = true,
            Encoding = encoding,
            Separator = file.Separator(encoding),
            OnMalformedRecord = NoteBrokenQuote,
        };
        if (FrameFile.IsGuessed(encoding))
        {
            _said.Add(
                "The file is not UTF-8 and was read as Windows-1252, as Excel saves it. Look whether umlauts are right, "
                    + "or save it as \"CSV UTF-8\"."
            );
        }
    }

    public string File => _file.Name;

    /// <summary>SHA-256 over the file, lower-case hexadecimal.</summary>
    public string Hash { get; private set; } = "";

    /// <summary>The first ones, by row; empty where all is right.</summary>
    public IReadOnlyList<FrameMistake> Mistakes => [.. _mistakes.Take(MostMistakes)];

    /// <summary>How many there are beyond <see cref="Mistakes"/>.</summary>
    public long MoreMistakes { get; private set; }

    /// <summary>What is no mistake and should be known, in sentences.</summary>
    public IReadOnlyList<string> Said => _said;

    public long Units => _counts.Values.Sum();

    /// <summary>Companies by stratum, in the order of the study's classifications.</summary>
    public IReadOnlyList<FrameStratum> Strata =>
        [
            .. _counts
                .Select(count => new FrameStratum(count.Key, count.Value, 0))
                .OrderBy(stratum => stratum.Cell, Comparer<ReportingCell>.Create(Compare)),
        ];

    /// <summary>Looks through the whole file.</summary>
    public static FrameTable Check(FrameFile file, StudyDesign design, Questionnaire questionnaire, Classifications classifications)
    {
        var table = new FrameTable(file, design, questionnaire, classifications) { Hash = file.Hash() };
        table.Check();
        return table;
    }

    /// <summary>Its companies in the order of the file; only of a table without mistakes.</summary>
    /// <exception cref="IOException">The file is another one than it was when it was looked through.</exception>
    public IEnumerable<FrameUnit> Read()
    {
        if (_file.Hash() != Hash)
        {
            throw new IOException($"{_file.Name} was changed while it was read. Nothing was stored; import it again.");
        }

        return Rows([], [], _ => { });
    }

    private void Check()
    {
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        try
        {
            foreach (var unit in Rows(_mistakes, _said, Trim))
            {
                if (!seen.TryAdd(unit.UnitId, _line))
                {
                    _mistakes.Add(
                        new(
                            _line,
                            FrameColumns.Unit,
                            string.Create(CultureInfo.InvariantCulture, $"'{unit.UnitId}' stands in row {seen[unit.UnitId]} already.")
                        )
                    );
                    Trim(_mistakes);
                }

                _counts[unit.Stratum] = _counts.GetValueOrDefault(unit.Stratum) + 1;
            }
        }
        catch (CsvFormatException exception)
        {
            _mistakes.Add(new(0, "", $"The file is no table of values with separators: {exception.Message.ReplaceLineEndings(" ")}"));
        }

        if (_mistakes.Count == 0 && seen.Count == 0)
        {
            _mistakes.Add(new(0, "", "The file has no companies: there is nothing below the names of the columns."));
        }
    }

    /// <summary>A quote that nobody closes swallows the companies below it; one that stands within a name does no harm.</summary>
    private void NoteBrokenQuote(CsvMalformedRecord record)
    {
        if (record.Reason is CsvMalformedReason.UnterminatedQuote or CsvMalformedReason.TextAfterClosingQuote)
        {
            _mistakes.Add(
                new(
                    record.LineNumber,
                    "",
                    "A value begins with a quote here that is not closed before the next separator, so that rows below it were taken for "
                        + "part of it. Close the quote, or write it twice."
                )
            );
        }
    }

    private long _line;

    private IEnumerable<FrameUnit> Rows(List<FrameMistake> mistakes, List<string> said, Action<List<FrameMistake>> trim)
    {
        using var stream = _file.Open();
        using var csv = CsvReader.Create(stream, _reading);
        csv.ReadHeader();
        var width = csv.Headers.Count;
        var columns = FrameColumns.Of([.. csv.Headers], _design, _questionnaire, _classifications, mistakes, said);
        if (mistakes.Count > 0)
        {
            yield break;
        }

        while (csv.Read())
        {
            var cells = Enumerable.Range(0, csv.FieldCount).Select(csv.GetString).ToArray();
            if (Array.TrueForAll(cells, string.IsNullOrWhiteSpace))
            {
                continue;
            }

            _line = csv.LineNumber;
            if (cells.Length != width)
            {
                mistakes.Add(new(_line, "", string.Create(CultureInfo.InvariantCulture, $"{cells.Length} values for {width} columns.")));
            }
            else if (columns.Read(cells, _line, mistakes) is { } unit)
            {
                yield return unit;
            }

            trim(mistakes);
        }
    }

    /// <summary>A file of nothing but mistakes must not fill the memory.</summary>
    private void Trim(List<FrameMistake> mistakes)
    {
        if (mistakes.Count > MostMistakes)
        {
            MoreMistakes += mistakes.Count - MostMistakes;
            mistakes.RemoveRange(MostMistakes, mistakes.Count - MostMistakes);
        }
    }

    private int Compare(ReportingCell one, ReportingCell other)
    {
        foreach (var variable in _design.Population.Strata)
        {
            var order = Place(variable, one).CompareTo(Place(variable, other));
            if (order != 0)
            {
                return order;
            }
        }

        return 0;
    }

    private static int Place(ReportingVariable variable, ReportingCell cell)
    {
        var code = variable.CodeOf(cell);
        return variable.Classification.Entries.Index().First(entry => entry.Item.Code == code).Index;
    }
}
