using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Storage;

/// <summary>How a server gets its store.</summary>
public static class StorageRegistration
{
    public static IServiceCollection AddDmkStorage(this IServiceCollection services, DataFolder folder)
    {
        services.AddSingleton(folder);
        services.AddSingleton(folder.Hash);
        services.AddPooledDbContextFactory<MaturityDb>(options => Schema.Configure(options, folder.Maturity));
        services.AddPooledDbContextFactory<ContactsDb>(options => Schema.Configure(options, folder.Contacts));
        return services
            .AddLogging()
            .AddSingleton<CommitJournal>()
            .AddSingleton<CommitQueue>()
            .AddSingleton<StoreProbe>()
            .AddSingleton<Publications>()
            .AddSingleton<Samples>()
            .AddSingleton<Contacts>()
            .AddSingleton<Invitations>()
            .AddSingleton<Sessions>()
            .AddSingleton<Tokens>()
            .AddSingleton<ReaderSessions>()
            .AddSingleton<Responses>()
            .AddSingleton<Submissions>()
            .AddSingleton<ShownStates>();
    }
}
