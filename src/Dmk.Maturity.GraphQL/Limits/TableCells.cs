using Dmk.Maturity.Grains;
using GraphQLParser.AST;

namespace Dmk.Maturity.GraphQL;

/// <summary>How many cells an index table will have, read from its argument <c>by</c> before anything is computed.</summary>
internal sealed class TableCells(Catalogue catalogue)
{
    /// <summary>The argument that names the reporting variables of a table.</summary>
    public const string Argument = "by";

    /// <summary>Of a variable while no study has been read; afterwards one that no study has is refused before it costs anything.</summary>
    private const double UsualCodes = 16;

    /// <summary>Names that are looked at: no table has as many variables, and one with more is refused before it costs anything.</summary>
    private const int MostNames = 20;

    /// <param name="variables">As sent, not yet checked.</param>
    /// <returns>The product of the variables' codes; that of the largest table where the argument cannot be read.</returns>
    public double Of(GraphQLField table, Inputs variables, GraphQLOperationDefinition operation)
    {
        var argument = table.Arguments?.Items.FirstOrDefault(one => one.Name.Value == Argument)?.Value;
        var names = argument is GraphQLVariable variable ? Sent(variable.Name.StringValue, variables, operation) : Written(argument);
        return names is null ? Largest() : Product(names.Take(MostNames).Distinct(StringComparer.Ordinal));
    }

    private double Largest() =>
        catalogue
            .KnownStudies.SelectMany(study => study.Design.Lattice)
            .Select(table => Product(table.Select(variable => variable.Id)))
            .DefaultIfEmpty(UsualCodes * UsualCodes * UsualCodes)
            .Max();

    private double Product(IEnumerable<string> names) => names.Aggregate(1.0, (product, name) => product * Codes(name));

    /// <summary>Of the study that has most, as it is not known yet which one is asked.</summary>
    private double Codes(string name) =>
        catalogue
            .KnownStudies.Select(study => study.Design.Variable(name)?.PossibleCodes.Count)
            .OfType<int>()
            .Select(count => (double)count)
            .DefaultIfEmpty(catalogue.KnownStudies.Count > 0 ? 1 : UsualCodes)
            .Max();

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
            GraphQLStringValue one => [one.Value.ToString()],
            GraphQLListValue { Values: null } => [],
            GraphQLListValue { Values: { } many } when many.Take(MostNames).All(one => one is GraphQLStringValue) =>
                many.OfType<GraphQLStringValue>().Select(one => one.Value.ToString()),
            _ => null,
        };
}
