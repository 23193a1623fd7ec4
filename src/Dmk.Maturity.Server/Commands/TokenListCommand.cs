using System.CommandLine;
using System.Text.Json;
using Dmk.Maturity.Grains;

namespace Dmk.Maturity.Server;

/// <summary><c>token list | revoke</c>: which tokens there are, and the end of one.</summary>
internal static class TokenListCommand
{
    private const string TokenPrefix = "dmkt_";

    public static Command List()
    {
        var format = Settings.Format();
        var command = new FolderCommand("list", "Lists all tokens, the newest first, without their secrets.") { format };
        command.Does(
            async (parsed, services, cancellation) =>
            {
                var tokens = await services.GetRequiredService<Accounts>().List(cancellation);
                var output = parsed.InvocationConfiguration.Output;
                if (parsed.GetValue(format) == OutputFormat.Json)
                {
                    output.WriteLine(JsonSerializer.Serialize(tokens.Select(Json)));
                }
                else
                {
                    WriteTable(tokens, output);
                }

                return ExitCode.Good;
            }
        );
        return command;
    }

    public static Command Revoke()
    {
        var id = new Argument<string>("ID") { Description = "The token's id, as token list shows it." };
        id.Validators.Add(result =>
        {
            // The mistake is not repeated: it would be a secret in somebody's terminal or log.
            if (result.GetValueOrDefault<string>().StartsWith(TokenPrefix, StringComparison.Ordinal))
            {
                result.AddError("This is a token itself. Give its id, as token list shows it.");
            }
        });
        var command = new FolderCommand("revoke", "Ends a token and every sign-in made with it.") { id };
        command.Does(
            async (parsed, services, cancellation) =>
            {
                var wanted = parsed.GetValue(id)!;
                var accounts = services.GetRequiredService<Accounts>();
                if ((await accounts.List(cancellation)).All(token => !token.Id.Equals(wanted.Trim(), StringComparison.OrdinalIgnoreCase)))
                {
                    throw new FaultException($"There is no token {wanted}; token list shows the ids.");
                }

                var revoked = await services
                    .GetRequiredService<AuditLog>()
                    .Around(
                        new(Actor.CommandLine, "token.revoke", null, wanted.Trim()),
                        async () => (await accounts.Revoke(wanted, cancellation))!,
                        _ => null
                    );
                parsed.InvocationConfiguration.Output.WriteLine(
                    FormattableString.Invariant(
                        $"The token {revoked.Id} ({Words(revoked)}) is revoked since {revoked.Revoked:u} and opens nothing."
                    )
                );
                return ExitCode.Good;
            }
        );
        return command;
    }

    private static object Json(AccountToken token) =>
        new
        {
            id = token.Id,
            role = Lower(token.Role),
            land = token.Land,
            name = token.Name,
            created = token.Created,
            expires = token.Expires,
            revoked = token.Revoked,
            lastUsed = token.LastUsed,
            state = Lower(token.State),
        };

    private static void WriteTable(IReadOnlyList<AccountToken> tokens, TextWriter output)
    {
        if (tokens.Count == 0)
        {
            output.WriteLine("There are no tokens.");
            return;
        }

        Line(output, "id", "state", "role", "land", "created", "expires", "revoked", "last used", "name");
        foreach (var token in tokens)
        {
            Line(
                output,
                token.Id,
                Lower(token.State),
                Lower(token.Role),
                token.Land ?? "-",
                Time(token.Created),
                Time(token.Expires),
                Time(token.Revoked),
                Time(token.LastUsed),
                OnOneLine(token.Name)
            );
        }
    }

    private static void Line(TextWriter output, params string[] of) =>
        output.WriteLine(
            $"{of[0], -12}  {of[1], -7}  {of[2], -13}  {of[3], -4}  {of[4], -20}  {of[5], -20}  {of[6], -20}  {of[7], -20}  {of[8]}"
        );

    /// <summary>A name may have come through GraphQL, with whatever a terminal would take for a command.</summary>
    internal static string OnOneLine(string name) => string.Concat(name.Select(letter => char.IsControl(letter) ? ' ' : letter));

    private static string Words(AccountToken token) => token.Land is null ? Lower(token.Role) : $"{Lower(token.Role)} {token.Land}";

    private static string Lower<T>(T value)
        where T : struct, Enum => string.Concat(value.ToString().Select(char.ToLowerInvariant));

    private static string Time(DateTimeOffset? time) => time is { } known ? FormattableString.Invariant($"{known:u}") : "-";
}
