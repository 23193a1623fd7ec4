using GraphQLParser;
using GraphQLParser.AST;

namespace Dmk.Maturity.GraphQL;

/// <summary>What an operation asks for, measured on its text before validation and execution, fragments counted wherever they are
/// used.</summary>
/// <remarks>Fields that do not exist count once, fragments that do not exist not at all: validation reports them. Skipped fields count as
/// nothing. The walk ends at the limit of
/// fields, so that its own work is bounded, whatever the fragments do.</remarks>
internal sealed class OperationSize
{
    private readonly ISchema _schema;
    private readonly GraphQLDocument _document;
    private readonly GraphQLOperationDefinition _operation;
    private readonly Inputs _variables;
    private readonly TableCells _cells;
    private readonly int _mostFields;
    private readonly HashSet<string> _openFragments = new(StringComparer.Ordinal);
    private readonly List<(string Field, Readers Readers)> _restricted = [];

    private OperationSize(
        ISchema schema,
        GraphQLDocument document,
        GraphQLOperationDefinition operation,
        Inputs variables,
        TableCells cells,
        int mostFields
    ) => (_schema, _document, _operation, _variables, _cells, _mostFields) = (schema, document, operation, variables, cells, mostFields);

    public int Fields { get; private set; }

    public int Aliases { get; private set; }

    /// <summary>Of data; introspection apart.</summary>
    public int Depth { get; private set; }

    public int IntrospectionDepth { get; private set; }

    public double Cost { get; private set; }

    /// <summary>Fields that not everybody may read, as paths of type and field, each once.</summary>
    public IEnumerable<(string Field, Readers Readers)> Restricted => _restricted.Distinct();

    public static OperationSize Of(
        ISchema schema,
        GraphQLDocument document,
        GraphQLOperationDefinition operation,
        Inputs variables,
        TableCells cells,
        GraphQLLimits limits
    )
    {
        var size = new OperationSize(schema, document, operation, variables, cells, limits.Fields);
        var root = operation.Operation switch
        {
            OperationType.Mutation => schema.Mutation,
            OperationType.Subscription => schema.Subscription,
            _ => schema.Query,
        };
        if (root is not null)
        {
            size.Walk(operation.SelectionSet, root, new Scope(1, 1, 1, false));
        }

        return size;
    }

    /// <param name="Depth">Of the fields in this selection.</param>
    /// <param name="Times">How often the selection is answered: the sizes of the lists above it, multiplied.</param>
    /// <param name="Cells">Of the table above, 1 outside of tables.</param>
    private readonly record struct Scope(int Depth, double Times, double Cells, bool Introspection);

    /// <param name="type">Null below a field that does not exist.</param>
    private void Walk(GraphQLSelectionSet? selections, IGraphType? type, Scope scope)
    {
        foreach (var selection in selections?.Selections ?? [])
        {
            if (Fields > _mostFields)
            {
                return;
            }

            if (!IsIncluded(selection))
            {
                continue;
            }

            switch (selection)
            {
                case GraphQLField field:
                    Take(field, type, scope);
                    break;
                case GraphQLInlineFragment inline:
                    Fields++;
                    Walk(inline.SelectionSet, Named(inline.TypeCondition) ?? type, scope);
                    break;
                case GraphQLFragmentSpread spread:
                    Fields++;
                    Spread(spread, type, scope);
                    break;
            }
        }
    }

    private void Spread(GraphQLFragmentSpread spread, IGraphType? type, Scope scope)
    {
        var name = spread.FragmentName.Name.StringValue;
        if (_document.FindFragmentDefinition(spread.FragmentName.Name.Value) is { } fragment && _openFragments.Add(name))
        {
            Walk(fragment.SelectionSet, Named(fragment.TypeCondition) ?? type, scope);
            _openFragments.Remove(name);
        }
    }

    private void Take(GraphQLField field, IGraphType? type, Scope scope)
    {
        Fields++;
        Aliases += field.Alias is null ? 0 : 1;
        var definition = Definition(field, type);
        var introspection = scope.Introspection || definition == _schema.SchemaMetaFieldType || definition == _schema.TypeMetaFieldType;
        if (introspection)
        {
            IntrospectionDepth = Math.Max(IntrospectionDepth, scope.Depth);
        }
        else
        {
            Depth = Math.Max(Depth, scope.Depth);
        }

        if (definition is null)
        {
            Cost += scope.Times;
            Walk(field.SelectionSet, null, scope with { Depth = scope.Depth + 1 });
            return;
        }

        if (AllowedToAttribute.Of(definition) is { } readers && readers != Readers.Everybody)
        {
            _restricted.Add(($"{type!.Name}.{definition.Name}", readers));
        }

        var times = IsList(definition.ResolvedType) ? scope.Times * SizeOf(definition, scope) : scope.Times;
        Cost += times + (scope.Times * CostAttribute.Of(definition));
        var cells = definition.Arguments?.Find(TableCells.Argument) is null ? scope.Cells : _cells.Of(field, _variables, _operation);
        Walk(field.SelectionSet, definition.ResolvedType?.GetNamedType(), new Scope(scope.Depth + 1, times, cells, introspection));
    }

    private FieldType? Definition(GraphQLField field, IGraphType? type)
    {
        var name = field.Name.Value;
        return name == _schema.TypeNameMetaFieldType.Name ? _schema.TypeNameMetaFieldType
            : type == _schema.Query && name == _schema.SchemaMetaFieldType.Name ? _schema.SchemaMetaFieldType
            : type == _schema.Query && name == _schema.TypeMetaFieldType.Name ? _schema.TypeMetaFieldType
            : (type as IComplexGraphType)?.GetField(name);
    }

    private static double SizeOf(FieldType list, Scope scope) =>
        ListSizeAttribute.Of(list) is var size && size == ListSizeAttribute.CellsOfTable ? scope.Cells : size;

    private static bool IsList(IGraphType? type) =>
        type is ListGraphType || (type is NonNullGraphType nonNull && nonNull.ResolvedType is ListGraphType);

    private IGraphType? Named(GraphQLTypeCondition? condition) => condition is null ? null : _schema.AllTypes[condition.Type.Name.Value];

    private bool IsIncluded(ASTNode node)
    {
        foreach (var directive in (node as IHasDirectivesNode)?.Directives?.Items ?? [])
        {
            var skips = directive.Name.Value == "skip";
            if (
                (skips || directive.Name.Value == "include")
                && Truth(directive.Arguments?.Items.FirstOrDefault(one => one.Name.Value == "if")?.Value) == skips
            )
            {
                return false;
            }
        }

        return true;
    }

    /// <returns>Null where it cannot be told: the field then counts.</returns>
    private bool? Truth(GraphQLValue? value) =>
        value switch
        {
            GraphQLBooleanValue constant => constant.BoolValue,
            GraphQLVariable variable when _variables.TryGetValue(variable.Name.StringValue, out var sent) => sent as bool?,
            GraphQLVariable variable => (
                _operation.Variables?.Items.FirstOrDefault(one => one.Variable.Name.Value == variable.Name.Value)?.DefaultValue
                as GraphQLBooleanValue
            )?.BoolValue,
            _ => null,
        };
}
