using CsvHelper;
using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Studies;

/// <summary>Writes companies that have answered into a file, one line for each: UTF-8, decimal point, numbers that are read back as the
/// same double, empty where a score is missing.</summary>
/// <param name="answered">Variables whose answers are written; see <see cref="MicrodataAnswers"/>.</param>
public sealed class MicrodataCsv(Stream file, MicrodataColumns columns, MicrodataWeights weights, IReadOnlyList<string> answered)
    : IDisposable
{
    private readonly string _index = VersionedId.Of(columns.Model).ToString();
    private readonly CsvWriter _csv = CsvWriter.Create(file, new CsvWriterOptions { NewLine = "\n" }, leaveOpen: true);

    /// <summary>The line of the names.</summary>
    public void WriteNames() => _csv.WriteRecord([.. columns.Names, .. answered.Select(MicrodataColumns.Answer)]);

    /// <param name="pseudonym">Stands for the company.</param>
    /// <param name="stratum">Where it was drawn.</param>
    /// <param name="cell">Where it stands now.</param>
    /// <param name="scores">One per node of the index; NaN is missing.</param>
    /// <param name="interview">Its answers; null where none are written.</param>
    public void Write(string pseudonym, ReportingCell stratum, ReportingCell cell, IReadOnlyList<double> scores, Interview? interview)
    {
        var weight = weights.At(stratum, cell);
        _csv.WriteField(pseudonym);
        _csv.WriteField(_index);
        _csv.WriteField(stratum.ToString());
        _csv.WriteField(weight.Class);
        _csv.WriteField(weight.ClassPopulation);
        _csv.WriteField(weight.Weight);
        if (columns.Margins.Count > 0)
        {
            _csv.WriteField(weight.BeforeCalibration);
        }

        foreach (var variable in columns.Design.Variables)
        {
            _csv.WriteField(variable.CodeOf(cell));
        }

        foreach (var margin in columns.Margins.Where(margin => margin.Count > 1))
        {
            _csv.WriteField(MicrodataColumns.MarginCode(margin, cell));
        }

        foreach (var score in scores)
        {
            _csv.WriteField(double.IsNaN(score) ? (double?)null : score);
        }

        foreach (var score in columns.HasLevels ? scores : [])
        {
            _csv.WriteField(double.IsNaN(score) ? null : columns.Model.LevelOf(score).Id);
        }

        foreach (var variable in answered)
        {
            _csv.WriteField(interview is null ? "" : MicrodataAnswers.Of(interview, variable));
        }

        _csv.EndRecord();
    }

    public void Dispose() => _csv.Dispose();
}
