namespace Dmk.Maturity.Questionnaires;

/// <summary>How many computed values read each other, one behind the other, whatever their order in the file and whether they are
/// computed within a roster.</summary>
internal sealed class ComputedChain
{
    /// <summary>Values of one chain.</summary>
    public const int Most = 50;

    /// <summary>Of each value that is being read now, the longest chain that it has read so far.</summary>
    private readonly Stack<int> _read = new();

    /// <summary>Whether one more value in the midst of those being read would make their chain too long.</summary>
    public bool IsFull => _read.Count >= Most;

    /// <summary>Notes that the value being read, if there is one, reads a value whose chain is this long.</summary>
    public void Note(int length)
    {
        if (_read.TryPop(out var longest))
        {
            _read.Push(Math.Max(longest, length));
        }
    }

    /// <summary>Reads a value.</summary>
    /// <returns>Its expression, null where a problem was reported, and how long its chain is, itself included; 0 where that was the
    /// problem, so that it is told once.</returns>
    public (Expression? Value, int Length) Read(YamlScalar? value, ExpressionReader expressions)
    {
        _read.Push(0);
        var expression = expressions.Computed(value);
        var length = _read.Pop() + 1;
        if (length <= Most)
        {
            return (expression, length);
        }

        Refuse(value);
        return (null, 0);
    }

    /// <summary>Reports the value as one of a chain that is too long.</summary>
    public static void Refuse(YamlScalar? value) =>
        value?.Report("too-deep", $"More than {Most} computed values read each other one behind the other. Shorten the chain.");
}
