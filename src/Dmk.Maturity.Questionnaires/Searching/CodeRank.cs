namespace Dmk.Maturity.Questionnaires;

/// <summary>Where an entry stands among what was found: more worth is better, less of the others.</summary>
/// <param name="Worth">Above <see cref="KeywordIndex.Exact"/> by code or by the title in full, else
/// by everyday names and title words.</param>
/// <param name="Match">How well its title agrees.</param>
/// <param name="Order">Among equals.</param>
internal readonly record struct CodeRank(int Worth, int Match, int Order, int Entry) : IComparable<CodeRank>
{
    public const int ExactCode = 4000;
    public const int CodeBeginning = 3000;
    public const int FullTitle = 2000;

    /// <summary>Whether the title has all typed words; asked only of ranks by titles.</summary>
    public bool IsComplete => Match >= -1;

    public int CompareTo(CodeRank other)
    {
        var compared = other.Worth.CompareTo(Worth);
        compared = compared != 0 ? compared : Match.CompareTo(other.Match);
        return compared != 0 ? compared : Order.CompareTo(other.Order);
    }
}
