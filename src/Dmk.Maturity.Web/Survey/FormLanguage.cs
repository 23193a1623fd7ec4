using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Web;

/// <summary>A questionnaire that exists in one language has pages in that language only: nothing on them stands in a language that the page
/// does not name, for screen readers and for programs that translate.</summary>
internal static class FormLanguage
{
    /// <summary>Leads from the other language's address to the one that there is; what was sent there is taken all the same.</summary>
    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        var request = new PageRequest(http, SiteLanguage.Of(http.Request.Path));
        if (await http.RequestServices.GetRequiredService<Visits>().Find(http) is not { } visit)
        {
            return await next(context);
        }

        if (visit.Questionnaire.Languages is [var only])
        {
            http.Features.Set(new OneLanguage(only));
        }

        if (visit.Questionnaire.Languages.Contains(request.Language))
        {
            return await next(context);
        }

        if (HttpMethods.IsGet(http.Request.Method))
        {
            return SeeOther.To(request.InOtherLanguage);
        }

        for (var i = 0; i < context.Arguments.Count; i++)
        {
            context.Arguments[i] = context.Arguments[i] is PageRequest given ? Of(given, visit) : context.Arguments[i];
        }

        return await next(context);
    }

    /// <summary>The request in a language of the questionnaire: its own where there is one.</summary>
    public static PageRequest Of(PageRequest request, Visit visit) =>
        visit.Questionnaire.Languages.Contains(request.Language) ? request : request with { Language = request.Language.Other };
}
