using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>The schema is the contract: committed, described, and every root field says who may read it.</summary>
public sealed class SchemaTests
{
    private static readonly ISchema _schema = Initialised();

    [Fact]
    public void The_schema_is_the_committed_one()
    {
        var committed = RepositoryFile.At("src", "Dmk.Maturity.GraphQL", "schema.graphql");
        var printed = DmkGraphQL.PrintSchema();
        if (Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1")
        {
            File.WriteAllText(committed, printed);
        }

        Assert.Equal(File.ReadAllText(committed).ReplaceLineEndings("\n"), printed);
    }

    [Fact]
    public void Every_type_field_argument_and_value_is_described()
    {
        var undescribed = OwnTypes()
            .SelectMany(Descriptions)
            .Where(one => string.IsNullOrWhiteSpace(one.Description))
            .Select(one => one.Name);
        Assert.Equal([], undescribed);
    }

    [Fact]
    public void Every_description_is_a_sentence() =>
        Assert.Equal([], OwnTypes().SelectMany(Descriptions).Where(one => one.Description?.EndsWith('.') == false).Select(one => one.Name));

    [Fact]
    public void Every_root_field_says_who_may_read_it() =>
        Assert.Equal(
            [],
            _schema
                .Query.Fields.Concat(_schema.Mutation!.Fields)
                .Where(field => AllowedToAttribute.Of(field) is null)
                .Select(field => field.Name)
        );

    [Fact]
    public void Every_list_says_how_long_it_is() =>
        Assert.Equal(
            [],
            OwnTypes()
                .OfType<IObjectGraphType>()
                .SelectMany(type =>
                    type.Fields.Where(field => Unwrapped(field.ResolvedType) is ListGraphType && !field.HasMetadata("dmk.listSize"))
                        .Select(field => $"{type.Name}.{field.Name}")
                )
        );

    /// <summary>FieldsMerge takes fields beside each other as those of one type.</summary>
    [Fact]
    public void There_are_neither_interfaces_nor_unions() =>
        Assert.Equal([], _schema.AllTypes.Where(type => type is IAbstractGraphType).Select(type => type.Name));

    private static IGraphType? Unwrapped(IGraphType? type) => type is NonNullGraphType nonNull ? nonNull.ResolvedType : type;

    private static IEnumerable<IGraphType> OwnTypes() =>
        _schema.AllTypes.Where(type =>
            !type.Name.StartsWith("__", StringComparison.Ordinal) && type.Name is not ("String" or "Boolean" or "Int" or "Float" or "ID")
        );

    private static IEnumerable<(string Name, string? Description)> Descriptions(IGraphType type)
    {
        yield return (type.Name, type.Description);
        foreach (var field in (type as IComplexGraphType)?.Fields ?? Enumerable.Empty<FieldType>())
        {
            yield return ($"{type.Name}.{field.Name}", field.Description);
            foreach (var argument in field.Arguments ?? Enumerable.Empty<QueryArgument>())
            {
                yield return ($"{type.Name}.{field.Name}({argument.Name})", argument.Description);
            }
        }

        foreach (var value in (type as EnumerationGraphType)?.Values ?? Enumerable.Empty<EnumValueDefinition>())
        {
            yield return ($"{type.Name}.{value.Name}", value.Description);
        }
    }

    private static ISchema Initialised()
    {
        var schema = new ServiceCollection().AddDmkGraphQL().BuildServiceProvider().GetRequiredService<ISchema>();
        schema.Initialize();
        return schema;
    }
}
