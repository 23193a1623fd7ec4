namespace Dmk.Maturity.Studies;

/// <summary>Values of one kind, one per row, in one array that grows by an eighth, so that little of it lies idle.</summary>
internal struct GrowingRows<T>
{
    private const int Fewest = 16;

    private T[]? _rows;

    /// <param name="rows">Not to be used by anybody else from now on.</param>
    public GrowingRows(T[] rows) => (_rows, Count) = (rows, rows.Length);

    public int Count { get; private set; }

    public readonly ReadOnlySpan<T> All => _rows.AsSpan(0, Count);

    public readonly T this[int row] => All[row];

    public void Add(T value)
    {
        _rows ??= new T[Fewest];
        if (Count == _rows.Length)
        {
            Array.Resize(ref _rows, Count + Math.Max(Fewest, Count / 8));
        }

        _rows[Count++] = value;
    }
}
