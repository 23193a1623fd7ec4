using System.CommandLine;

namespace Dmk.Maturity.Server;

/// <summary><c>questionnaire preview PATH</c>: the form of a file that is being edited, for its author.</summary>
internal static class PreviewCommand
{
    private const int DefaultPort = 5090;

    public static Command Create()
    {
        var path = new Argument<string>("PATH") { Description = "A questionnaire file, or a folder with one." };
        var port = Settings.Count("--port", "The port on 127.0.0.1; 0 takes a free one.", 0, DefaultPort, ushort.MaxValue);
        var urls = new Option<string?>("--urls")
        {
            Description = "Where to listen, in place of --port: an address of this machine, as in http://localhost:5090.",
            HelpName = "URL",
        };
        urls.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } given && !given.Split(';').All(IsLoopback))
            {
                result.AddError("--urls takes addresses of this machine only, such as http://127.0.0.1:5090: a preview is nobody else's.");
            }
        });
        var command = new Command("preview", "Shows the form of a file while it is edited. Nothing is stored, and no study is needed.")
        {
            path,
            port,
            urls,
        };
        command.SetAction(
            (parsed, cancellation) =>
                Serve(
                    parsed.GetValue(path)!,
                    parsed.GetValue(urls) ?? $"http://127.0.0.1:{parsed.GetValue(port)}",
                    parsed.InvocationConfiguration.Output,
                    cancellation
                )
        );
        return command;
    }

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme == "http" && address.IsLoopback;

    private static async Task<int> Serve(string path, string urls, TextWriter output, CancellationToken cancellation)
    {
        await using var server = PreviewServer.Build(path, urls);
        await server.StartAsync(cancellation);
        output.WriteLine($"Ready: {string.Join(" ", server.Urls)} (Ctrl+C stops). Save the file and load the page again to see changes.");
        await server.WaitForShutdownAsync(cancellation);
        return ExitCode.Good;
    }
}
