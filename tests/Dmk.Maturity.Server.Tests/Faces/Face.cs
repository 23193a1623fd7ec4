namespace Dmk.Maturity.Server.Tests;

/// <summary>A side of the product that every kind of question must have before a company is asked it.</summary>
/// <param name="Has">Tries it; false where the kind is simply not there. What is there and goes wrong fails.</param>
internal sealed record Face(string Name, Func<AskedKind, Task<bool>> Has)
{
    public static IReadOnlyList<Face> All { get; } =
    [
        new("form field", FormFace.Has),
        new("GraphQL input", kind => Task.FromResult(GraphQLFace.HasInput(kind))),
        new("GraphQL output", kind => Task.FromResult(GraphQLFace.HasOutput(kind))),
        new("wire form", kind => Task.FromResult(WireFace.Has(kind))),
        new("draw", kind => Task.FromResult(DrawFace.Has(kind))),
        new("receipt", ReceiptFace.Has),
    ];
}
