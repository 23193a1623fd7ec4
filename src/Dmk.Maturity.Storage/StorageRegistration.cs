using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Storage;

/// <summary>How a server gets its store.</summary>
public static class StorageRegistration
{
    public static IServiceCollection AddDmkStorage(this IServiceCollection services, DataFolder folder)
    {
        services.AddSingleton(folder);
        services.AddSingleton(folder.Hash);
        services.AddPooledDbContextFactory<MaturityDb>((all, options) => Configure(all, options, folder.Maturity));
        services.AddPooledDbContextFactory<ContactsDb>((all, options) => Configure(all, options, folder.Contacts));
        return services
            .AddLogging()
            .AddOptions()
            .AddSingleton<CommitJournal>()
            .AddSingleton<StoreWatch>()
            .AddSingleton<StoreInterceptor>()
            .AddSingleton<PageInspection>()
            .AddSingleton<CommitQueue>()
            .AddSingleton<StoreProbe>()
            .AddSingleton<Publications>()
            .AddSingleton<Frames>()
            .AddSingleton<Samples>()
            .AddSingleton<Contacts>()
            .AddSingleton<Invitations>()
            .AddSingleton<Sessions>()
            .AddSingleton<Tokens>()
            .AddSingleton<Actions>()
            .AddSingleton<ReaderSessions>()
            .AddSingleton<Responses>()
            .AddSingleton<Submissions>()
            .AddSingleton<ColumnFiles>()
            .AddSingleton<Rescorings>()
            .AddSingleton<SubmittedUnits>()
            .AddSingleton<Drafts>()
            .AddSingleton<ShownStates>();
    }

    private static void Configure(IServiceProvider services, DbContextOptionsBuilder options, string file)
    {
        Schema.Configure(options, file);
        options.AddInterceptors(services.GetRequiredService<StoreInterceptor>());
    }
}
