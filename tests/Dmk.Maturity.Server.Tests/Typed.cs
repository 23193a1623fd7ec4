namespace Dmk.Maturity.Server.Tests;

/// <summary>A command line as typed, and what came of it.</summary>
internal sealed record Typed(int ExitCode, string Output, string Errors)
{
    public static async Task<Typed> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exitCode = await CommandLine.Run(arguments, output, errors, TestContext.Current.CancellationToken);
        return new(exitCode, output.ToString().ReplaceLineEndings("\n"), errors.ToString().ReplaceLineEndings("\n"));
    }
}
