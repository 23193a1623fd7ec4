using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dmk.Maturity.Web;

/// <summary>The start page of each language, and the list of studies that have results.</summary>
internal static class HomePages
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/", Home);
        site.MapGet("/results", Results);
        site.MapGet("/tables", (PageRequest request) => SeeOther.To(request.To($"/results{request.Http.Request.QueryString}")));
    }

    /// <summary>Whether what a server holds is made up as a whole: no real study has been in the field beside the synthetic ones.</summary>
    public static bool AllMadeUp(IReadOnlyList<Study> studies) =>
        studies.Any(study => study.Synthetic) && studies.All(study => study.Synthetic || study.Phase == StudyPhase.Draft);

    /// <summary>The study that the start page is about: the only one in the field, or the only one where none is.</summary>
    /// <returns>Null where there are several, or none.</returns>
    public static Study? About(IReadOnlyList<Study> studies)
    {
        var fielded = studies.Where(study => study.Phase == StudyPhase.InField).ToList();
        return (fielded.Count > 0 ? fielded : studies) is [var only] ? only : null;
    }

    private static async Task<IResult> Home(PageRequest request, Readers readers, Catalogue catalogue)
    {
        var studies = await catalogue.Studies(request.Aborted);
        return new RazorComponentResult<HomePage>(
            new
            {
                Request = request,
                Studies = studies,
                Reader = await readers.ByCookie(request.Http),
            }
        );
    }

    /// <summary>Studies that have been in the field, one of them at once.</summary>
    private static async Task<IResult> Results(PageRequest request, Readers readers, Catalogue catalogue)
    {
        Study[] studies = [.. (await catalogue.Studies(request.Aborted)).Where(study => study.Phase != StudyPhase.Draft)];
        return studies is [var only]
            ? SeeOther.To(request.To($"/results/{only.Id}{request.Http.Request.QueryString}"))
            : new RazorComponentResult<ResultsPage>(
                new
                {
                    Request = request,
                    Studies = (IReadOnlyList<Study>)studies,
                    SignedIn = (await readers.ByCookie(request.Http)).State == SignInState.SignedIn,
                }
            );
    }
}
