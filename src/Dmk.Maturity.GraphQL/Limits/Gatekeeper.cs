namespace Dmk.Maturity.GraphQL;

/// <summary>Refuses operations that ask for too much, or for fields that are not the caller's.</summary>
internal sealed class Gatekeeper(GraphQLLimits limits)
{
    /// <returns>Nothing where the operation may be executed.</returns>
    public IReadOnlyList<Refusal> Refusals(OperationSize size, Caller caller) => [.. TooMuch(size), .. NotAllowed(size, caller)];

    private IEnumerable<Refusal> TooMuch(OperationSize size)
    {
        if (size.Fields > limits.Fields)
        {
            yield return Refusal.TooMuch(
                "TOO_MANY_FIELDS",
                $"The operation asks for more than {limits.Fields} fields, those of fragments counted wherever they are used. Ask "
                    + "for fewer, or in several requests.",
                size.Fields,
                limits.Fields
            );
        }

        if (size.Depth > limits.Depth)
        {
            yield return Refusal.TooMuch(
                "TOO_DEEP",
                $"The operation nests fields {size.Depth} levels deep; {limits.Depth} are allowed. Ask for the inner objects in a "
                    + "request of their own.",
                size.Depth,
                limits.Depth
            );
        }

        if (size.IntrospectionDepth > limits.IntrospectionDepth)
        {
            yield return Refusal.TooMuch(
                "TOO_DEEP",
                $"The introspection nests fields {size.IntrospectionDepth} levels deep; {limits.IntrospectionDepth} are allowed. "
                    + "Ask for fewer levels of 'ofType'.",
                size.IntrospectionDepth,
                limits.IntrospectionDepth
            );
        }

        if (size.Aliases > limits.Aliases)
        {
            yield return Refusal.TooMuch(
                "TOO_MANY_ALIASES",
                $"The operation uses {size.Aliases} aliases; {limits.Aliases} are allowed. Use variables, and send one request "
                    + "for each value.",
                size.Aliases,
                limits.Aliases
            );
        }

        if (size.Cost > limits.Cost)
        {
            yield return Refusal.TooMuch(
                "TOO_COSTLY",
                $"The operation would cost {size.Cost:0} points; {limits.Cost:0} are allowed. A field costs a point for each time "
                    + "that it is returned, so a table costs its cells times their fields. "
                    + "Ask for fewer tables in one request, for tables by fewer variables, or for fewer fields of each cell.",
                (long)size.Cost,
                (long)limits.Cost
            );
        }
    }

    private static IEnumerable<Refusal> NotAllowed(OperationSize size, Caller caller)
    {
        foreach (var (field, readers) in size.Restricted.Where(one => !one.Readers.Includes(caller.Kind)))
        {
            yield return caller.Kind == Readers.Public
                ? Refusal.Unauthenticated($"The field {field} is only for {readers.InWords()}. {HowToSignIn(readers)}")
                : new Refusal(
                    "FORBIDDEN",
                    $"The field {field} is only for {readers.InWords()}, and this token is not one of theirs. "
                        + "Leave the field out, or use another token.",
                    403
                );
        }
    }

    private static string HowToSignIn(Readers readers) =>
        readers == Readers.Company
            ? "Enter an access code with the mutation enterCode, and send the session token that it gives in the header "
                + "'Authorization: Bearer TOKEN'."
            : "Send a token in the header 'Authorization: Bearer TOKEN'; an administrator can create one.";
}
