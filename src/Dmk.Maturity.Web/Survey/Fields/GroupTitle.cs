using Dmk.Maturity.Questionnaires;

namespace Dmk.Maturity.Web;

/// <summary>What stands above the questions of a group.</summary>
/// <param name="Id">Of the heading; within a roster each item has its own.</param>
public sealed record GroupTitle(string Id, string Words)
{
    /// <summary>Those that a question stands under, the outermost first.</summary>
    /// <param name="item">Of the roster that the question stands in, as in <c>sites[k3f9x2]</c>; null outside of all.</param>
    /// <param name="say">Fills in what the title quotes.</param>
    internal static IReadOnlyList<GroupTitle> Above(Question question, string? item, Func<Text, string> say) =>
        [
            .. question
                .Groups.Where(group => group.Title is not null)
                .Select(group => new GroupTitle(FieldNames.GroupId(item is null ? group.Id : $"{item}-{group.Id}"), say(group.Title!))),
        ];
}
