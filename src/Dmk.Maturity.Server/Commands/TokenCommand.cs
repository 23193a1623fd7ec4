using System.CommandLine;
using System.Text.Json;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary><c>token create</c>: a token for a person who works with results, shown once.</summary>
internal static class TokenCommand
{
    public static Command Create()
    {
        var role = Settings.Role("What its holder may do.");
        (role.Required, role.DefaultValueFactory) = (true, null);
        var land = new Option<string?>("--land") { Description = "The Land of a ministry, as in SN.", HelpName = "XX" };
        var days = Settings.Count("--days", "How long it is valid, at most 400.", 1, 90, 400);
        var name = new Option<string>("--name")
        {
            Description = "What it is for, as shown in logs; no person's name.",
            DefaultValueFactory = _ => "command line",
        };
        var (data, questionnaires, format) = (Settings.Data(), Settings.Questionnaires(), Settings.Format());
        var command = new FolderCommand("create", "Creates a token and shows it once; only a keyed hash is stored.")
        {
            role,
            land,
            days,
            name,
            data,
            questionnaires,
            format,
        };
        command.Validators.Add(result =>
        {
            var given = result.GetValue(land) is not null;
            if (result.GetValue(role) == Role.Ministry && !given)
            {
                result.AddError("--role ministry needs its Land, as in --land SN.");
            }
            else if (result.GetValue(role) != Role.Ministry && given)
            {
                result.AddError("--land belongs to --role ministry alone. Leave it out: the other roles see all Länder.");
            }
        });
        command.SetAction(
            (parsed, cancellation) =>
                FolderWork.Run(
                    parsed,
                    new ServerSettings(parsed.GetValue(data)!, parsed.GetValue(questionnaires)!),
                    async services =>
                    {
                        CheckLand(services.GetRequiredService<Catalogue>(), parsed.GetValue(land));
                        var lifetime = TimeSpan.FromDays(parsed.GetValue(days));
                        var issued = await services
                            .GetRequiredService<AuditLog>()
                            .Around(
                                new(Actor.CommandLine, "token.create", null, null),
                                () =>
                                    services
                                        .GetRequiredService<Accounts>()
                                        .CreateToken(
                                            parsed.GetValue(role),
                                            parsed.GetValue(land),
                                            parsed.GetValue(name)!,
                                            lifetime,
                                            cancellation
                                        ),
                                done => done.Id
                            );
                        try
                        {
                            Show(issued, parsed.GetValue(format), parsed.InvocationConfiguration);
                        }
                        catch (IOException exception)
                        {
                            await services.GetRequiredService<Accounts>().Revoke(issued.Id, CancellationToken.None);
                            throw new FaultException(
                                $"The token could not be written ({exception.Message}), so it has been revoked. Create another one.",
                                exception
                            );
                        }

                        return ExitCode.Good;
                    },
                    cancellation
                )
        );
        return command;
    }

    /// <remarks>The token alone goes to the output, so that a script can take it; what else there is to know goes beside it.</remarks>
    private static void Show(IssuedToken issued, OutputFormat format, InvocationConfiguration console)
    {
        if (format == OutputFormat.Json)
        {
            console.Output.WriteLine(
                JsonSerializer.Serialize(
                    new
                    {
                        token = issued.Secret,
                        id = issued.Id,
                        expires = issued.Expires,
                    }
                )
            );
            return;
        }

        console.Output.WriteLine(issued.Secret);
        console.Output.Flush();
        console.Error.WriteLine(FormattableString.Invariant($"Id {issued.Id}, valid until {issued.Expires:u}. It is shown this once."));
    }

    private static void CheckLand(Catalogue catalogue, string? land)
    {
        var laender = catalogue.Classifications.Find("land")?.Entries ?? [];
        if (land is not null && laender.All(entry => entry.Code != land))
        {
            throw new FaultException($"There is no Land {land}; the codes are {string.Join(", ", laender.Select(entry => entry.Code))}.");
        }
    }
}
