namespace Dmk.Maturity.Questionnaires;

/// <summary>What a check belongs to. Where that is not asked, the check never fires.</summary>
public abstract record CheckScope
{
    private CheckScope() { }

    public static CheckScope Everything { get; } = new Whole();

    /// <summary>The questionnaire.</summary>
    public sealed record Whole : CheckScope;

    public sealed record InSection(string Section) : CheckScope;

    public sealed record InGroup(string Group) : CheckScope;

    /// <summary>Of a question within a roster the check is looked at for each item.</summary>
    public sealed record AtQuestion(string Question) : CheckScope;

    /// <summary>Looked at for each item of the roster, over the answers of this item.</summary>
    public sealed record EachItem(string Roster) : CheckScope;
}
