using Microsoft.AspNetCore.Components;

namespace Dmk.Maturity.Web;

/// <summary>What stands around every page of a request, beside what the page itself shows; a feature of the request.</summary>
/// <param name="Above">Before the head of the page.</param>
/// <param name="Below">After its content.</param>
internal sealed record PageAside(RenderFragment Above, RenderFragment Below);
