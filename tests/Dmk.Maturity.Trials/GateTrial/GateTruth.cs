using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Trials;

/// <summary>What no reader should find out: every company that has submitted, scored anew from its stored answers.</summary>
internal sealed class GateTruth
{
    private const int Submitted = 2;

    private readonly ILookup<string, TrueCompany> _inCell;

    private GateTruth(Study study, IReadOnlyList<TrueCompany> companies)
    {
        (Study, Companies) = (study, companies);
        Tables = [.. study.Design.Lattice.Prepend([])];
        _inCell = Tables
            .SelectMany(table => companies.Select(company => (Key: KeyOf(table, company.Cell), Company: company)))
            .ToLookup(one => one.Key, one => one.Company);
    }

    public Study Study { get; }

    public IReadOnlyList<TrueCompany> Companies { get; }

    /// <summary>The total, and those of the study.</summary>
    public IReadOnlyList<IReadOnlyList<ReportingVariable>> Tables { get; }

    public static async Task<GateTruth> Read(IServiceProvider services, string studyId, CancellationToken cancellation)
    {
        var study = (await services.GetRequiredService<Catalogue>().Study(studyId, cancellation))!;
        await using var db = await services.GetRequiredService<IDbContextFactory<MaturityDb>>().CreateDbContextAsync(cancellation);
        var rows = await (
            from response in db.Responses
            join unit in db.Units
                on new
                {
                    response.Land,
                    response.Study,
                    response.UnitId,
                } equals new
                {
                    unit.Land,
                    unit.Study,
                    unit.UnitId,
                }
            where response.Study == studyId && response.Status == Submitted
            orderby unit.UnitId
            select new
            {
                unit.UnitId,
                unit.Stratum,
                response.Answers,
            }
        ).ToListAsync(cancellation);
        var scored = rows.AsParallel()
            .AsOrdered()
            .Select(row =>
            {
                var interview = Interview.Of(study.Questionnaire, AnswersJson.Read(row.Answers));
                var stratum = ReportingCell.Parse(row.Stratum);
                return (
                    row.UnitId,
                    Stratum: stratum,
                    Cell: study.Design.CellOf(stratum, interview),
                    Scores: study.Indices.Select(model => model.Score(interview)).ToArray()
                );
            })
            .ToList();
        var weights = Weights(study, scored.Select(one => one.Stratum));
        return new(study, [.. scored.Select(one => new TrueCompany(one.UnitId, one.Stratum, one.Cell, one.Scores, weights[one.Stratum]))]);
    }

    /// <summary>The companies of a cell of any table.</summary>
    public IEnumerable<TrueCompany> In(string key) => _inCell[key];

    public static string KeyOf(IEnumerable<ReportingVariable> table, ReportingCell cell) =>
        string.Join('|', table.Select(variable => $"{variable.Id}={variable.CodeOf(cell)}"));

    private static Dictionary<ReportingCell, double> Weights(Study study, IEnumerable<ReportingCell> respondents)
    {
        var counts = respondents.CountBy(stratum => stratum).ToDictionary(one => one.Key, one => (long)one.Value);
        var strata = study
            .Frame.Select(stratum => new Stratum(
                [.. study.Design.Population.Strata.Select(variable => variable.CodeOf(stratum.Cell))],
                stratum.Population,
                stratum.Sampled
            ))
            .ToArray();
        var weighting = Weighting.Of(
            strata,
            [.. study.Frame.Select(stratum => counts.GetValueOrDefault(stratum.Cell))],
            study.Design.Weights.Collapse
        );
        return study.Frame.Index().ToDictionary(stratum => stratum.Item.Cell, stratum => weighting.Weights[stratum.Index]);
    }
}

/// <param name="Stratum">Where it was drawn.</param>
/// <param name="Cell">Where it stands.</param>
/// <param name="Scores">By model and node; NaN is missing.</param>
internal sealed record TrueCompany(string UnitId, ReportingCell Stratum, ReportingCell Cell, double[][] Scores, double Weight);
