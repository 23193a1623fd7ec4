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
        var waves = (await services.GetRequiredService<Catalogue>().Studies(cancellation))
            .Where(one => one.Synthetic)
            .OrderByDescending(one => one.Design.Wave)
            .ToArray();
        var (study, answered) = (waves[0], new List<string>());
        foreach (var wave in waves)
        {
            answered.Add(await Answered(wave, cancellation));
        }

        var accounts = services.GetRequiredService<Accounts>();
        await accounts.EndDemoTokens(cancellation);
        var economist = await accounts.CreateDemoToken(Role.Economist, _lifetime, cancellation);
        var @operator = await accounts.CreateDemoToken(Role.Operator, _lifetime, cancellation);
        var invitation = await services.GetRequiredService<FieldWork>().IssueSpareCode(study.Id, cancellation);

        output.WriteLine(
            FormattableString.Invariant(
                $"""

                {string.Join(Environment.NewLine, answered)}
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

    private async Task<string> Answered(Study study, CancellationToken cancellation)
    {
        var laender = (await services.GetRequiredService<StudyResults>().Progress(study, cancellation)).Laender.Values;
        var (submitted, drawn) = (laender.Sum(land => land.Submitted), laender.Sum(land => land.Drawn));
        return study.Phase == StudyPhase.Closed
            ? FormattableString.Invariant($"Wave before, {study.Id}: {submitted} of {drawn} invited companies had answered; it is closed.")
            : FormattableString.Invariant($"Study {study.Id}: {submitted} of {drawn} invited companies have answered.");
    }
}
