using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Dmk.Maturity.Storage;

/// <summary>The writer's open transaction, as one piece of work sees it: tracked rows for what is rare, prepared commands for what is
/// frequent.</summary>
public sealed class CommitScope : IDisposable
{
    private const string Savepoint = "work";
    private readonly Dictionary<string, DbCommand> _prepared = new(StringComparer.Ordinal);
    private DbTransaction? _transaction;

    internal CommitScope(MaturityDb db)
    {
        Db = db;
        db.Database.OpenConnection();

        // A commit returns only when it has reached the disk; whoever only reads need not say so.
        db.Database.ExecuteSql($"PRAGMA synchronous=FULL");
    }

    public MaturityDb Db { get; }

    public void Dispose()
    {
        foreach (var command in _prepared.Values)
        {
            command.Dispose();
        }

        _transaction?.Dispose();
        Db.Dispose();
    }

    /// <summary>Runs a statement whose parameters are $1, $2 and so on.</summary>
    /// <returns>The number of rows that changed.</returns>
    public int Execute(string sql, params ReadOnlySpan<object?> values) => Prepared(sql, values).ExecuteNonQuery();

    /// <summary>As <see cref="Execute"/>, for a statement that returns one whole number.</summary>
    public long Number(string sql, params ReadOnlySpan<object?> values) =>
        Convert.ToInt64(Prepared(sql, values).ExecuteScalar(), CultureInfo.InvariantCulture);

    internal void Begin()
    {
        var transaction = Db.Database.BeginTransaction();
        _transaction = transaction.GetDbTransaction();
    }

    internal void Save() => _transaction!.Save(Savepoint);

    internal void Undo()
    {
        Db.ChangeTracker.Clear();
        _transaction!.Rollback(Savepoint);
    }

    internal void Commit()
    {
        Db.Database.CommitTransaction();
        Db.ChangeTracker.Clear();
        _transaction = null;
    }

    private DbCommand Prepared(string sql, ReadOnlySpan<object?> values)
    {
        if (!_prepared.TryGetValue(sql, out var command))
        {
            _prepared.Add(sql, command = Prepare(sql, values.Length));
        }

        command.Transaction = _transaction;
        for (var place = 0; place < values.Length; place++)
        {
            command.Parameters[place].Value = values[place] switch
            {
                null => DBNull.Value,
                Guid id => id.ToByteArray(bigEndian: true),
                DateTimeOffset time => time.ToUnixTimeMilliseconds(),
                var value => value,
            };
        }

        return command;
    }

    private DbCommand Prepare(string sql, int parameters)
    {
        var command = Db.Database.GetDbConnection().CreateCommand();

        // The statements are constants of this project; values only ever come as parameters.
#pragma warning disable CA2100
        command.CommandText = sql;
#pragma warning restore CA2100
        for (var place = 1; place <= parameters; place++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = string.Create(CultureInfo.InvariantCulture, $"${place}");
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
