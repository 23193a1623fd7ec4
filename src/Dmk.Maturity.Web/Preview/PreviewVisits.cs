using Dmk.Maturity.Grains;
using Microsoft.AspNetCore.Http;

namespace Dmk.Maturity.Web;

/// <summary>The author at the form: everybody who reaches this server is, and nobody needs a code.</summary>
internal sealed class PreviewVisits(PreviewedForm form, TimeProvider time) : Visits
{
    /// <summary>As long as that of a company.</summary>
    public static string Handle { get; } = "preview".PadRight(Entrance.HandleLength, '0');

    protected override Task<Visit?> Look(HttpContext http)
    {
        var study = form.Files().Study;
        var state = form.Response.Read();
        var session = new CompanySession(state.Key, Handle, study.Id, time.GetUtcNow().AddDays(1));
        return Task.FromResult(
            HandleOf(http) == Handle
                ? new Visit("", session, null, study, study.Questionnaire, new PreviewResponse(form.Response), state)
                : null
        );
    }

    /// <summary>Leaving begins anew.</summary>
    public override Task Forget(HttpContext http)
    {
        form.Response.Clear();
        return Task.CompletedTask;
    }
}
