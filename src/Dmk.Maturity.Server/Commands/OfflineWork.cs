using Dmk.Maturity.Grains;
using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>Work on a data folder that no server has open: starts grains and storage, does one thing, stops.</summary>
internal static class OfflineWork
{
    /// <param name="meanwhile">What does the same through GraphQL while a server holds the folder; null where nothing does.</param>
    /// <exception cref="FaultException">A server holds the folder, and the message says what to do meanwhile.</exception>
    public static async Task<T> Run<T>(
        ServerSettings settings,
        Func<IServiceProvider, Task<T>> work,
        CancellationToken cancellation,
        string? meanwhile = null
    )
    {
        if (!Directory.Exists(settings.Data))
        {
            throw new FaultException($"There is no data folder {Path.GetFullPath(settings.Data)}; name one with --data.");
        }

        MachineNeeds.Check(settings, TimeProvider.System.GetUtcNow());
        using var host = Opened(settings, meanwhile);
        await host.StartAsync(cancellation);
        try
        {
            return await work(host.Services);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }

    private static IHost Opened(ServerSettings settings, string? meanwhile)
    {
        try
        {
            return DmkServer.BuildInside(settings);
        }
        catch (DataFolderException held) when (held.IsInUse && meanwhile is not null)
        {
            throw new FaultException(
                $"The data folder {Path.GetFullPath(settings.Data)} is in use by a running server, and this command needs it alone. While "
                    + $"the server runs, GraphQL does the same, with an operator's token: {meanwhile}"
            );
        }
    }

    /// <summary>Does what a command does, between two entries of the audit log.</summary>
    public static Task Audited(IServiceProvider services, Deed deed, Func<Task> work) =>
        services.GetRequiredService<AuditLog>().Around(deed, work);

    /// <exception cref="FaultException">There is no such study; the message says which there are.</exception>
    public static async Task<Study> Study(IServiceProvider services, string id, CancellationToken cancellation)
    {
        var catalogue = services.GetRequiredService<Catalogue>();
        if (await catalogue.Study(id, cancellation) is { } study)
        {
            return study;
        }

        var known = await catalogue.Studies(cancellation);
        throw new FaultException(
            known.Count == 0
                ? $"No study has been published in this data folder. {NextStep.Publish}"
                : $"There is no study {id}; there is {string.Join(", ", known.Select(one => one.Id))}."
        );
    }
}
