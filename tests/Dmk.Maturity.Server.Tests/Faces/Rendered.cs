using System.Net;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Dmk.Maturity.Server.Tests;

/// <summary>A component of a page as HTML.</summary>
internal static class Rendered
{
    public static async Task<string> Html<T>(Dictionary<string, object?> parameters)
        where T : IComponent
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        using var logs = LoggerFactory.Create(_ => { });
        await using var renderer = new HtmlRenderer(services, logs);
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<T>(ParameterView.FromDictionary(parameters))).ToHtmlString()
        );
    }

    public static string Text(string html) => WebUtility.HtmlDecode(html);
}
