using Dmk.Maturity.Questionnaires;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Web;

/// <summary>The pages of the form as companies see them, with a note that this is a preview, what is wrong with the files, and the scores
/// of the answers so far.</summary>
internal static class PreviewPages
{
    /// <summary>Where an author begins.</summary>
    public static string Begin(Language language) => $"/{language.Tag}/survey/{PreviewVisits.Handle}";

    public static void Map(IEndpointRouteBuilder site)
    {
        site.MapGet("/", (PageRequest request) => SeeOther.To(Begin(request.Language)));
        site.MapGet("/survey", (PageRequest request) => SeeOther.To(Begin(request.Language)));
        site.MapGet("/survey/left", (PageRequest request) => SeeOther.To(Begin(request.Language)));
        site.MapGet("/preview/again", Again);
        SurveyPages.MapForm(site);
    }

    /// <summary>The other language by <c>?lang</c>, and what stands around every page.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var request = new PageRequest(http, SiteLanguage.Of(http.Request.Path));
        if (http.Request.Query["lang"].ToString() is "de" or "en" && HttpMethods.IsGet(http.Request.Method))
        {
            var wanted = http.Request.Query["lang"] == "en" ? Language.English : Language.German;
            var path = http.Request.Path.Value ?? "/";
            return SeeOther.To(path.Length > 3 ? $"/{wanted.Tag}{path[3..]}" : Begin(wanted));
        }

        var form = http.RequestServices.GetRequiredService<PreviewedForm>();
        var files = form.Files();
        http.Features.Set(new PageAside(Above(request, files), Below(request, files, form)));
        return await next(context);
    }

    private static SeeOther Again(PageRequest request, PreviewedForm form)
    {
        form.Response.Clear();
        return SeeOther.To(Begin(request.Language));
    }

    private static RenderFragment Above(PageRequest request, PreviewedFiles files) =>
        builder =>
        {
            builder.OpenComponent<PreviewNote>(0);
            builder.AddComponentParameter(1, nameof(PreviewNote.Request), request);
            builder.AddComponentParameter(2, nameof(PreviewNote.Files), files);
            builder.CloseComponent();
        };

    private static RenderFragment Below(PageRequest request, PreviewedFiles files, PreviewedForm form) =>
        builder =>
        {
            builder.OpenComponent<PreviewScores>(0);
            builder.AddComponentParameter(1, nameof(PreviewScores.Language), request.Language);
            builder.AddComponentParameter(2, nameof(PreviewScores.Files), files);
            builder.AddComponentParameter(3, nameof(PreviewScores.Answers), form.Response.Read().Answers);
            builder.CloseComponent();
        };
}
