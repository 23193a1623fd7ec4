using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Grains;

/// <summary>Companies of one Land's partition that have answered in an earlier wave, too, as <see cref="CommonCompanies"/>: sums, and no
/// company.</summary>
[GenerateSerializer, Immutable, Alias("Dmk.Maturity.Grains.CommonGroup")]
internal readonly record struct CommonGroup(
    [property: Id(0)] ReportingCell StratumBefore,
    [property: Id(1)] ReportingCell CellBefore,
    [property: Id(2)] ReportingCell Stratum,
    [property: Id(3)] ReportingCell Cell,
    [property: Id(4)] long[] Counts,
    [property: Id(5)] double[] Sums
)
{
    public static CommonGroup Of(
        (ReportingCell StratumBefore, ReportingCell CellBefore, ReportingCell Stratum, ReportingCell Cell) place,
        CommonSums sums
    ) =>
        new(
            place.StratumBefore,
            place.CellBefore,
            place.Stratum,
            place.Cell,
            [sums.Companies, sums.Before, sums.After, sums.Both],
            [sums.SumBefore, sums.SumAfter, sums.BothBefore, sums.BothAfter, sums.Products]
        );

    public CommonCompanies Companies =>
        new(
            StratumBefore,
            CellBefore,
            Stratum,
            Cell,
            new(Counts[0], Counts[1], Sums[0], Counts[2], Sums[1], Counts[3], Sums[2], Sums[3], Sums[4])
        );
}
