namespace Dmk.Maturity.Studies;

/// <summary>One table of a study's lattice before anybody has answered: its cells, and how many units of the frame may lie in
/// each.</summary>
internal sealed class EmptyTable
{
    private readonly CodeOrder[] _codes;
    private readonly CoarserCodes[] _coarser;
    private readonly int _variables;
    private readonly Dictionary<long, int> _places;

    /// <exception cref="ArgumentException">A code that its classification does not have.</exception>
    public EmptyTable(IReadOnlyList<ReportingVariable> by, StudyDesign design, IReadOnlyList<FrameStratum> frame)
    {
        (By, _variables) = (by, design.Variables.Count);
        _codes = [.. by.Select(variable => CodeOrder.Of(variable.Classification))];
        _coarser = [.. CoarserThan(by, design)];
        var population = new SortedDictionary<long, long>();
        foreach (var stratum in frame)
        {
            foreach (var key in KeysOf(stratum.Cell))
            {
                population[key] = population.GetValueOrDefault(key) + stratum.Population;
            }
        }

        Cells = [.. population.Select(one => new TableCell(CodesOf(one.Key), one.Value))];
        Keys = [.. population.Keys];
        _places = Keys.Index().ToDictionary(key => key.Item, key => key.Index);
    }

    /// <summary>In the order of the study; empty for the total.</summary>
    public IReadOnlyList<ReportingVariable> By { get; }

    /// <summary>In the order of the classifications.</summary>
    public IReadOnlyList<TableCell> Cells { get; }

    /// <summary>Of the cells, ascending.</summary>
    public IReadOnlyList<long> Keys { get; }

    /// <summary>A number that sorts cells in the order of the classifications.</summary>
    /// <exception cref="ArgumentException">A code that its classification does not have.</exception>
    public long KeyOf(ReportingCell cell)
    {
        var key = 0L;
        for (var i = 0; i < _codes.Length; i++)
        {
            key = (key * _codes[i].Count) + _codes[i].PlaceOf(By[i].CodeOf(cell));
        }

        return key;
    }

    /// <returns>-1 where the frame has no such cell.</returns>
    public int PlaceOf(long key) => _places.GetValueOrDefault(key, -1);

    /// <summary>The codes of a cell, those of coarser variables among them: that is how the tables of a lattice are linked.</summary>
    public string?[] CodesOf(long key)
    {
        var found = new string?[_variables];
        for (var i = _codes.Length - 1; i >= 0; i--)
        {
            (key, var place) = Math.DivRem(key, _codes[i].Count);
            var code = _codes[i].CodeAt((int)place);
            found[By[i].Order] = code;
            foreach (var (_, order, above) in _coarser.Where(one => one.By == i))
            {
                found[order] = above[code];
            }
        }

        return found;
    }

    /// <summary>Where units of the frame may lie: in each cell of a variable that the frame does not know.</summary>
    private IEnumerable<long> KeysOf(ReportingCell cell)
    {
        IEnumerable<long> keys = [0L];
        for (var i = 0; i < _codes.Length; i++)
        {
            var (order, possible) = (_codes[i], By[i].IsInFrame ? [By[i].CodeOf(cell)] : By[i].PossibleCodes);
            keys = [.. keys.SelectMany(_ => possible, (key, code) => (key * order.Count) + order.PlaceOf(code))];
        }

        return keys;
    }

    private static IEnumerable<CoarserCodes> CoarserThan(IReadOnlyList<ReportingVariable> by, StudyDesign design) =>
        by.SelectMany(
                (variable, place) =>
                    design.Variables.Select(coarser =>
                        variable.CodesIn(coarser) is { } codes ? new CoarserCodes(place, coarser.Order, codes) : (CoarserCodes?)null
                    )
            )
            .OfType<CoarserCodes>();

    /// <summary>A variable that a table is not by, and whose codes follow from one that it is by.</summary>
    private readonly record struct CoarserCodes(int By, int Order, IReadOnlyDictionary<string, string> Codes);
}
