using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.GraphQL;

[Name("Trend"), Description("How a node of an index changed from earlier waves to this study, with what it was made from.")]
internal sealed class TrendView(Result.Trend result, Language language, CodeNames names)
{
    private static readonly Text _method = new(
        "Differenz der gewichteten Mittel beider Wellen; Varianz V + V' - 2 Cov (Kish 1965), die Kovarianz aus den Betrieben in beiden "
            + "Wellen (Tam 1984), sonst die getrennter Stichproben mit Freiheitsgraden nach Welch (1947); Fehler der Indexwerte nach der "
            + "Delta-Methode",
        "Difference of the weighted means of both waves; variance V + V' - 2 Cov (Kish 1965), the covariance from companies in both "
            + "waves (Tam 1984), else that of separate samples with degrees of freedom by Welch (1947); errors of index figures by the "
            + "delta method"
    );

    private readonly TableView _table = new(new(result.Study, result.Figures.Waves[^1].Table, result.Data), language, names);

    [Description("The index.")]
    public IndexView Index => _table.Index;

    [Description("The node of the index that the figures are of.")]
    public NodeView Node => _table.Node;

    [Description("By what the cells are; null for the total alone.")]
    public ReportingVariableView? By => result.Figures.By.Count == 0 ? null : new(result.Figures.By[0], language);

    [Description("The changes from each of the earlier waves, the first in time first."), ListSize(3)]
    public IEnumerable<WaveChangeView> Waves => result.Figures.Waves.Select(wave => new WaveChangeView(wave, names, language));

    [Description("How the changes were computed, in words.")]
    public string Method => _method.In(language);

    [Description("Whether every acknowledged submission is in it. Otherwise companies enter in lots, at the study's rhythm.")]
    public bool Live => _table.Live;

    [Description("Of this study's data: grows with it.")]
    public string DataVersion => _table.DataVersion;

    [Description("When it was computed.")]
    public DateTimeOffset ComputedAt => _table.ComputedAt;

    [Description("Whether the companies of any of the waves are made up. Say so wherever you show the figures.")]
    public bool Synthetic => _table.Synthetic || result.Figures.Waves.Any(wave => wave.Earlier.Synthetic);

    [Description("What the figures of this study were made from, and how.")]
    public ProvenanceView Provenance => _table.Provenance;

    [Description("The trend as a file: one line per wave and cell, the total last.")]
    public TrendFileView Csv => new(result, language);
}
