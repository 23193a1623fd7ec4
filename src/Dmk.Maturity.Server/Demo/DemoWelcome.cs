using Dmk.Maturity.Grains;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>What a newcomer needs to try the demonstration: addresses, fresh tokens, a fresh access code. They exist in clear only
/// here.</summary>
public sealed class DemoWelcome(IServiceProvider services, TextWriter output)
{
    private static readonly TimeSpan _lifetime = TimeSpan.FromDays(7);

    /// <param name="address">The first address of the server.</param>
    public async Task Print(string address, CancellationToken cancellation)
    {
        var site = address
            .TrimEnd('/')
            .Replace("//*", "//localhost", StringComparison.Ordinal)
            .Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal);
        var study = (await services.GetRequiredService<Catalogue>().Studies(cancellation)).First(one => one.Synthetic);
        var progress = (await services.GetRequiredService<StudyResults>().Progress(study, cancellation)).Laender.Values;
        var accounts = services.GetRequiredService<Accounts>();
        await accounts.EndDemoTokens(cancellation);
        var economist = await accounts.CreateDemoToken(Role.Economist, _lifetime, cancellation);
        var @operator = await accounts.CreateDemoToken(Role.Operator, _lifetime, cancellation);
        var invitation = await services.GetRequiredService<FieldWork>().IssueSpareCode(study.Id, cancellation);

        output.WriteLine(
            FormattableString.Invariant(
                $"""

                Study {study.Id}: {progress.Sum(land => land.Submitted)} of {progress.Sum(land =>
                    land.Drawn
                )} invited companies have answered.
                All companies and all their answers are SYNTHETIC; no figure here says anything about a real Land, sector or company.

                  Answer as a company   {site}/de/survey (or /en/survey)
                  Results               {site}/de/results/{study.Id} (or /en/...; sign in with the economist's token)
                  GraphQL               {site}/graphql

                  Access code           {invitation?.AccessCode ?? "(every company has submitted)"}
                  Economist's token     {economist.Secret}
                  Operator's token      {@operator.Secret}

                Code and tokens are new at every start, and the tokens of the start before end; these are valid until {economist.Expires:u}.
                """
            )
        );
    }
}
