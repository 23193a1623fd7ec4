namespace Dmk.Maturity.Studies;

/// <summary>How far the work on estimates is; told from several threads.</summary>
/// <param name="whole">All steps there are; work of few is there at once, and says nothing.</param>
internal sealed class Steps(int whole, IProgress<(int Done, int Of)>? progress, CancellationToken cancellation)
{
    /// <summary>Fewer are there at once.</summary>
    private const int ShownFrom = 10;

    private int _done;

    public CancellationToken Cancellation => cancellation;

    public static Steps Untold(CancellationToken cancellation) => new(0, null, cancellation);

    /// <exception cref="OperationCanceledException">Nobody waits for it any more.</exception>
    public void Next()
    {
        cancellation.ThrowIfCancellationRequested();
        var done = Interlocked.Increment(ref _done);
        if (whole > ShownFrom)
        {
            progress?.Report((Math.Min(done, whole), whole));
        }
    }
}
