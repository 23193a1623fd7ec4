namespace Dmk.Maturity.Studies;

/// <summary>What the frame knows of cells by Land and another variable: how many companies there are, and which share is in the upper half
/// of the size classes.</summary>
internal sealed class FrameSizes
{
    private readonly Dictionary<string, (long All, long Larger)> _cells = new(StringComparer.Ordinal);
    private readonly bool _hasSizes;

    public FrameSizes(Study study, RequestedAreas asked)
    {
        var size = study.Design.Population.Strata.FirstOrDefault(variable => variable.Id == "size");
        _hasSizes = size is not null && size != asked.By;
        string[] larger = size is null ? [] : [.. size.PossibleCodes.Skip(size.PossibleCodes.Count / 2)];
        foreach (var stratum in study.Frame)
        {
            var key = Key([asked.Land.CodeOf(stratum.Cell), asked.By.CodeOf(stratum.Cell)]);
            var (all, above) = _cells.GetValueOrDefault(key);
            var isLarger = size is not null && larger.Contains(size.CodeOf(stratum.Cell));
            _cells[key] = (all + stratum.Population, above + (isLarger ? stratum.Population : 0));
        }
    }

    /// <summary>Of the auxiliaries.</summary>
    public IEnumerable<string> Names => _hasSizes ? ["larger companies"] : [];

    public double Companies(IReadOnlyList<string> codes) => _cells.GetValueOrDefault(Key(codes)).All;

    /// <summary>0 to 1; 0 for a cell of which the frame has nobody. Nothing where the sizes are not known, or are the cells.</summary>
    public IEnumerable<double> ShareOfLarger(IReadOnlyList<string> codes)
    {
        if (_hasSizes)
        {
            var (all, larger) = _cells.GetValueOrDefault(Key(codes));
            yield return all == 0 ? 0 : (double)larger / all;
        }
    }

    private static string Key(IReadOnlyList<string> codes) => string.Join('|', codes);
}
