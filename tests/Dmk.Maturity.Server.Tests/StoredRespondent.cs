using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A company as its stored answers say, scored anew.</summary>
/// <param name="Score">NaN is missing.</param>
/// <param name="Persons">Employed; NaN is missing.</param>
internal sealed record StoredRespondent(string UnitId, ReportingCell Stratum, ReportingCell Cell, double Score, double Persons)
{
    /// <summary>All that have submitted in the demonstration's last wave, read from the store and from nowhere else.</summary>
    public static async Task<IReadOnlyList<StoredRespondent>> All(IServiceProvider services)
    {
        var study = (await services.GetRequiredService<Catalogue>().Study(DemoServer.Study, TestContext.Current.CancellationToken))!;
        await using var db = await services
            .GetRequiredService<IDbContextFactory<MaturityDb>>()
            .CreateDbContextAsync(TestContext.Current.CancellationToken);
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
            where response.Status == 2 && response.Study == study.Id
            select new
            {
                unit.UnitId,
                unit.Stratum,
                response.Answers,
            }
        ).ToListAsync(TestContext.Current.CancellationToken);
        return
        [
            .. rows.Select(row =>
            {
                var interview = Interview.Of(study.Questionnaire, AnswersJson.Read(row.Answers));
                var stratum = ReportingCell.Parse(row.Stratum);
                return new StoredRespondent(
                    row.UnitId,
                    stratum,
                    study.Design.CellOf(stratum, interview),
                    study.Indices[0].Score(interview)[0],
                    interview.Effective("persons_employed") is Answer.Number persons ? (double)persons.Value : double.NaN
                );
            }),
        ];
    }
}
