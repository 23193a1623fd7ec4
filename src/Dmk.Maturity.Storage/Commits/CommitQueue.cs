using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;

namespace Dmk.Maturity.Storage;

/// <summary>The one writer of a process: takes whatever waits, stores it in one transaction, and acknowledges after the commit.</summary>
/// <remarks>One write through to the disk serves all that came while the one before it ran. Each piece of work has its own savepoint: one
/// that fails takes nothing with it.</remarks>
public sealed class CommitQueue : IDisposable, IAsyncDisposable
{
    /// <summary>Pieces of work that may wait.</summary>
    public const int Capacity = 4096;

    private const int LargestBatch = 512;

    private readonly Channel<Waiting> _waiting = Channel.CreateBounded<Waiting>(
        new BoundedChannelOptions(Capacity) { SingleReader = true }
    );
    private readonly IDbContextFactory<MaturityDb> _contexts;
    private readonly CommitJournal _journal;
    private readonly StoreWatch _watch;
    private readonly Thread _writer;
    private CommitScope? _scope;

    /// <summary>Since the last batch was taken out.</summary>
    private int _refused;

    public CommitQueue(IDbContextFactory<MaturityDb> contexts, CommitJournal journal, StoreWatch watch)
    {
        (_contexts, _journal, _watch) = (contexts, journal, watch);

        // A thread of its own: waiting for the disk must not hold one of the few threads that answer requests.
        _writer = new Thread(Write) { IsBackground = true, Name = "commits" };
        _writer.Start();
    }

    /// <summary>How many pieces of work wait.</summary>
    public int Waits => _waiting.Reader.Count;

    /// <summary>Runs the work on the writer's connection. The task ends when it is durably committed, or with the exception of the work,
    /// of which nothing is stored then.</summary>
    /// <exception cref="CommitUnknownException">The disk failed during the commit.</exception>
    /// <exception cref="QueueFullException">The queue is full.</exception>
    public Task<T> Commit<T>(Func<CommitScope, T> work)
    {
        var waiting = new Waiting<T>(work);
        if (_waiting.Writer.TryWrite(waiting))
        {
            return waiting.Task;
        }

        if (Interlocked.Increment(ref _refused) == 1)
        {
            _journal.QueueFull(Capacity);
        }

        return Task.FromException<T>(new QueueFullException());
    }

    public Task Commit(Action<CommitScope> work) =>
        Commit(scope =>
        {
            work(scope);
            return true;
        });

    /// <summary>Stores what waits, then ends.</summary>
    public void Dispose()
    {
        _waiting.Writer.TryComplete();
        _writer.Join();
    }

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Write()
    {
        while (_waiting.Reader.WaitToReadAsync().AsTask().GetAwaiter().GetResult())
        {
            var batch = new List<Waiting>();
            while (batch.Count < LargestBatch && _waiting.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            if (Interlocked.Exchange(ref _refused, 0) is > 0 and var refused)
            {
                _journal.QueueTakesAgain(refused);
            }

            Store(batch);
        }

        _scope?.Dispose();
    }

    // Whatever goes wrong here belongs to those who wait for it: the thread must live on for the others.
#pragma warning disable CA1031
    private void Store(List<Waiting> batch)
    {
        try
        {
            _watch.Check();
            _watch.CheckPresence();
            _scope ??= new CommitScope(_contexts.CreateDbContext());
            _scope.Begin();
            foreach (var work in batch)
            {
                work.Run(_scope);
            }

            Commit(_scope);
        }
        catch (Exception exception)
        {
            // The connection is given up; whoever waits reads again before answering.
            GiveUp();
            Report(batch.Count, exception);
            batch.ForEach(work => work.Fail(exception));
            return;
        }

        _watch.Works();
        batch.ForEach(work => work.Acknowledge());
    }

    private void Report(int pieces, Exception exception)
    {
        if (StoreFault.Of(exception) is { } fault)
        {
            _watch.Failed(fault, exception);
        }
        else
        {
            _journal.CommitFailed(pieces, exception);
        }
    }

    private static void Commit(CommitScope scope)
    {
        try
        {
            scope.Commit();
        }
        catch (Exception failure)
        {
            throw CommitUnknownException.Of(failure);
        }
    }

    private void GiveUp()
    {
        try
        {
            _scope?.Dispose();
        }
        catch (Exception)
        {
            // A database that cannot even be left has said why already.
        }

        _scope = null;
    }

    private abstract class Waiting
    {
        public abstract void Run(CommitScope scope);

        public abstract void Acknowledge();

        public abstract void Fail(Exception exception);
    }

    private sealed class Waiting<T>(Func<CommitScope, T> work) : Waiting
    {
        private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private Exception? _failed;
        private T? _result;

        public Task<T> Task => _done.Task;

        public override void Run(CommitScope scope)
        {
            scope.Save();
            try
            {
                _result = work(scope);
            }
            catch (Exception exception)
            {
                _failed = exception;
                if (StoreFault.Of(exception) is not null)
                {
                    // The database may have rolled back by itself, with it the savepoint and the work of the others.
                    throw;
                }

                scope.Undo();
            }
        }

        public override void Acknowledge()
        {
            if (_failed is null)
            {
                _done.SetResult(_result!);
            }
            else
            {
                _done.SetException(_failed);
            }
        }

        public override void Fail(Exception exception) => _done.SetException(_failed ?? exception);
    }
#pragma warning restore CA1031
}
