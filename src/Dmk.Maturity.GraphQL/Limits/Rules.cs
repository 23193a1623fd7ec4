using GraphQL.Validation;
using GraphQL.Validation.Rules;

namespace Dmk.Maturity.GraphQL;

/// <summary>The rules by which documents are validated: those of the engine, none of which may cost more than it says.</summary>
internal sealed class Rules(GraphQLLimits limits)
{
    public IReadOnlyList<IValidationRule> All { get; } =
    [
        .. DocumentValidator.CoreRules.Where(rule => rule is not OverlappingFieldsCanBeMerged).Select(rule => new FewErrors(rule, limits)),
        new FieldsMerge(limits),
    ];
}
