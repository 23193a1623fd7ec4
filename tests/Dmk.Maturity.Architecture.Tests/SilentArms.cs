using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Dmk.Maturity.Architecture.Tests;

/// <summary>Switches that name kinds of a closed hierarchy and do something quiet with whatever they do not name.</summary>
/// <remarks>Found by their text: an arm is about <c>Answer</c> where its pattern says <c>Answer.Coded</c>. A kind that is added later would
/// fall through unseen.</remarks>
internal static class SilentArms
{
    /// <param name="hierarchies">Names of the closed types.</param>
    /// <returns>The member that holds the switch, as in <c>AnswerDraw.Values</c>.</returns>
    public static IEnumerable<string> In(string source, IReadOnlySet<string> hierarchies)
    {
        foreach (var node in CSharpSyntaxTree.ParseText(source).GetRoot().DescendantNodes())
        {
            var silent = node switch
            {
                SwitchExpressionSyntax arms => (IsOfItself(arms, hierarchies) || arms.Arms.Any(arm => IsAbout(arm.Pattern, hierarchies)))
                    && arms.Arms.Any(arm => arm.WhenClause is null && TakesAll(arm.Pattern) && arm.Expression is not ThrowExpressionSyntax),
                SwitchStatementSyntax sections => sections
                    .Sections.SelectMany(section => section.Labels)
                    .Any(label => IsAbout(label, hierarchies)) && !sections.Sections.Any(Throws),
                _ => false,
            };
            if (silent)
            {
                yield return NameOf(node);
            }
        }
    }

    private static bool IsAbout(SyntaxNode pattern, IReadOnlySet<string> hierarchies) =>
        pattern
            .DescendantNodesAndSelf()
            .Any(node =>
                node switch
                {
                    QualifiedNameSyntax { Left: var left } => hierarchies.Contains(left.ToString()),
                    MemberAccessExpressionSyntax { Expression: var left } => hierarchies.Contains(left.ToString()),
                    _ => false,
                }
            );

    /// <summary>Within the hierarchy its kinds need no prefix.</summary>
    private static bool IsOfItself(SwitchExpressionSyntax arms, IReadOnlySet<string> hierarchies) =>
        arms.GoverningExpression is ThisExpressionSyntax
        && hierarchies.Contains(arms.Ancestors().OfType<BaseTypeDeclarationSyntax>().First().Identifier.Text);

    private static bool TakesAll(PatternSyntax pattern) =>
        pattern switch
        {
            DiscardPatternSyntax or VarPatternSyntax => true,
            RecursivePatternSyntax { Type: null, PropertyPatternClause: null, PositionalPatternClause: { } parts } => parts.Subpatterns.All(
                part => TakesAll(part.Pattern)
            ),
            _ => false,
        };

    /// <summary>A statement without default is as quiet as one whose default does nothing.</summary>
    private static bool Throws(SwitchSectionSyntax section) =>
        section.Labels.Any(label => label is DefaultSwitchLabelSyntax) && section.Statements is [ThrowStatementSyntax];

    private static string NameOf(SyntaxNode node)
    {
        var member = node.Ancestors().OfType<MemberDeclarationSyntax>().First();
        var type = node.Ancestors().OfType<BaseTypeDeclarationSyntax>().First();
        return member switch
        {
            MethodDeclarationSyntax method => $"{type.Identifier}.{method.Identifier}",
            PropertyDeclarationSyntax property => $"{type.Identifier}.{property.Identifier}",
            _ => type.Identifier.ToString(),
        };
    }
}
