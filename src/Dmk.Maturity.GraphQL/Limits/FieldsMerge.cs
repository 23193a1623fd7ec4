using GraphQL.Validation;
using GraphQLParser;
using GraphQLParser.AST;
using GraphQLParser.Visitors;

namespace Dmk.Maturity.GraphQL;

/// <summary>Fields that are answered under one name must be the same field with the same arguments (GraphQL 2021, 5.3.2).</summary>
/// <remarks>The engine's own rule compares each field with each other and makes words for every pair; this one compares each with the
/// first of its name. That is enough because the schema has neither interfaces nor unions, so that fields beside each other belong to
/// one type.</remarks>
internal sealed class FieldsMerge(GraphQLLimits limits) : ValidationRuleBase
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context)
    {
        foreach (var operation in context.Document.Definitions.OfType<GraphQLOperationDefinition>())
        {
            new Check(context, limits).Merge([operation.SelectionSet]);
        }

        return default;
    }

    private static readonly SDLPrinter _printer = new();

    /// <summary>Of one operation.</summary>
    private sealed class Check(ValidationContext context, GraphQLLimits limits)
    {
        private int _fields;
        private int _mistakes;

        /// <param name="sets">That are answered as one.</param>
        public void Merge(IEnumerable<GraphQLSelectionSet> sets)
        {
            var named = new Dictionary<string, List<GraphQLField>>(StringComparer.Ordinal);
            var spread = new HashSet<string>(StringComparer.Ordinal);
            foreach (var set in sets)
            {
                Collect(set, named, spread);
            }

            foreach (var (name, fields) in named)
            {
                Compare(name, fields);
                Merge(fields.Select(field => field.SelectionSet).OfType<GraphQLSelectionSet>());
            }
        }

        private void Collect(GraphQLSelectionSet set, Dictionary<string, List<GraphQLField>> named, HashSet<string> spread)
        {
            foreach (var selection in set.Selections)
            {
                if (++_fields > limits.Fields)
                {
                    return;
                }

                switch (selection)
                {
                    case GraphQLField field:
                        Add(named, field);
                        break;
                    case GraphQLInlineFragment inline:
                        Collect(inline.SelectionSet, named, spread);
                        break;
                    case GraphQLFragmentSpread used when spread.Add(used.FragmentName.Name.StringValue):
                        if (context.Document.FindFragmentDefinition(used.FragmentName.Name.Value) is { } fragment)
                        {
                            Collect(fragment.SelectionSet, named, spread);
                        }

                        break;
                }
            }
        }

        private static void Add(Dictionary<string, List<GraphQLField>> named, GraphQLField field)
        {
            var name = (field.Alias?.Name ?? field.Name).StringValue;
            if (!named.TryGetValue(name, out var fields))
            {
                named.Add(name, fields = []);
            }

            fields.Add(field);
        }

        private void Compare(string name, List<GraphQLField> fields)
        {
            if (fields.Count == 1)
            {
                return;
            }

            var first = Written(fields[0]);
            foreach (var field in fields.Skip(1).Where(field => Written(field) != first))
            {
                if (++_mistakes > limits.Errors)
                {
                    return;
                }

                context.ReportError(
                    new ValidationError(
                        context.Document.Source,
                        "5.3.2",
                        $"'{name}' is asked for twice, with different fields or arguments. Give one of them another name, as in "
                            + $"'other: {name}'.",
                        fields[0],
                        field
                    )
                );
            }
        }

        /// <summary>Field and arguments, these in any order.</summary>
        private static string Written(GraphQLField field) =>
            field.Name.StringValue
            + string.Concat(
                (field.Arguments?.Items ?? [])
                    .Select(argument => $" {argument.Name.StringValue}:{_printer.Print(argument.Value)}")
                    .Order(StringComparer.Ordinal)
            );
    }
}
