using System.CommandLine;
using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Storage;

namespace Dmk.Maturity.Server;

/// <summary><c>serve</c>: pages and GraphQL, with <c>--demo</c> on a made-up population.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var command = new Command("serve", "Serves the pages and GraphQL (this is what happens without a command, too).");
        AddTo(command);
        return command;
    }

    public static void AddTo(Command command)
    {
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen; several addresses are separated by semicolons.",
            DefaultValueFactory = _ => ServerSettings.DefaultUrls,
            HelpName = "URL",
        };
        urls.Validators.Add(result =>
        {
            if (result.Tokens.Count > 0 && result.GetValueOrDefault<string>().Split(';').Any(url => !IsAddress(url)))
            {
                result.AddError("--urls takes addresses such as http://127.0.0.1:5080, several separated by semicolons.");
            }
        });
        var data = Settings.Data();
        var questionnaires = Settings.Questionnaires();
        var demo = new Option<bool>("--demo")
        {
            Description = "Sets up the pilot study with a synthetic population that has answered, labelled as such.",
        };
        var sample = Settings.Count(
            "--demo-sample",
            "How many made-up companies the demo invites; about half of them answer.",
            100,
            DemoSettings.DefaultSample
        );
        var log = new Option<string[]>("--log")
        {
            Description =
                "From which level on a category is logged, such as Dmk.Maturity=Debug or Orleans=Information; may be given several times.",
            HelpName = "CATEGORY=LEVEL",
        };
        command.Add(urls);
        command.Add(data);
        command.Add(questionnaires);
        command.Add(demo);
        command.Add(sample);
        command.Add(log);
        command.SetAction(
            (parsed, cancellation) =>
            {
                var settings = new ServerSettings(parsed.GetValue(data)!, parsed.GetValue(questionnaires)!, parsed.GetValue(urls)!)
                {
                    Commands = CommandLine.Run,
                    Log = [.. (parsed.GetValue(log) ?? []).Select(LogSetting.Parse)],
                };
                return Serve(
                    settings,
                    parsed.GetValue(demo) ? new DemoSettings(parsed.GetValue(sample)) : null,
                    parsed.InvocationConfiguration.Output,
                    cancellation
                );
            }
        );
    }

    private static bool IsAddress(string url) =>
        Uri.TryCreate(
            url.Replace("//*", "//localhost", StringComparison.Ordinal).Replace("//+", "//localhost", StringComparison.Ordinal),
            UriKind.Absolute,
            out var address
        ) && address.Scheme is "http" or "https";

    private static async Task<int> Serve(ServerSettings settings, DemoSettings? demo, TextWriter output, CancellationToken cancellation)
    {
        MachineNeeds.Check(settings, TimeProvider.System.GetUtcNow());
        var steps = new StartSteps(output, TimeProvider.System);
        await using var server = await steps.Take(
            "opening the databases",
            () => Task.FromResult(DmkServer.Build(settings)),
            _ => "putting the server together"
        );
        var folder = server.Services.GetRequiredService<DataFolder>();
        steps.Part("opening the databases", folder.OpeningTook);
        steps.Part("checking their pages", folder.PagesTook);
        var results = Task.CompletedTask;
        try
        {
            await steps.Take("starting", () => server.StartAsync(cancellation));
            await MakeReady(server, settings, demo, steps, output, cancellation);

            // Meanwhile: many responses take some seconds to be read.
            results = Tables(server.Services, steps, server.Lifetime.ApplicationStopping);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            // It is told to end before it is ready, and ends as a ready one does: in order.
        }

        try
        {
            await server.WaitForShutdownAsync(cancellation);
        }
        finally
        {
            // Before what it reads from is gone.
            await results.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return ExitCode.Good;
    }

    private static async Task Tables(IServiceProvider services, StartSteps steps, CancellationToken stopping)
    {
        var before = steps.Elapsed;
        var studies = await services.GetRequiredService<WarmUp>().Results(stopping);
        steps.TablesReady(services.GetRequiredService<ILogger<StartSteps>>(), studies, steps.Elapsed - before);
    }

    private static async Task MakeReady(
        WebApplication server,
        ServerSettings settings,
        DemoSettings? demo,
        StartSteps steps,
        TextWriter output,
        CancellationToken cancellation
    )
    {
        if (demo is not null)
        {
            await steps.Take(
                "setting up the demonstration",
                () => new DemoSetUp(server.Services, settings, output).Run(demo, cancellation)
            );
        }

        await steps.Take(
            "loading studies",
            () => server.Services.GetRequiredService<Catalogue>().Studies(cancellation),
            studies => $"loading {Counted.Of(studies.Count, "study", "studies")}"
        );
        await steps.Take("first pages", () => server.Services.GetRequiredService<WarmUp>().Faces(server.Urls, cancellation));
        output.WriteLine($"Ready: {string.Join(" ", server.Urls)} (data folder {Path.GetFullPath(settings.Data)}; Ctrl+C stops).");
        steps.Ready(server.Services.GetRequiredService<ILogger<StartSteps>>());
        if (demo is not null)
        {
            await new DemoWelcome(server.Services, output).Print(server.Urls.First(), cancellation);
        }
    }
}
