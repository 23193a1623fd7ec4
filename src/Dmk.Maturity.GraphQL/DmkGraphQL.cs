using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Dmk.Maturity.GraphQL;

/// <summary>Brings the GraphQL face into a host.</summary>
public static class DmkGraphQL
{
    /// <summary>Needs what the grains' room registers. Other limits than the usual ones are registered before, as a
    /// <see cref="GraphQLLimits"/>.</summary>
    public static IServiceCollection AddDmkGraphQL(this IServiceCollection services)
    {
        services.AddEngine();
        services.TryAddSingleton(new GraphQLLimits());
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Query>();
        services.AddSingleton<Mutation>();
        services.AddSingleton<ResponseOperations>();
        services.AddSingleton<StaffOperations>();
        services.AddSingleton<FieldOperations>();
        services.AddSingleton<FrameUploads>();
        services.AddSingleton<ScoreExplaining>();
        services.AddSingleton<AuthorOperations>();
        services.AddSingleton<TableCells>();
        services.AddSingleton<Gatekeeper>();
        services.AddSingleton<Lanes>();
        services.AddSingleton<Documents>();
        services.AddSingleton<Rules>();
        services.AddSingleton<RequestExecutor>();
        services.AddSingleton<RequestReader>();
        services.AddSingleton<CallerReader>();
        services.AddSingleton<GraphQLEndpoint>();
        return services;
    }

    public static IEndpointConventionBuilder MapDmkGraphQL(this IEndpointRouteBuilder endpoints, string path = "/graphql")
    {
        var endpoint = endpoints.ServiceProvider.GetRequiredService<GraphQLEndpoint>();
        return endpoints.Map(path, endpoint.Answer);
    }

    /// <summary>The schema in the schema definition language, as committed in <c>schema.graphql</c>.</summary>
    public static string PrintSchema()
    {
        var services = new ServiceCollection();
        services.AddEngine();
        using var provider = services.BuildServiceProvider();
        var schema = provider.GetRequiredService<ISchema>();
        schema.Initialize();
        return schema.Print(new() { IncludeDescriptions = true }).ReplaceLineEndings("\n").Trim() + "\n";
    }

    private static void AddEngine(this IServiceCollection services) =>
        services.AddGraphQL(engine =>
            engine
                .AddSchema<DmkSchema>()
                .AddAutoClrMappings()
                .AddGraphTypes(typeof(DmkGraphQL).Assembly)
                // Umlauts and apostrophes as they are: answers are JSON, never part of a page.
                .AddSystemTextJson(json => json.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping)
                .AddErrorInfoProvider<ErrorWords>()
        );
}
