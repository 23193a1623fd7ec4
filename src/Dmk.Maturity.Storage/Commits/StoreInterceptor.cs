using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dmk.Maturity.Storage;

/// <summary>Whoever opens a damaged database is refused, and whoever meets damage tells the watch.</summary>
internal sealed class StoreInterceptor(StoreWatch watch) : DbCommandInterceptor, IDbConnectionInterceptor
{
    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
    {
        watch.Check();
        return result;
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result,
        CancellationToken cancellationToken = default
    )
    {
        watch.Check();
        return ValueTask.FromResult(result);
    }

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => watch.Notice(eventData.Exception);

    public override Task CommandFailedAsync(
        DbCommand command,
        CommandErrorEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        watch.Notice(eventData.Exception);
        return Task.CompletedTask;
    }
}
