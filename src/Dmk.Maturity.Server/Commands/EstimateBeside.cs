using System.Text.Json.Nodes;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>What stands beside an estimate where more was asked for: its rank, its value at another mix, its change.</summary>
internal static class EstimateBeside
{
    /// <summary>None where nothing more was asked for.</summary>
    public static IEnumerable<(string, JsonNode?)> Fields(EstimateRow row, EstimateRequest request) =>
        [
            .. request.Ranks is null ? [] : Fields(row.Rank),
            .. request.Standardised is null ? [] : Fields(row.Standardised),
            .. request.Waves is null ? [] : Fields(row.Change),
        ];

    private static (string, JsonNode?)[] Fields(RankedDomain? ranked) =>
        [
            ("rank", ranked?.Rank),
            ("tied", ranked?.Tied),
            ("marginalBest", ranked?.Marginal.Best),
            ("marginalWorst", ranked?.Marginal.Worst),
            ("simultaneousBest", ranked?.Simultaneous.Best),
            ("simultaneousWorst", ranked?.Simultaneous.Worst),
        ];

    private static (string, JsonNode?)[] Fields(StandardisedDomain? domain) =>
        [
            .. RowFile.Figure("standardised", domain?.Mean.Mean),
            ("standardisedLower", RowFile.Number(domain?.Mean.Mean.Lower)),
            ("standardisedUpper", RowFile.Number(domain?.Mean.Mean.Upper)),
            ("covered", RowFile.Number(domain?.Mean.Covered)),
            ("emptyCells", domain?.Mean.Empty),
            ("cellsOfOne", domain?.CellsOfOne),
        ];

    private static (string, JsonNode?)[] Fields(DomainChange? change) =>
        [
            ("before", RowFile.Number(change?.Before.Value)),
            ("beforeStandardError", RowFile.Number(change?.Before.StandardError)),
            ("beforeRespondents", change?.BeforeRespondents),
            .. RowFile.Figure("change", change?.Trend.Change),
            ("changeLower", RowFile.Number(change?.Trend.Change.Lower)),
            ("changeUpper", RowFile.Number(change?.Trend.Change.Upper)),
            ("t", RowFile.Number(change?.Trend.Change.T)),
            ("changeDegreesOfFreedom", RowFile.Number(change?.Trend.Change.DegreesOfFreedom)),
            ("p", RowFile.Number(change?.Trend.Change.P)),
            ("pHolm", RowFile.Number(change?.PHolm)),
            .. RowFile.Figure("perYear", change?.Trend.PerYear),
            .. RowFile.Figure("relative", change?.Trend.Relative),
            .. RowFile.Figure("yearlyRate", change?.Trend.YearlyRate),
            ("inBoth", change?.InBoth),
            ("covariance", RowFile.Number(change?.Covariance)),
        ];
}
