namespace Dmk.Maturity.Questionnaires;

/// <summary>Where an entry stands among what was found; less is better.</summary>
/// <param name="Group">By code, by all words, by some.</param>
/// <param name="Match">How well its title agrees.</param>
/// <param name="Order">Among equals.</param>
internal readonly record struct CodeRank(int Group, int Match, int Order, int Entry) : IComparable<CodeRank>
{
    public const int ExactCode = 0;
    public const int CodeBeginning = 1;
    public const int AllWords = 2;
    public const int SomeWords = 3;

    public bool IsComplete => Group == AllWords;

    public int CompareTo(CodeRank other)
    {
        var compared = Group.CompareTo(other.Group);
        compared = compared != 0 ? compared : Match.CompareTo(other.Match);
        return compared != 0 ? compared : Order.CompareTo(other.Order);
    }
}
