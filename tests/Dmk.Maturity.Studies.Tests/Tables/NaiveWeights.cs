using Dmk.Maturity.Statistics;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>Design and non-response weights from single respondents, classes by the rule in words: within a Land and sector the thin
/// class with the largest size joins the next smaller
/// one, else the next larger; a sector whose classes are all thin joins the next sector of its Land, after the last the first.</summary>
internal sealed class NaiveWeights
{
    private const int Minimum = 2;

    private readonly Dictionary<ReportingCell, FrameStratum> _frame;
    private readonly Dictionary<ReportingCell, int> _answered;
    private readonly Dictionary<ReportingCell, List<ReportingCell>> _classOf = [];

    public NaiveWeights(SimulatedStudy study)
    {
        _frame = study.Frame.ToDictionary(stratum => stratum.Cell);
        _answered = study.Frame.ToDictionary(
            stratum => stratum.Cell,
            stratum => study.Respondents.Count(respondent => respondent.Stratum == stratum.Cell)
        );
        var sectors = study.Design.Variable("sector")!.Classification.Entries.Select(entry => entry.Code).ToArray();
        var sizes = study.Design.Variable("size")!.Classification.Entries.Select(entry => entry.Code).ToArray();
        var sectorsFirst = study.Design.Weights.Collapse.Steps[0].Kind == CollapseKind.Cyclic;
        foreach (var land in study.Frame.Where(stratum => stratum.Population > 0).GroupBy(stratum => stratum.Cell.Land))
        {
            if (sectorsFirst)
            {
                SectorsThenSizes([.. land.Select(stratum => stratum.Cell)], sectors, sizes)
                    .ForEach(one => one.ForEach(stratum => _classOf.Add(stratum, one)));
                continue;
            }

            var bySector = sectors
                .Select(sector => Sizes(land.Select(stratum => stratum.Cell).Where(cell => cell[1] == sector)))
                .Where(classes => classes.Count > 0)
                .ToList();
            JoinSectors(bySector);
            foreach (var one in bySector.SelectMany(classes => classes))
            {
                one.ForEach(stratum => _classOf.Add(stratum, one));
            }
        }
    }

    public IReadOnlyList<ReportingCell> ClassOf(ReportingCell stratum) => _classOf[stratum];

    public long PopulationOf(ReportingCell stratum) => _classOf[stratum].Sum(one => _frame[one].Population);

    public int AnsweredIn(ReportingCell stratum) => _classOf[stratum].Sum(one => _answered[one]);

    public double Of(ReportingCell stratum)
    {
        var answered = _classOf[stratum].Where(one => _answered[one] > 0).Sum(one => DesignWeight(one) * _answered[one]);
        return DesignWeight(stratum) * PopulationOf(stratum) / answered;
    }

    private double DesignWeight(ReportingCell stratum) => (double)_frame[stratum].Population / _frame[stratum].Sampled;

    private bool IsThin(List<ReportingCell> one) =>
        one.Sum(stratum => _answered[stratum]) < Minimum
        && one.Sum(stratum => _answered[stratum]) < one.Sum(stratum => _frame[stratum].Population);

    /// <summary>The classes of one Land and sector, in the order of sizes.</summary>
    private List<List<ReportingCell>> Sizes(IEnumerable<ReportingCell> strata)
    {
        var classes = strata.Select(stratum => new List<ReportingCell> { stratum }).ToList();
        while (classes.Count > 1 && classes.FindLastIndex(IsThin) is >= 0 and var thin)
        {
            var other = thin > 0 ? thin - 1 : 1;
            classes[Math.Min(thin, other)].AddRange(classes[Math.Max(thin, other)]);
            classes.RemoveAt(Math.Max(thin, other));
        }

        return classes;
    }

    /// <summary>Within a size thin sectors join the next one in a circle; a size that is thin as a whole joins the next smaller one with
    /// all its sectors.</summary>
    private List<List<ReportingCell>> SectorsThenSizes(ReportingCell[] strata, string[] sectors, string[] sizes)
    {
        var bySize = sizes
            .Select(size =>
                sectors
                    .SelectMany(sector => strata.Where(stratum => stratum[1] == sector && stratum[2] == size))
                    .Select(stratum => new List<ReportingCell> { stratum })
                    .ToList()
            )
            .Where(classes => classes.Count > 0)
            .ToList();
        foreach (var classes in bySize)
        {
            while (classes.Count > 1 && classes.FindIndex(IsThin) is >= 0 and var thin)
            {
                classes[(thin + 1) % classes.Count].AddRange(classes[thin]);
                classes.RemoveAt(thin);
            }
        }

        while (bySize.Count > 1 && bySize.FindLastIndex(classes => classes.Exists(IsThin)) is >= 0 and var small)
        {
            var other = small > 0 ? small - 1 : 1;
            bySize[Math.Min(small, other)] =
            [
                [.. bySize[small].Concat(bySize[other]).SelectMany(one => one)],
            ];
            bySize.RemoveAt(Math.Max(small, other));
        }

        return [.. bySize.SelectMany(classes => classes)];
    }

    private void JoinSectors(List<List<List<ReportingCell>>> sectors)
    {
        while (sectors.Count > 1 && sectors.FindIndex(classes => classes.TrueForAll(IsThin)) is >= 0 and var thin)
        {
            var next = (thin + 1) % sectors.Count;
            sectors[next] =
            [
                [.. sectors[thin].Concat(sectors[next]).SelectMany(one => one)],
            ];
            sectors.RemoveAt(thin);
        }
    }
}
