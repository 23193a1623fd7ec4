using GraphQLParser.AST;

namespace Dmk.Maturity.GraphQL;

/// <summary>Everything that a document writes, counted once as written, whether an operation uses it or not.</summary>
/// <remarks>Some of the rules of validation compare each with each, so none may be numerous. The depth is bounded by the parser.</remarks>
internal sealed class DocumentSize
{
    private int _operations;
    private int _fragments;
    private int _variables;
    private int _fields;
    private int _arguments;
    private int _directives;
    private int _objectFields;
    private int _fieldsOfObject;
    private int _listValues;

    /// <returns>Null where everything is within its limit; else the first that is not.</returns>
    public static Refusal? TooMuch(GraphQLDocument document, GraphQLLimits limits)
    {
        var size = new DocumentSize();
        document.Definitions.ForEach(size.Take);
        return Over("TOO_MANY_FIELDS", "fields", "Ask for fewer, or in several requests.", size._fields, limits.Fields)
            ?? Over("TOO_MANY_OPERATIONS", "operations", "Send only the one that is meant.", size._operations, limits.Operations)
            ?? Over("TOO_MANY_FRAGMENTS", "fragments", "Send only those that are used.", size._fragments, limits.Fragments)
            ?? Over("TOO_MANY_VARIABLES", "variables", "Use lists and objects as variables.", size._variables, limits.Variables)
            ?? Over("TOO_MANY_ARGUMENTS", "arguments", "Ask in several requests.", size._arguments, limits.Arguments)
            ?? Over("TOO_MANY_DIRECTIVES", "directives", "Leave fields out instead.", size._directives, limits.Directives)
            ?? Over("TOO_MANY_VALUES", "fields of objects", "Write them as variables.", size._objectFields, limits.ObjectFields)
            ?? Over("TOO_MANY_VALUES", "fields of one object", "Write it as a variable.", size._fieldsOfObject, limits.FieldsOfObject)
            ?? Over("TOO_MANY_VALUES", "entries of lists", "Write them as variables.", size._listValues, limits.ListValues);
    }

    private static Refusal? Over(string code, string what, string instead, int asked, int allowed) =>
        asked > allowed
            ? Refusal.TooMuch(code, $"The document writes {asked} {what}; {allowed} are allowed. {instead}", asked, allowed)
            : null;

    private void Take(ASTNode definition)
    {
        Take((definition as IHasDirectivesNode)?.Directives);
        if (definition is GraphQLOperationDefinition operation)
        {
            _operations++;
            operation.Variables?.Items.ForEach(Take);
        }

        if (definition is GraphQLFragmentDefinition)
        {
            _fragments++;
        }

        Take((definition as GraphQLExecutableDefinition)?.SelectionSet);
    }

    private void Take(GraphQLVariableDefinition variable)
    {
        _variables++;
        Take(variable.Directives);
        Take(variable.DefaultValue);
    }

    private void Take(GraphQLSelectionSet? set)
    {
        foreach (var selection in set?.Selections ?? [])
        {
            _fields++;
            Take((selection as GraphQLField)?.Arguments);
            Take((selection as IHasDirectivesNode)?.Directives);
            Take((selection as IHasSelectionSetNode)?.SelectionSet);
        }
    }

    private void Take(GraphQLDirectives? directives)
    {
        foreach (var directive in directives?.Items ?? [])
        {
            _directives++;
            Take(directive.Arguments);
        }
    }

    private void Take(GraphQLArguments? arguments)
    {
        foreach (var argument in arguments?.Items ?? [])
        {
            _arguments++;
            Take(argument.Value);
        }
    }

    private void Take(GraphQLValue? value)
    {
        switch (value)
        {
            case GraphQLListValue { Values: { } values }:
                _listValues += values.Count;
                values.ForEach(Take);
                break;
            case GraphQLObjectValue { Fields: { } fields }:
                _objectFields += fields.Count;
                _fieldsOfObject = Math.Max(_fieldsOfObject, fields.Count);
                fields.ForEach(field => Take(field.Value));
                break;
        }
    }
}
