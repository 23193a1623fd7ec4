using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Statistics;
using Dmk.Maturity.Studies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dmk.Maturity.Web;

/// <summary>Index tables with a chart, and the same figures as a file.</summary>
internal static class TablePages
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/results/{study}", Show);
        site.MapGet("/results/{study}/table.csv", Download);
    }

    private static Task<IResult> Show(PageRequest request, string study, Readers readers, Catalogue catalogue, StudyResults results) =>
        Answer(
            request,
            study,
            readers,
            catalogue,
            results,
            study => Closed(request, study, why: null),
            (study, why) => Closed(request, study, why),
            view => new RazorComponentResult<TablePage>(new { Request = request, View = view })
        );

    private static Task<IResult> Download(PageRequest request, string study, Readers readers, Catalogue catalogue, StudyResults results) =>
        Answer(
            request,
            study,
            readers,
            catalogue,
            results,
            study => SignInNeeded.Result(request, SignInState.Nobody, PageOf(request, study)),
            // A program that asks for a file must not keep a page in its place.
            (study, why) => Closed(request, study, why, StatusCodes.Status404NotFound),
            view =>
                view.Query.IsWithoutItsPart || view.Query.IsWithoutItsCondition || view.Query.IsWithoutPersons
                    ? ErrorPage.Result(request.Http, StatusCodes.Status404NotFound)
                    : Microsoft.AspNetCore.Http.Results.File(
                        TableCsv.Of(view.Result, request.Language),
                        TableCsv.MediaType,
                        TableCsv.FileName(view.Result)
                    )
        );

    private static async Task<IResult> Answer(
        PageRequest request,
        string studyId,
        Readers readers,
        Catalogue catalogue,
        StudyResults results,
        Func<Study, IResult> signedOut,
        Func<Study, Text, IResult> tooFew,
        Func<TableView, IResult> answer
    )
    {
        if (await catalogue.Study(studyId, request.Aborted) is not { } study)
        {
            return ErrorPage.Result(request.Http, StatusCodes.Status404NotFound);
        }

        var reader = await readers.Find(request.Http);
        if (reader.State != SignInState.SignedIn)
        {
            return reader.State == SignInState.Nobody
                ? signedOut(study)
                : SignInNeeded.Result(request, reader.State, PageOf(request, study));
        }

        if (TableQuery.Read(study, request.Http.Request.Query, reader.Audience) is not { } read)
        {
            return ErrorPage.Result(request.Http, StatusCodes.Status404NotFound);
        }

        try
        {
            var whole = TableQuery.WithoutPart(read.Request);
            var wanted = whole ?? read.Request;
            var asked = TableQuery.WithFewerChoices(wanted) ?? wanted;
            var table = await results.Table(asked, request.Aborted);
            var query = new TableQuery(asked.Find(), read.Order)
            {
                IsWithoutItsPart = whole is not null,
                IsWithoutItsCondition = asked.Condition != wanted.Condition,
                IsWithoutPersons = asked.Estimand != wanted.Estimand,
                AllColumns = TableQuery.AsksForAllColumns(request.Http.Request.Query),
            };
            return answer(TableView.Of(query, table, request.Language));
        }
        catch (ResultRequestException refused) when (TableWords.WhyNoTable(refused.Code) is { } why)
        {
            return tooFew(study, why);
        }
        catch (ResultRequestException)
        {
            return ErrorPage.Result(request.Http, StatusCodes.Status404NotFound);
        }
        catch (NoDonorException)
        {
            return tooFew(study, TableWords.TooFewText);
        }
    }

    /// <summary>The page of the table that was asked for, to which a sign-in leads back.</summary>
    internal static string PageOf(PageRequest request, Study study) => $"/results/{study.Id}{request.Http.Request.QueryString}";

    private static RazorComponentResult<ClosedTablePage> Closed(
        PageRequest request,
        Study study,
        Text? why,
        int status = StatusCodes.Status200OK
    ) =>
        new(
            new
            {
                Request = request,
                Study = study,
                Why = why,
            }
        )
        {
            StatusCode = status,
        };
}
