using Dmk.Maturity.Grains;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Dmk.Maturity.Web;

/// <summary>The start page of each language.</summary>
internal static class HomePages
{
    public static void Map(IEndpointRouteBuilder site) => site.MapGet("/", Home);

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
}
