using System.Security.Cryptography;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dmk.Maturity.Web;

/// <summary>The last page of the form: what is wrong, what is to be confirmed, and submission.</summary>
internal static class CheckPages
{
    private static readonly IReadOnlyDictionary<string, string> _nothing = new Dictionary<string, string>();
    private static readonly IReadOnlyDictionary<string, Answer> _noChanges = new Dictionary<string, Answer>();

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/survey/check", Show);
        site.MapPost("/survey/check", Submit);
    }

    private static async Task<IResult> Show(PageRequest request, Visits visits) =>
        await visits.Find(request.Http) is not { } visit ? SurveyPages.ToEntry(request)
        : visit.MayAnswer ? Page(request, new(visit, RandomNumberGenerator.GetHexString(32, lowercase: true), _nothing, []))
        : SeeOther.To(request.To(visit.State.Receipt is null ? "/survey" : "/survey/receipt"));

    private static async Task<IResult> Submit(PageRequest request, Visits visits)
    {
        if (await visits.Find(request.Http) is not { } visit)
        {
            return SurveyPages.ToEntry(request);
        }

        var form = request.Http.Request.Form;
        var key = form["key!"].ToString();
        if (key.Length is 0 or > 100)
        {
            return ErrorPage.Result(request.Http, StatusCodes.Status400BadRequest);
        }

        var confirmed = visit
            .Questionnaire.Checks.Where(check => check.Level == CheckLevel.Soft && form.ContainsKey("confirm!" + check.Id))
            .ToDictionary(check => check.Id, check => form["reason!" + check.Id].ToString().Trim(), StringComparer.Ordinal);
        return await visit.Response.Submit(key, _noChanges, confirmed) switch
        {
            // Found anew: submitting may have taken the response to another version of the questionnaire.
            SubmitOutcome.Incomplete incomplete => Page(
                request,
                new(await visits.Find(request.Http) ?? visit, key, confirmed, incomplete.UnconfirmedChecks)
            ),
            SubmitOutcome.Closed => SeeOther.To(request.To("/survey")),
            _ => SeeOther.To(request.To("/survey/receipt")),
        };
    }

    private static RazorComponentResult<CheckPage> Page(PageRequest request, CheckView view) =>
        new(
            new
            {
                Request = request,
                view.Visit,
                View = view,
            }
        );
}
