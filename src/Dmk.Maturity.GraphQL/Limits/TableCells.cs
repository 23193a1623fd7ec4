using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;
using GraphQLParser.AST;

namespace Dmk.Maturity.GraphQL;

/// <summary>How many cells an index table will have, read from its argument <c>by</c> before anything is computed.</summary>
internal sealed class TableCells(Catalogue catalogue)
{
    /// <summary>The argument that names the reporting variables of a table.</summary>
    public const string Argument = "by";

    /// <param name="variables">As sent, not yet checked.</param>
    /// <returns>The product of the variables' codes; that of all variables where the argument cannot be read.</returns>
    public double Of(GraphQLField table, Inputs variables, GraphQLOperationDefinition operation)
    {
        var argument = table.Arguments?.Items.FirstOrDefault(one => one.Name.Value == Argument)?.Value;
        var names = argument is GraphQLVariable variable ? Sent(variable.Name.StringValue, variables, operation) : Written(argument);
        return names is null
            ? Enum.GetValues<ReportingVariable>().Aggregate(1.0, (product, one) => product * Codes(one))
            : names
                .Distinct(StringComparer.OrdinalIgnoreCase)
                .Aggregate(
                    1.0,
                    (product, name) => product * (Enum.TryParse<ReportingVariable>(name, ignoreCase: true, out var one) ? Codes(one) : 1)
                );
    }

    private double Codes(ReportingVariable variable)
    {
        var (id, usual) = variable switch
        {
            ReportingVariable.Land => ("land", 16),
            ReportingVariable.Sector => ("sector", 13),
            _ => ("size-class", 5),
        };
        return catalogue.Classifications.Find(id)?.Entries.Count ?? usual;
    }

    private static IEnumerable<string>? Sent(string name, Inputs variables, GraphQLOperationDefinition operation)
    {
        if (!variables.TryGetValue(name, out var value))
        {
            return Written(operation.Variables?.Items.FirstOrDefault(one => one.Variable.Name.Value == name)?.DefaultValue);
        }

        return value switch
        {
            null => [],
            string one => [one],
            IEnumerable<object?> many => many.OfType<string>(),
            _ => null,
        };
    }

    private static IEnumerable<string>? Written(GraphQLValue? value) =>
        value switch
        {
            null or GraphQLNullValue => [],
            GraphQLEnumValue one => [one.Name.StringValue],
            GraphQLListValue { Values: null } => [],
            GraphQLListValue { Values: { } many } when many.All(one => one is GraphQLEnumValue) => many.Cast<GraphQLEnumValue>()
                .Select(one => one.Name.StringValue),
            _ => null,
        };
}
