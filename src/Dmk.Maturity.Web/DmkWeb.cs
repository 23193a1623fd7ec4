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
        AddPages(services);
        services.AddSingleton<CompanyVisits>();
        services.AddSingleton<Visits>(all => all.GetRequiredService<CompanyVisits>());
        services.AddSingleton<Readers>();
        return services;
    }

    /// <summary>The form of a questionnaire that is being written, for its author.</summary>
    /// <param name="form">What is shown, and read anew before each request.</param>
    public static IServiceCollection AddDmkPreview(this IServiceCollection services, PreviewedForm form)
    {
        AddPages(services);
        services.AddSingleton(form);
        services.AddSingleton<Visits, PreviewVisits>();
        return services;
    }

    private static void AddPages(IServiceCollection services)
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
    }

    public static void MapDmkPreview(this IEndpointRouteBuilder endpoints)
    {
        PageFile.MapAll(endpoints);

        var pages = endpoints.MapGroup("").WithMetadata(new PageMark());
        pages.AddEndpointFilter(PageHeaders.Filter).AddEndpointFilter(FormGuard.Filter).AddEndpointFilter(PreviewPages.Filter);
        pages.MapGet("/", (HttpContext http) => SeeOther.To(PreviewPages.Begin(SiteLanguage.Preferred(http.Request))));
        PreviewPages.Map(pages.MapGroup("/{language:regex(^(de|en)$)}"));
        pages.MapFallback("/{**path}", (HttpContext http) => ErrorPage.Result(http, StatusCodes.Status404NotFound));
    }

    public static void MapDmkWeb(this IEndpointRouteBuilder endpoints)
    {
        PageFile.MapAll(endpoints);

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
