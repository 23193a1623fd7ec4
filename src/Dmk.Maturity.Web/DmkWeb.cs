using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Web;

/// <summary>The pages for companies and for readers of results.</summary>
public static class DmkWeb
{
    public static IServiceCollection AddDmkWeb(this IServiceCollection services)
    {
        services.AddRazorComponents();
        services.AddAntiforgery(options =>
        {
            options.FormFieldName = FormGuard.TokenField;
            options.Cookie.Name = "dmk-form";
            // Lax: a link from a mail to these pages must not make open forms worthless.
            options.Cookie.SameSite = SameSiteMode.Lax;
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.SuppressXFrameOptionsHeader = true;
        });
        services.AddSingleton<IStartupFilter, HeadRequests>();
        services.AddSingleton<IStartupFilter, PageFaults>();
        services.AddSingleton<Visits>();
        services.AddSingleton<Readers>();
        return services;
    }

    public static void MapDmkWeb(this IEndpointRouteBuilder endpoints)
    {
        Stylesheet.Kern.Map(endpoints);
        Stylesheet.Own.Map(endpoints);

        var pages = endpoints.MapGroup("").WithMetadata(new PageMark()).ExcludeFromDescription();
        pages.AddEndpointFilter(PageHeaders.Filter).AddEndpointFilter(FormGuard.Filter);
        pages.MapGet("/", (HttpContext http) => SeeOther.To($"/{SiteLanguage.Preferred(http.Request).Tag}"));

        var site = pages.MapGroup("/{language:regex(^(de|en)$)}");
        HomePages.Map(site);
        SurveyPages.Map(site);
        SignInPages.Map(site);
        TablePages.Map(site);

        pages.MapFallback("/{**path}", (HttpContext http) => ErrorPage.Result(http, StatusCodes.Status404NotFound));
    }
}
