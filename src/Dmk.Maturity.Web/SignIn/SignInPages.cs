using Dmk.Maturity.Grains;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dmk.Maturity.Web;

/// <summary>Where readers of results come in with their token, and leave.</summary>
internal static class SignInPages
{
    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/signin", Show);
        site.MapPost("/signin", Enter);
        site.MapPost("/signout", Leave).WithMetadata(new KeepsWhatWasTyped(), new FormSize(PostedForm.MostOfAnEntry));
    }

    private static async Task<IResult> Show(PageRequest request, Readers readers, Catalogue catalogue)
    {
        var reader = await readers.ByCookie(request.Http);
        return reader.State == SignInState.SignedIn ? SeeOther.To(await Target(request, catalogue)) : Page(request, false);
    }

    private static async Task<IResult> Enter(PageRequest request, Readers readers, Catalogue catalogue)
    {
        var token = request.Http.Request.Form["token"].ToString().Trim();
        return token.Length is > 0 and <= 500 && await readers.Admit(request.Http, token)
            ? SeeOther.To(await Target(request, catalogue))
            : Page(request, true);
    }

    private static async Task<IResult> Leave(PageRequest request, Readers readers)
    {
        // As where a company leaves: the cookie is only sent by our own pages.
        if (!FormGuard.HasExpired(request.Http) || request.Http.Request.Cookies.ContainsKey(Readers.Cookie))
        {
            await readers.Forget(request.Http);
        }

        return SeeOther.To(request.To(""));
    }

    /// <summary>The page that the reader came from, else its study, else the newest one.</summary>
    private static async Task<string> Target(PageRequest request, Catalogue catalogue)
    {
        if (WayBack.Read(request.Http.Request.Query) is { } page)
        {
            return request.To(page);
        }

        var studies = await catalogue.Studies(request.Aborted);
        var wanted = request.Http.Request.Query["study"].ToString();
        var study = studies.FirstOrDefault(study => study.Id == wanted) ?? studies.MaxBy(study => study.Design.Wave);
        return request.To(study is null ? "" : $"/results/{study.Id}");
    }

    private static RazorComponentResult<SignInPage> Page(PageRequest request, bool refused) =>
        new(new { Request = request, Refused = refused });
}
