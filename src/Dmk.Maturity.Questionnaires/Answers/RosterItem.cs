namespace Dmk.Maturity.Questionnaires;

/// <summary>One item of a roster within an interview.</summary>
/// <param name="given">Its answers as given, by variable of the roster.</param>
/// <param name="counting">Its answers that count: not asked when off the path.</param>
/// <param name="asked">Whether each question of the roster is asked for it.</param>
internal sealed class RosterItem(string id, Answer[] given, Answer[] counting, bool[] asked) : IEquatable<RosterItem>
{
    public string Id => id;

    public ReadOnlySpan<Answer> Given => given;

    public ReadOnlySpan<Answer> Counting => counting;

    public ReadOnlySpan<bool> Asked => asked;

    public void CopyTo(Answer[] frame, int first) => Array.Copy(counting, 0, frame, first, counting.Length);

    /// <summary>The same item with the same answers that count.</summary>
    public bool Equals(RosterItem? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Id == other.Id && Counting.SequenceEqual(other.Counting) && Asked.SequenceEqual(other.Asked));

    public override bool Equals(object? obj) => Equals(obj as RosterItem);

    public override int GetHashCode() => Id.GetHashCode(StringComparison.Ordinal);
}
