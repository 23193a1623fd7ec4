using System.Text.RegularExpressions;
using GraphQL;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.GraphQL.Tests;

/// <summary>What a company answered is read by the company alone, with its code: no way through the schema leads others there.</summary>
public sealed partial class StaffSightTests
{
    private static readonly ISchema _schema = Initialised();

    /// <summary>What only companies reach: their answers, what is missing in them, their receipts. The version that was asked stands in a
    /// receipt and below a table; codes of cells and ranges of scores stand in tables, and where a company is set beside its
    /// peers.</summary>
    private static readonly HashSet<string> _companies =
    [
        .. Names(Readers.Company).Except(Names(Readers.Public)).Except(["Version", "CellCode", "ScoreBound"]),
    ];

    [GeneratedRegex("^(response|answer|submission|receipt|company|companies|establishment)s?$|(Answer|Response)s?$")]
    private static partial Regex Words { get; }

    [Fact]
    public void A_company_reaches_its_answers() =>
        Assert.Equal(
            [],
            new[] { "Response", "Answer", "Receipt", "ResponseCheck", "SaveAnswersPayload", "SubmitResponsePayload" }.Except(_companies)
        );

    [Theory]
    [InlineData(nameof(Readers.Ministry))]
    [InlineData(nameof(Readers.Economist))]
    [InlineData(nameof(Readers.Operator))]
    [InlineData(nameof(Readers.Administrator))]
    public void Nobody_else_reaches_a_type_in_which_they_stand(string reader)
    {
        var ways = Reachable(Enum.Parse<Readers>(reader)).ToArray();

        Assert.Contains(ways, way => way.Type.Name == "IndexTable");
        Assert.Equal([], ways.Where(way => _companies.Contains(way.Type.Name)).Select(way => way.Path));
    }

    [Theory]
    [InlineData(nameof(Readers.Ministry))]
    [InlineData(nameof(Readers.Economist))]
    [InlineData(nameof(Readers.Operator))]
    [InlineData(nameof(Readers.Administrator))]
    public void Nobody_else_reads_a_field_called_after_them(string reader)
    {
        var allowed = Enum.Parse<Readers>(reader);

        Assert.Equal(
            [],
            Reachable(allowed)
                .SelectMany(way => Open(way.Type, allowed).Where(field => !IsCount(field)).Select(field => $"{way.Path}.{field.Name}"))
                .Where(path => Words.IsMatch(path[(path.LastIndexOf('.') + 1)..]))
        );
    }

    /// <summary>Every object that a reader comes to from the two roots, and the first way there.</summary>
    private static IEnumerable<(IObjectGraphType Type, string Path)> Reachable(Readers reader)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<(IObjectGraphType Type, string Path)>();
        waiting.Enqueue((_schema.Query, "Query"));
        waiting.Enqueue((_schema.Mutation!, "Mutation"));
        while (waiting.TryDequeue(out var way))
        {
            if (!seen.Add(way.Type.Name))
            {
                continue;
            }

            yield return way;
            foreach (var field in Open(way.Type, reader))
            {
                foreach (var next in Objects(field.ResolvedType!.GetNamedType()))
                {
                    waiting.Enqueue((next, $"{way.Path}.{field.Name}"));
                }
            }
        }
    }

    private static IEnumerable<FieldType> Open(IObjectGraphType type, Readers reader) =>
        type.Fields.Where(field => AllowedToAttribute.Of(field) is not { } readers || readers.Includes(reader));

    /// <summary>How many companies there are behind a table tells of none of them.</summary>
    private static bool IsCount(FieldType field) => field.ResolvedType!.GetNamedType() is IntGraphType;

    private static IEnumerable<IObjectGraphType> Objects(IGraphType type) =>
        type switch
        {
            IObjectGraphType one => [one],
            IAbstractGraphType any => any.PossibleTypes,
            _ => [],
        };

    private static IEnumerable<string> Names(Readers reader) => Reachable(reader).Select(way => way.Type.Name);

    private static ISchema Initialised()
    {
        var schema = new ServiceCollection().AddDmkGraphQL().BuildServiceProvider().GetRequiredService<ISchema>();
        schema.Initialize();
        return schema;
    }
}
