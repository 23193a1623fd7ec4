using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Dmk.Maturity.Storage;

/// <summary>Every connection writes through to the disk before a commit returns.</summary>
internal sealed class DurableConnection : DbConnectionInterceptor
{
    public static DurableConnection Instance { get; } = new();

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => WriteThrough(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        WriteThrough(connection);
        return Task.CompletedTask;
    }

    private static void WriteThrough(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA synchronous=FULL";
        command.ExecuteNonQuery();
    }
}
