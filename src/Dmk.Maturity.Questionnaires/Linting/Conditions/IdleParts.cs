namespace Dmk.Maturity.Questionnaires;

/// <summary>Parts of a condition that have held in no world so far.</summary>
internal sealed class IdleParts(IReadOnlyList<Part> parts)
{
    private readonly List<Part> _left = [.. parts];

    /// <summary>In the order in which they were given.</summary>
    public IReadOnlyList<Part> Left => _left;

    public void See(World world)
    {
        for (var i = _left.Count - 1; i >= 0; i--)
        {
            if (_left[i].Formula.In(world) == true)
            {
                _left.RemoveAt(i);
            }
        }
    }
}
